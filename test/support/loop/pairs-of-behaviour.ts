import { ALL, pair, type Pair } from './pair.js';

/** Changes of what the API does, which no type shows. */
export const behaviour: readonly Pair[] = [
  pair(
    'a date-time of a request is a date',
    'cards.create',
    ['minor CardCreate.expires format date-time → date'],
    ['expires: { type: string, format: date-time }', 'expires: { type: string, format: date }'],
  ),
  pair(
    'a date-time of a response is a date',
    ALL,
    ['minor Card.created format date-time → date'],
    ['created: { type: string, format: date-time }', 'created: { type: string, format: date }'],
  ),
  pair(
    'a text has a format',
    'cards.create',
    ['minor CardCreate.wallet_id format none → uuid'],
    ['wallet_id: { type: string }', 'wallet_id: { type: string, format: uuid }'],
  ),
  pair(
    'a parameter has another default',
    'cards.list',
    ['minor GET /cards limit default 10 → 20'],
    ['default: 10', 'default: 20'],
  ),
  pair(
    'a parameter has no default any more',
    'cards.list',
    ['minor GET /cards limit default 10 → none'],
    [', default: 10', ''],
  ),
  pair(
    'a field has a default',
    'cards.create',
    ['minor CardCreate.kind default none → VIRTUAL'],
    ['kind: { type: string, enum', 'kind: { type: string, default: VIRTUAL, enum'],
  ),
  pair(
    'a field of a request is only read',
    'cards.create',
    ['minor CardCreate.wallet_id readOnly false → true'],
    ['wallet_id: { type: string }', 'wallet_id: { type: string, readOnly: true }'],
  ),
  pair(
    'a field of a response is only written',
    ALL,
    ['minor Card.created writeOnly false → true'],
    ['created: { type: string', 'created: { type: string, writeOnly: true'],
  ),
  pair(
    'a keyword that no rule knows',
    'cards.create',
    ['minor CardCreate.label contentEncoding none → base64'],
    ['maxLength: 40', 'maxLength: 40, contentEncoding: base64'],
  ),
  pair(
    'a request must match a pattern',
    'cards.create',
    ['major CardCreate.label pattern none → ^a'],
    ['maxLength: 40', 'maxLength: 40, pattern: ^a'],
  ),
  pair(
    'a response is shorter',
    ALL,
    ['minor Card.secret maxLength none → 3'],
    ['secret: { type: string', 'secret: { type: string, maxLength: 3'],
  ),
  pair(
    'the token URL is another one',
    '',
    ['minor security oauth2 clientCredentials tokenUrl /oauth2/token → /token'],
    ['tokenUrl: /oauth2/token', 'tokenUrl: /token'],
  ),
  pair(
    'tokens are issued in another way',
    '',
    ['major security oauth2 flow clientCredentials → authorizationCode'],
    ['clientCredentials', 'authorizationCode'],
  ),
  pair(
    'callers sign in by another scheme',
    `${ALL} verifyWebhook`,
    ['major contract security oauth2 → openIdConnect'],
    ['      type: oauth2\n', '      type: openIdConnect\n'],
  ),
  pair(
    'an operation needs no token',
    'cards.get',
    ['minor GET /cards/{id} security oauth2 → none'],
    ['operationId: getCard', 'operationId: getCard\n      security: []'],
  ),
  pair(
    'no operation needs a token',
    `${ALL} verifyWebhook`,
    ['minor contract security oauth2 → none'],
    ['security:\n  - oauth2: []\n', 'security: []\n'],
  ),
  pair(
    'an operation needs a scope',
    'cards.get',
    ['minor GET /cards/{id} security oauth2 → oauth2:read'],
    ['operationId: getCard', 'operationId: getCard\n      security: [{ oauth2: [read] }]'],
  ),
  pair(
    'an operation is deprecated',
    'cards.get',
    ['minor GET /cards/{id} is now deprecated'],
    ['operationId: getCard', 'operationId: getCard\n      deprecated: true'],
  ),
  pair(
    'a field is deprecated',
    ALL,
    ['minor Card.limit is now deprecated'],
    ['limit: { type: integer }', 'limit: { type: integer, deprecated: true }'],
  ),
  pair(
    'a parameter is deprecated',
    'cards.list',
    ['minor GET /cards limit is now deprecated'],
    ['- name: limit\n          in: query\n', '- name: limit\n          in: query\n          deprecated: true\n'],
  ),
  pair(
    'a schema is deprecated',
    ALL,
    ['minor Card is now deprecated'],
    ['description: A card.', 'description: A card.\n      deprecated: true'],
  ),
  pair(
    'a parameter has another style',
    'cards.list',
    ['minor GET /cards limit style form → deepObject'],
    ['- name: limit\n          in: query\n', '- name: limit\n          in: query\n          style: deepObject\n'],
  ),
  pair(
    'an optional header is added',
    'cards.list',
    ['minor GET /cards X-Trace was added (header, string, optional)'],
    [
      '        - name: limit\n',
      '        - { name: X-Trace, in: header, schema: { type: string } }\n        - name: limit\n',
    ],
  ),
  pair(
    'a required header is added',
    'cards.list',
    ['major GET /cards X-Trace was added (header, string, required)'],
    [
      '        - name: limit\n',
      '        - { name: X-Trace, in: header, required: true, schema: { type: string } }\n        - name: limit\n',
    ],
  ),
  pair(
    'a list starts to come in pages',
    'cards.list',
    ['major GET /cards now comes in pages (offset, limit): a response was the whole list, and is one page'],
    [
      '        - name: limit\n',
      '        - { name: offset, in: query, schema: { type: number } }\n        - name: limit\n',
    ],
  ),
  pair(
    'an operation is never sent again',
    'cards.list',
    ['minor GET /cards x-retry safe → never'],
    ['x-retry: safe', 'x-retry: never'],
  ),
  pair(
    'editors suggest a value',
    'cards.create',
    ['minor CardCreate.wallet_id x-known-values none → ["a"]'],
    ['wallet_id: { type: string }', 'wallet_id: { type: string, x-known-values: [a] }'],
  ),
];
