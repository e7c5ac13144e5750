import type { DriftKind } from '../../../src/drift/index.js';

/** A response while it is changed. */
export interface Spoilt {
  status: number;
  readonly headers: Headers;
  /** Parsed; a string is sent as it is. */
  body: unknown;
}

/** One way in which a Kobble deviates from the contract, and what is found of it. */
export interface DeviationCase {
  readonly name: string;
  /** Path template of the GET that deviates. */
  readonly path: string;
  readonly change: (response: Spoilt) => void;
  readonly found: { readonly kind: DriftKind; readonly part: 'status' | 'header' | 'body'; readonly pointer: string };
}

/** A value that must not appear in any output. */
export const CANARY = 'canary-4111111111111111';

type Fields = Record<string, unknown>;

/** Returns the body, or its first entry, as an object that can be changed. */
const entry = ({ body }: Spoilt): Fields => (Array.isArray(body) ? (body as unknown[])[0] : body) as Fields;
const inside = (response: Spoilt, name: string): Fields => entry(response)[name] as Fields;

type Row = readonly [path: string, kind: DriftKind, place: string, name: string, change: (response: Spoilt) => void];

const set = (name: string, value: unknown) => (response: Spoilt) => void (entry(response)[name] = value);
const drop = (name: string) => (response: Spoilt) => {
  delete entry(response)[name];
};
const setIn = (object: string, name: string, value: unknown) => (response: Spoilt) =>
  void (inside(response, object)[name] = value);
const header = (name: string, value: string) => (response: Spoilt) => response.headers.set(name, value);
const dropHeader = (name: string) => (response: Spoilt) => response.headers.delete(name);
const status = (value: number) => (response: Spoilt) => void (response.status = value);
const body = (value: unknown) => (response: Spoilt) => void (response.body = value);

const CARDS = '/customers/v1/cards';
const CARD = '/customers/v1/cards/{id}';
const PROGRAM = '/customers/v1/card-programs/{id}';
const ENDUSER = '/customers/v1/endusers/{id}';
const WALLET = '/customers/v1/wallets/{id}';
const WALLETS = '/customers/v1/wallets';
const TRANSACTIONS = '/customers/v1/transactions';

const rows: readonly Row[] = [
  [CARDS, 'status', 'status', 'an unlisted success', status(207)],
  [CARDS, 'status', 'status', 'an unlisted refusal', status(418)],
  [CARDS, 'type', 'body', 'an object for a list', body({ cards: [CANARY] })],
  [CARDS, 'json', 'body', 'HTML that says it is JSON', body(`<html>${CANARY}</html>`)],
  [CARDS, 'json', 'body', 'an empty body', body('')],
  [CARDS, 'content-type', 'header /content-type', 'another media type', header('content-type', `text/${CANARY}`)],
  [CARDS, 'content-type', 'header /content-type', 'no media type', dropHeader('content-type')],
  [CARDS, 'missing', 'header /x-total-count', 'no total', dropHeader('x-total-count')],
  [CARDS, 'type', 'header /x-total-count', 'a total in words', header('x-total-count', CANARY)],
  [CARDS, 'missing', 'header /x-offset', 'no offset', dropHeader('x-offset')],
  [CARDS, 'type', 'header /x-limit', 'a limit in words', header('x-limit', CANARY)],
  [CARDS, 'missing', 'body /*/m_pan', 'an entry without a field', drop('m_pan')],
  [CARDS, 'missing', 'body /*/expiry', 'an entry without another field', drop('expiry')],
  [CARDS, 'type', 'body /*/status', 'a number for a status', set('status', 4_111_111_111_111_111)],
  [CARDS, 'enum', 'body /*/status', 'a new status', set('status', CANARY)],
  [CARDS, 'enum', 'body /*/type', 'a new type', set('type', CANARY)],
  [CARDS, 'unknown-field', 'body /*/nickname', 'a new field', set('nickname', CANARY)],
  [CARDS, 'unknown-field', 'body /*/{…}', 'a field named like data', set(CANARY, true)],
  [CARDS, 'type', 'body /*/external_id', 'null for a text', set('external_id', null)],
  [CARDS, 'type', 'body /*/last_four_digit', 'a number for digits', set('last_four_digit', 4111)],
  [CARDS, 'type', 'body /*/created_at', 'milliseconds for a date', set('created_at', 1_764_115_200_000)],
  [CARDS, 'type', 'body /*/wallet_id', 'an object for an id', set('wallet_id', { id: CANARY })],
  [CARD, 'type', 'body', 'a list for an object', (response) => void (response.body = [response.body])],
  [CARD, 'missing', 'body /program_id', 'a card without its program', drop('program_id')],
  [CARD, 'enum', 'body /status', 'a status in lower case', set('status', 'active')],
  [CARD, 'unknown-field', 'body /holder', 'a card with a new object', set('holder', { name: CANARY })],
  [CARD, 'status', 'status', 'a card that is accepted', status(202)],
  [PROGRAM, 'type', 'body /metadata', 'a text for metadata', set('metadata', CANARY)],
  [PROGRAM, 'unknown-field', 'body /metadata/{…}', 'new metadata', setIn('metadata', 'colour', CANARY)],
  [PROGRAM, 'enum', 'body /partner_product', 'a new product', set('partner_product', CANARY)],
  [ENDUSER, 'unknown-field', 'body /person/nickname', 'a person with a new field', setIn('person', 'nickname', CANARY)],
  [ENDUSER, 'type', 'body /person/email', 'a number for an address', setIn('person', 'email', 4111)],
  [ENDUSER, 'type', 'body /person', 'a text for a person', set('person', CANARY)],
  [ENDUSER, 'missing', 'body /company_id', 'no company id', drop('company_id')],
  [ENDUSER, 'type', 'body /metadata', 'null for metadata', set('metadata', null)],
  [WALLET, 'type', 'body /amount', 'an amount as text', set('amount', CANARY)],
  [WALLET, 'enum', 'body /asset', 'another currency', set('asset', CANARY)],
  [WALLET, 'missing', 'body /reserved_amount', 'no reserved amount', drop('reserved_amount')],
  [WALLET, 'type', 'body /total_amount', 'null for an amount', set('total_amount', null)],
  [WALLETS, 'type', 'body /*/external_id', 'a number for a nullable text', set('external_id', 4111)],
  [WALLETS, 'unknown-field', 'body /*/fee', 'a wallet with a new field', set('fee', CANARY)],
  [TRANSACTIONS, 'missing', 'header /x-total-count', 'no total of an unknown list', dropHeader('x-total-count')],
  ['/customers/v1/beneficiaries', 'status', 'status', 'no content', status(204)],
  ['/customers/v1/beneficiaries', 'type', 'body /*', 'a list of texts', body([CANARY])],
  [
    '/customer/v1/webhooks/subscriptions',
    'content-type',
    'header /content-type',
    'XML',
    header('content-type', 'text/xml'),
  ],
];

/** Ways to deviate, each from a Kobble that is otherwise true to the contract. */
export const deviations: readonly DeviationCase[] = rows.map(([path, kind, place, name, change]) => {
  const [part, pointer = ''] = place.split(' ', 2) as ['status' | 'header' | 'body', string?];
  return { name, path, change, found: { kind, part, pointer } };
});
