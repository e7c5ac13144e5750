import { optionError, PREFIX } from '../checks.js';
import type { OperationId } from '../contract/operations.js';
import { responsesOf } from '../contract/responses.js';
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
import { is, nearestOf } from './fields.js';
import type { Behaviour } from './options.js';
import { newProgram } from './resources/card-programs.js';
import { newCard } from './resources/cards.js';
import { EXAMPLE_PERSON, newEnduser } from './resources/endusers.js';
import type { Tokens } from './resources/authorization.js';
import type { Entities, OpenEntity } from './resources/resource.js';
import { newWallet } from './resources/wallets.js';
import { violationsOf } from './violations.js';

/** All that the fake has stored, by id, in order of creation. */
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
  /** All that was carried out over the API, in order. What the helpers below add is not included. */
  readonly effects: readonly Effect[];
  /** Returns the effects of these operations. */
  effectsOf(...operationIds: readonly OperationId[]): readonly Effect[];
  /** Adds a person who can have a card. */
  addEnduser(fields?: Partial<Enduser>): Enduser;
  /** Adds an INACTIVE wallet. Its holder is a new enduser by default. */
  addWallet(fields?: Partial<Wallet>): Wallet;
  /** Adds a wallet that is ready for a card. */
  addActiveWallet(fields?: Partial<Wallet>): Wallet;
  /** Adds an ACTIVE program. */
  addProgram(fields?: Partial<Program>): Program;
  /** Adds a card, by default on a new wallet and under a new program. */
  addCard(fields?: Partial<Card>): Card;
  /** Returns a new valid token, for callers without credentials. */
  addToken(): string;
  /** Revokes all tokens issued so far. */
  revokeTokens(): void;
}

/** An operation that was carried out. If all is well, there is one for each logical call. */
export interface Effect {
  readonly operationId: OperationId;
  /** The idempotency key of the attempt that was carried out. */
  readonly key: string | undefined;
  /** The id of what was made or changed. */
  readonly entityId: string | undefined;
  readonly body: Readonly<Record<string, unknown>>;
  /** Milliseconds since 1970, by the clock of the fake. */
  readonly at: number;
}

/** The state as the fake itself changes it. */
export class State implements FakeState, Entities {
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
  readonly #now: () => number;
  readonly #tokens: Tokens;
  readonly #rules: Pick<Behaviour, 'strict'>;

  constructor(now: () => number, tokens: Tokens, rules: Pick<Behaviour, 'strict'>) {
    this.#now = now;
    this.#tokens = tokens;
    this.#rules = rules;
  }

  effectsOf(...operationIds: readonly OperationId[]): readonly Effect[] {
    return this.effects.filter(({ operationId }) => operationIds.includes(operationId));
  }

  addEnduser(fields: Partial<Enduser> = {}): Enduser {
    this.check('getEnduser', newEnduser({ person: EXAMPLE_PERSON }), fields);
    return add(this.endusers, { ...newEnduser({ person: EXAMPLE_PERSON }), ...fields });
  }

  addWallet(fields: Partial<Wallet> = {}): Wallet {
    this.check('getWallet', newWallet({ holder_id: '' }, 0), fields);
    const holderId = fields.holder_id ?? this.addEnduser().id;
    return add(this.wallets, newWallet({ ...fields, holder_id: holderId }, this.#now()));
  }

  addActiveWallet(fields: Partial<Wallet> = {}): Wallet {
    return this.addWallet({ status: 'ACTIVE', ...fields });
  }

  addProgram(fields: Partial<Program> = {}): Program {
    this.check('getCardProgram', newProgram({}, 0), fields);
    return add(this.programs, newProgram(fields, this.#now()));
  }

  addCard(fields: Partial<Card> = {}): Card {
    this.check('getCard', newCard({ id: '' }, newProgram({}, 0), 0), fields);
    const wallet = { id: fields.wallet_id ?? this.addActiveWallet().id };
    const program = this.programs.get(fields.program_id ?? '') ?? this.addProgram();
    return add(this.cards, { ...newCard(wallet, program, this.#now()), ...fields });
  }

  addToken(): string {
    return this.#tokens.issue();
  }

  revokeTokens(): void {
    this.#tokens.revokeAll();
  }

  /** Refuses fields and values that the contract does not have in the response of this operation, if the fake is strict. */
  check(operationId: OperationId, entity: object, changes: object): void {
    if (!is.object.fits(changes)) throw optionError('what is stored', 'must be an object');
    const validate = responsesOf(operationId).get(200)?.validate;
    const changed = { ...entity, ...changes };
    if (!this.#rules.strict || validate?.(changed, { instancePath: '/entity' }) !== false) return;
    const errors = validate.errors ?? [];
    const unknown = errors.flatMap(({ params }) => params['additionalProperty'] ?? []).map(String);
    const nearest = unknown.flatMap((name) => nearestOf(name, Object.keys(entity)) ?? []);
    throw new TypeError(PREFIX + [violationsOf(errors, true).join('; '), ...nearest].join('. '));
  }

  /** Forgets all but tokens. */
  clear(): void {
    const { beneficiaries, cards, clients, endusers, programs, relays, transactions, wallets, webhooks } = this;
    const kinds = [beneficiaries, cards, clients, endusers, programs, relays, transactions, wallets, webhooks];
    for (const kind of kinds) kind.clear();
    this.effects.length = 0;
  }
}

function add<T extends { readonly id: string }>(entities: Map<string, T>, entity: T): T {
  entities.set(entity.id, entity);
  return entity;
}
