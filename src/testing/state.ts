import type { OperationId } from '../contract/operations.js';
import type {
  Beneficiary,
  Card,
  Client,
  Enduser,
  Program,
  Relay,
  Transaction,
  Wallet,
  Webhook,
} from '../contract/types.js';
import type { FakeClock } from './clock.js';
import { EXAMPLE_PERSON, newCard, newEnduser, newProgram, newWallet } from './entities.js';
import type { Tokens } from './tokens.js';

/** Something that was carried out: once for each logical call, if all is well. */
export interface Effect {
  readonly operationId: OperationId;
  /** The idempotency key of the attempt that was carried out. */
  readonly key: string | undefined;
  /** What was made or changed. */
  readonly entityId: string | undefined;
  readonly body: Readonly<Record<string, unknown>>;
  /** By the fake's clock. */
  readonly at: number;
}

/** What an entity is whose fields no page shows: an id, and what was sent. */
export interface OpenEntity {
  readonly id: string;
  readonly [field: string]: unknown;
}

/** What the fake has stored, by id, in the order in which it came. */
export interface FakeState {
  readonly beneficiaries: ReadonlyMap<string, Beneficiary>;
  readonly cards: ReadonlyMap<string, Card>;
  readonly clients: ReadonlyMap<string, Client>;
  readonly endusers: ReadonlyMap<string, Enduser>;
  readonly programs: ReadonlyMap<string, Program>;
  readonly relays: ReadonlyMap<string, Relay>;
  readonly transactions: ReadonlyMap<string, Transaction>;
  readonly wallets: ReadonlyMap<string, Wallet>;
  readonly webhooks: ReadonlyMap<string, Webhook>;
  /** Everything that was carried out over the API, in order. What the helpers below add is not in it. */
  readonly effects: readonly Effect[];
  /** The effects of these operations. */
  effectsOf(...operationIds: readonly OperationId[]): readonly Effect[];
  /** A person with all that a card asks for. */
  addEnduser(fields?: Partial<Enduser>): Enduser;
  /** An INACTIVE wallet, of a new enduser where no holder is given. */
  addWallet(fields?: Partial<Wallet>): Wallet;
  /** A wallet that is ready for a card. */
  addActiveWallet(fields?: Partial<Wallet>): Wallet;
  /** An ACTIVE program. */
  addProgram(fields?: Partial<Program>): Program;
  /** A card, on a new wallet and program where none is given. */
  addCard(fields?: Partial<Card>): Card;
  /** A valid token, for callers without credentials. */
  addToken(): string;
  /** No token issued so far is valid any more. */
  revokeTokens(): void;
}

export class State implements FakeState {
  readonly beneficiaries = new Map<string, OpenEntity>();
  readonly cards = new Map<string, Card>();
  readonly clients = new Map<string, OpenEntity>();
  readonly endusers = new Map<string, Enduser>();
  readonly programs = new Map<string, Program>();
  readonly relays = new Map<string, OpenEntity>();
  readonly transactions = new Map<string, OpenEntity>();
  readonly wallets = new Map<string, Wallet>();
  readonly webhooks = new Map<string, OpenEntity>();
  readonly effects: Effect[] = [];
  readonly #clock: FakeClock;
  readonly #tokens: Tokens;

  constructor(clock: FakeClock, tokens: Tokens) {
    this.#clock = clock;
    this.#tokens = tokens;
  }

  effectsOf(...operationIds: readonly OperationId[]): readonly Effect[] {
    return this.effects.filter(({ operationId }) => operationIds.includes(operationId));
  }

  addEnduser(fields: Partial<Enduser> = {}): Enduser {
    return put(this.endusers, { ...newEnduser({ person: EXAMPLE_PERSON }), ...fields });
  }

  addWallet(fields: Partial<Wallet> = {}): Wallet {
    const holderId = fields.holder_id ?? this.addEnduser().id;
    return put(this.wallets, newWallet({ ...fields, holder_id: holderId }, this.#clock.now()));
  }

  addActiveWallet(fields: Partial<Wallet> = {}): Wallet {
    return this.addWallet({ status: 'ACTIVE', ...fields });
  }

  addProgram(fields: Partial<Program> = {}): Program {
    return put(this.programs, newProgram(fields, this.#clock.now()));
  }

  addCard(fields: Partial<Card> = {}): Card {
    const wallet = { id: fields.wallet_id ?? this.addActiveWallet().id };
    const program = this.programs.get(fields.program_id ?? '') ?? this.addProgram();
    return put(this.cards, { ...newCard(wallet, program, this.#clock.now()), ...fields });
  }

  addToken(): string {
    return this.#tokens.issue(undefined);
  }

  revokeTokens(): void {
    this.#tokens.revokeAll();
  }
}

/** Stores an entity, a new one or a new version of one. */
export function put<T extends { readonly id: string }>(entities: Map<string, T>, entity: T): T {
  entities.set(entity.id, entity);
  return entity;
}
