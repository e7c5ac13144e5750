import type { Level } from '../../../scripts/diff/redocly-diff.js';

/** A change to the small contract beside this file, and what it means to a caller. */
export interface Pair {
  readonly name: string;
  /** Text in the contract; its first occurrence is replaced. */
  readonly from: string;
  readonly to: string;
  readonly verdict: Level;
  /** All methods that the report names, sorted. */
  readonly methods: string;
}

const ALL = 'cards.create cards.get cards.list';
const STATUS = 'status: { type: string, enum: [ACTIVE, STOLEN] }';
const KIND = 'kind: { type: string, enum: [VIRTUAL, PHYSICAL] }';
const LIMIT = '- name: limit\n          in: query\n';
const CREATE = '    post:\n      operationId: createCard\n';
const row = (name: string, from: string, to: string, verdict: Level, methods: string): Pair => ({
  name,
  from,
  to,
  verdict,
  methods,
});

/** Pairs of contracts: the small one as it is, and with one change. */
export const pairs: readonly Pair[] = [
  row(
    'a response gains a field',
    'id: { type: string }',
    'id: { type: string }\n        label: { type: string }',
    'minor',
    ALL,
  ),
  row('a response loses a field', '        limit: { type: integer }\n', '', 'major', ALL),
  row('a field of a response is renamed', 'limit: { type: integer }', 'maximum: { type: integer }', 'major', ALL),
  row('a field of a response may be absent', 'required: [id, status]', 'required: [id]', 'major', ALL),
  row('a field of a response is always there', 'required: [id, status]', 'required: [id, status, limit]', 'minor', ALL),
  row('a response may have null', 'limit: { type: integer }', 'limit: { type: [integer, "null"] }', 'major', ALL),
  row('a field of a response has another type', 'limit: { type: integer }', 'limit: { type: string }', 'major', ALL),
  row('an integer of a response is a number', 'limit: { type: integer }', 'limit: { type: number }', 'minor', ALL),
  row('a response has a new value', STATUS, STATUS.replace('STOLEN', 'STOLEN, LOST'), 'minor', ALL),
  row('a response loses a value', STATUS, STATUS.replace(', STOLEN', ''), 'minor', ALL),
  row('a response has any value', STATUS, 'status: { type: string }', 'minor', ALL),
  row(
    'a response is one of two forms',
    'limit: { type: integer }',
    'limit: { oneOf: [{ type: integer }, { type: string }] }',
    'major',
    ALL,
  ),
  row(
    'a request gains an optional field',
    'wallet_id: { type: string }',
    'wallet_id: { type: string }\n        note: { type: string }',
    'minor',
    'cards.create',
  ),
  row(
    'a request gains a required field',
    'required: [wallet_id]\n      properties:',
    'required: [wallet_id, note]\n      properties:\n        note: { type: string }',
    'major',
    'cards.create',
  ),
  row('a request loses a field', '        label: { type: string, maxLength: 40 }\n', '', 'major', 'cards.create'),
  row(
    'a field of a request is renamed',
    'label: { type: string, maxLength: 40 }',
    'title: { type: string, maxLength: 40 }',
    'major',
    'cards.create',
  ),
  row('a field of a request becomes optional', '      required: [wallet_id]\n', '', 'minor', 'cards.create'),
  row('a request accepts a new value', KIND, KIND.replace('PHYSICAL', 'PHYSICAL, TOKEN'), 'minor', 'cards.create'),
  row('a request refuses a value', KIND, KIND.replace(', PHYSICAL', ''), 'major', 'cards.create'),
  row(
    'a request accepts listed values only',
    'wallet_id: { type: string }',
    'wallet_id: { type: string, enum: [a] }',
    'major',
    'cards.create',
  ),
  row(
    'a request accepts null',
    'wallet_id: { type: string }',
    'wallet_id: { type: [string, "null"] }',
    'minor',
    'cards.create',
  ),
  row('a request has a tighter limit', 'maxLength: 40', 'maxLength: 20', 'major', 'cards.create'),
  row('a request has a looser limit', 'maxLength: 40', 'maxLength: 60', 'minor', 'cards.create'),
  row('the page of a request lists all fields', '      x-more-fields: true\n', '', 'patch', 'cards.create'),
  row(
    'an operation has another method',
    'operationId: createCard\n',
    'operationId: createCard\n      x-method: issue\n',
    'major',
    'cards.create',
  ),
  row('both sides share a schema that has a new value', '[SHORT, LONG]', '[SHORT, LONG, BOTH]', 'minor', ALL),
  row('both sides share a schema that loses a value', '[SHORT, LONG]', '[SHORT]', 'major', ALL),
  row(
    'both sides share a schema that may have null',
    'note: { type: string }',
    'note: { type: [string, "null"] }',
    'major',
    ALL,
  ),
  row(
    'a query gains an optional parameter',
    LIMIT,
    `- name: order\n          in: query\n          schema: { type: string }\n        ${LIMIT}`,
    'minor',
    'cards.list',
  ),
  row('a query parameter is required', LIMIT, `${LIMIT}          required: true\n`, 'major', 'cards.list'),
  row(
    'a header is no longer supplied by the client',
    '          x-client-supplied: true\n',
    '',
    'major',
    'cards.create',
  ),
  row('an operation is removed', CREATE, CREATE.replace('post', 'x-post'), 'major', 'cards.create'),
  row(
    'an operation is added',
    '  /cards/{id}:\n',
    '  /cards/{id}:\n    delete:\n      operationId: deleteCard\n      responses:\n        "200":\n          description: Deleted.\n',
    'minor',
    '',
  ),
  row('a path is renamed', '  /cards/{id}:\n', '  /cards/by-id/{id}:\n', 'major', 'cards.get'),
  row(
    'a page lists another error',
    "'404':\n          description: Not found.",
    "'404':\n          description: Not found.\n        '409':\n          description: Conflict.",
    'patch',
    'cards.list',
  ),
  row('an operation loses its key', 'x-retry: keyed', 'x-retry: never', 'major', 'cards.create'),
  row('a field is secret', 'limit: { type: integer }', 'limit: { type: integer, x-sensitive: true }', 'minor', ALL),
  row('a field is no longer secret', ', x-sensitive: true', '', 'major', ALL),
  row('a schema is surer', 'x-evidence: example', 'x-evidence: documented', 'patch', ALL),
  row('a schema is less sure', 'x-evidence: example', 'x-evidence: inferred', 'minor', ALL),
  row('a description is corrected', 'description: A card.', 'description: A prepaid card.', 'patch', ALL),
  row('a source is added', '[{ page: api-1 }]', '[{ page: api-1 }, { page: api-2 }]', 'none', ''),
  row('a host is renamed', 'https://dev.example.com', 'https://development.example.com', 'major', ''),
  row(
    'a webhook loses a field',
    '        event: { type: string }\n',
    '        kind: { type: integer }\n',
    'major',
    'verifyWebhook',
  ),
  row('nothing changes', 'A card.', 'A card.', 'none', ''),
];
