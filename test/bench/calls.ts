/** Bare `fetch`: everything is compared with it. */
export const BARE = 'fetch';
/** `fetch` with what a careful caller adds by hand: over loopback, calls are compared with it, too. */
export const SAME_DUTIES = 'fetch, same duties';
/** This client, on the platform's `fetch` and on undici. */
export const KOBBLE = 'kobble-client';
export const KOBBLE_UNDICI = 'kobble-client on undici';
export const OPENAPI_FETCH = 'openapi-fetch';

export const PATH = '/customers/v1/cards';
export const BODY = {
  wallet_id: '7b050dab-889e-4d33-8142-0f7cacb90f2a',
  program_id: 'a95b68b6-7bf1-46d6-bbcc-fc235b6b824e',
};
export const KEY = 'b51c6c25-c858-42d5-ac7e-25a69e7948d6';
export const CARD_ID = '1b8ecc17-4edd-4b74-ae4f-208aeb78f105';
export const ANSWER = JSON.stringify({
  id: CARD_ID,
  type: 'VIRTUAL',
  ...BODY,
  created_at: '2025-01-13T17:29:20.127Z',
  updated_at: '2025-01-13T17:29:20.127Z',
  status: 'ACTIVE',
  external_id: '1111111',
  last_four_digit: '1111',
  expiry: '2031-10-04T06:36:49.799Z',
  m_pan: '1111***1111',
});
export const ANSWER_HEADERS = { 'content-type': 'application/json', 'content-length': String(ANSWER.length) };

export type Fetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;
export type Call = () => Promise<unknown>;
export type Calls = Readonly<Record<string, Call>>;

/** Two calls of each contender: one that creates a card, and one that reads it. */
export interface Contenders {
  readonly create: Calls;
  readonly get: Calls;
}
