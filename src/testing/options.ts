import type { RateLimit } from './rate-limit.js';

/** How a fake behaves where Kobble's documentation leaves it open. Each default that is an assumption says so. */
export interface FakeKobbleOptions {
  /** The one client that gets tokens; others are answered 401. Default: any may have one. */
  readonly clientId?: string | undefined;
  readonly clientSecret?: string | undefined;
  /** `expires_in` of a token. Default 3600 (assumption: no page says how long). Null: not said, and valid until revoked. */
  readonly tokenLifeSeconds?: number | null | undefined;
  /** How long each operation takes, in milliseconds. Default 0. */
  readonly latencyMs?: number | undefined;
  /** Answers 429 with `Retry-After` past so many calls. Default: no limit (the guide states no number, status or header). */
  readonly rateLimit?: RateLimit | undefined;
  /** How many entries a page holds where the query does not say. Default 10 (assumption: the samples' value). */
  readonly pageLimit?: number | undefined;
  /** The most a page holds, whatever the query says. Default: no maximum (assumption). */
  readonly maxPageLimit?: number | undefined;
  /** Answer to an idempotency key that comes back with other data. Default 422 (assumption, as the IETF draft has it). */
  readonly reusedKeyStatus?: number | undefined;
  /** Answer to a card that cannot be created on its wallet or program. Default 400 (assumption: only the text is documented). */
  readonly cardRefusedStatus?: number | undefined;
  /** Answer to a created card. Default 200 (assumption: 201 and 202 are as possible). The body is the card with each. */
  readonly cardCreatedStatus?: 200 | 201 | 202 | undefined;
  /** Whether a card gives its wallet an `external_id`, so that it gets no second one. Default false (assumption: not documented). */
  readonly cardSetsExternalId?: boolean | undefined;
  /** Where a card's widget is, in the answer to `createWidgetSession`. Default `https://widget.example.com/card`. */
  readonly widgetUrl?: string | undefined;
}

/** The options, filled in. */
export type Behaviour = ReturnType<typeof behaviourOf>;

export const behaviourOf = (options: FakeKobbleOptions) => ({
  clientId: options.clientId,
  clientSecret: options.clientSecret,
  tokenLifeSeconds: options.tokenLifeSeconds === null ? undefined : (options.tokenLifeSeconds ?? 3600),
  latencyMs: options.latencyMs ?? 0,
  rateLimit: options.rateLimit,
  pageLimit: options.pageLimit ?? 10,
  maxPageLimit: options.maxPageLimit ?? Number.POSITIVE_INFINITY,
  reusedKeyStatus: options.reusedKeyStatus ?? 422,
  cardRefusedStatus: options.cardRefusedStatus ?? 400,
  cardCreatedStatus: options.cardCreatedStatus ?? 200,
  cardSetsExternalId: options.cardSetsExternalId ?? false,
  widgetUrl: options.widgetUrl ?? 'https://widget.example.com/card',
});
