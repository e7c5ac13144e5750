import { ALL, pair, type Pair } from './pair.js';

/** Changes of operations and marks. */
export const operations: readonly Pair[] = [
  pair(
    'a query gains an optional parameter',
    'cards.list',
    ['minor GET /cards order was added (query, string, optional)'],
    [
      '- name: limit\n          in: query\n',
      '- name: order\n          in: query\n          schema: { type: string }\n        - name: limit\n          in: query\n',
    ],
  ),
  pair(
    'a query parameter is required',
    'cards.list',
    ['major GET /cards limit is now required'],
    ['- name: limit\n          in: query\n', '- name: limit\n          in: query\n          required: true\n'],
  ),
  pair(
    'a header is no longer supplied by the client',
    'cards.create',
    ['major POST /cards Idempotency-Key is no longer supplied by the client'],
    ['          x-client-supplied: true\n', ''],
  ),
  pair(
    'an operation is removed',
    'cards.create cards.list',
    [
      'major POST /cards was removed (createCard)',
      'major type CardCreate is no longer exported',
      'none /cards x-post none → {"operationId":"createCard","summary":"Create a card","tags…',
    ],
    ['    post:\n      operationId: createCard\n', '    x-post:\n      operationId: createCard\n'],
  ),
  pair(
    'an operation is added',
    '',
    ['minor DELETE /cards/{id} was added (deleteCard)'],
    [
      '  /cards/{id}:\n',
      '  /cards/{id}:\n    delete:\n      operationId: deleteCard\n      responses:\n        "200":\n          description: Deleted.\n',
    ],
  ),
  pair(
    'a path is renamed',
    'cards.get',
    ['major /cards/by-id/{id} was renamed from /cards/{id}'],
    ['  /cards/{id}:\n', '  /cards/by-id/{id}:\n'],
  ),
  pair(
    'a page lists another error',
    'cards.list',
    ['patch GET /cards response 409 was added'],
    [
      "'404':\n          description: Not found.",
      "'404':\n          description: Not found.\n        '409':\n          description: Conflict.",
    ],
  ),
  pair(
    'an operation loses its key',
    'cards.create',
    ['major POST /cards x-retry keyed → never'],
    ['x-retry: keyed', 'x-retry: never'],
  ),
  pair(
    'a field is secret',
    ALL,
    ['minor Card.limit is now a secret: logs and errors mask it'],
    ['limit: { type: integer }', 'limit: { type: integer, x-sensitive: true }'],
  ),
  pair(
    'a field is no longer secret',
    ALL,
    ['major Card.secret is no longer a secret: logs and errors show it'],
    [', x-sensitive: true', ''],
  ),
  pair(
    'a schema is surer',
    ALL,
    ['patch Card is surer: x-evidence example → documented'],
    ['x-evidence: example', 'x-evidence: documented'],
  ),
  pair(
    'a schema is less sure',
    ALL,
    ['minor Card is less sure: x-evidence example → inferred'],
    ['x-evidence: example', 'x-evidence: inferred'],
  ),
  pair(
    'a description is corrected',
    ALL,
    ['patch Card description "A card." → "A prepaid card."'],
    ['description: A card.', 'description: A prepaid card.'],
  ),
  pair(
    'a source is added',
    ALL,
    ['none Card x-source [{"page":"api-1"}] → [{"page":"api-1"},{"page":"api-2"}]'],
    ['[{ page: api-1 }]', '[{ page: api-1 }, { page: api-2 }]'],
  ),
  pair(
    'a host is renamed',
    '',
    ['major server development url https://dev.example.com → https://development.example.com'],
    ['https://dev.example.com', 'https://development.example.com'],
  ),
  pair(
    'a webhook loses a field',
    'verifyWebhook',
    [
      'major CardEvent.event was removed (string, may be absent)',
      'minor CardEvent.kind was added (integer, may be absent)',
    ],
    ['        event: { type: string }\n', '        kind: { type: integer }\n'],
  ),
  pair('nothing changes', '', [], ['A card.', 'A card.']),
];
