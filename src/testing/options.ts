import type { KobbleClientOptions } from '../options.js';
import { checkFields, either, is, oneOf, required, type Rule } from './fields.js';

/**
 * Options of `createFakeKobble`: how the fake behaves if Kobble's documentation leaves it open. A default that is an
 * assumption says so.
 */
export interface FakeKobbleOptions {
  /**
   * Default true: what nothing is known to take is refused: fields, query parameters and values that are not in the contract;
   * a credit or transfer without its wallets, or of no positive amount, or of a wallet that is not ACTIVE; and a key that
   * was used for another operation (assumptions). A misspelt field of a payment would move nothing. False: it is accepted.
   */
  readonly strict?: boolean | undefined;
  /** The only client that gets tokens; others are answered 401. Default: any client gets one. */
  readonly clientId?: string | undefined;
  readonly clientSecret?: string | undefined;
  /** Not checked. It is here so that the credentials of a client can be given as they are. */
  readonly scope?: KobbleClientOptions['scope'];
  /**
   * `expires_in` of a token. Default 3600 (assumption: no page states it). Null: the response does not state it, and
   * the token is valid until it is revoked.
   */
  readonly tokenLifeSeconds?: number | null | undefined;
  /** Duration of each operation, in milliseconds. Default 0. */
  readonly latencyMs?: number | undefined;
  /**
   * Limit past which calls are answered 429 with `Retry-After`. Default: none (the guide states no number, status or
   * header).
   */
  readonly rateLimit?: RateLimit | undefined;
  /** Entries of a page if the query has no `limit`. Default 10 (assumption: the value in the samples). */
  readonly pageLimit?: number | undefined;
  /** Most entries of a page, whatever the query says. Default: no maximum (assumption). */
  readonly maxPageLimit?: number | undefined;
  /**
   * Status for an idempotency key that is used again with other data. Default 422 (assumption, from the IETF draft).
   */
  readonly reusedKeyStatus?: number | undefined;
  /**
   * Status for an idempotency key whose first request has not ended, for example 409 as in the IETF draft. Default:
   * none; the repeat waits for the first response (assumption).
   */
  readonly pendingKeyStatus?: number | undefined;
  /**
   * Status for a card that cannot be created on its wallet or program. Default 400 (assumption: only the text is
   * documented).
   */
  readonly cardRefusedStatus?: number | undefined;
  /**
   * Status of a created card. Default 200 (assumption: 201 and 202 are as possible). The body is the card in each case.
   */
  readonly cardCreatedStatus?: 200 | 201 | 202 | undefined;
  /**
   * True: a card sets the `external_id` of its wallet, so that the wallet gets no second card. Default false
   * (assumption).
   */
  readonly cardSetsExternalId?: boolean | undefined;
  /**
   * `widgetUrl` of widget sessions. Default: a stand-in that the fake serves once it listens, and before that
   * `https://widget.example.com/card`.
   */
  readonly widgetUrl?: string | undefined;
}

/** A number of calls in each window of time. */
export interface RateLimit {
  readonly calls: number;
  /** Length of the window in milliseconds. It starts with the first call after the window before. */
  readonly perMs: number;
}

/** The options, each as given or by default. */
export type Behaviour = ReturnType<typeof readBehaviour>;

const LIMIT = { calls: required(is.count), perMs: required(is.time) } satisfies Record<keyof RateLimit, Rule>;

/** The fields of the options. */
export const OPTIONS = {
  strict: is.flag,
  clientId: is.text,
  clientSecret: is.text,
  scope: is.anything,
  tokenLifeSeconds: either(is.number, oneOf(null)),
  latencyMs: is.time,
  rateLimit: is.object,
  pageLimit: is.count,
  maxPageLimit: is.count,
  reusedKeyStatus: is.status,
  pendingKeyStatus: is.status,
  cardRefusedStatus: is.status,
  cardCreatedStatus: oneOf(200, 201, 202),
  cardSetsExternalId: is.flag,
  widgetUrl: is.text,
} satisfies Record<keyof FakeKobbleOptions, Rule>;

/** Checks options and fills in the defaults. */
export function readBehaviour(options: FakeKobbleOptions) {
  checkFields('createFakeKobble()', options, OPTIONS);
  if (options.rateLimit !== undefined) checkFields('rateLimit', options.rateLimit, LIMIT);
  return {
    strict: options.strict ?? true,
    clientId: options.clientId,
    clientSecret: options.clientSecret,
    tokenLifeSeconds: options.tokenLifeSeconds === null ? undefined : (options.tokenLifeSeconds ?? 3600),
    latencyMs: options.latencyMs ?? 0,
    rateLimit: options.rateLimit,
    pageLimit: options.pageLimit ?? 10,
    maxPageLimit: options.maxPageLimit ?? Number.POSITIVE_INFINITY,
    reusedKeyStatus: options.reusedKeyStatus ?? 422,
    pendingKeyStatus: options.pendingKeyStatus,
    cardRefusedStatus: options.cardRefusedStatus ?? 400,
    cardCreatedStatus: options.cardCreatedStatus ?? 200,
    cardSetsExternalId: options.cardSetsExternalId ?? false,
    widgetUrl: options.widgetUrl ?? 'https://widget.example.com/card',
  };
}
