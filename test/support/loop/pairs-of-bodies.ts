import { ALL, pair, type Pair } from './pair.js';

/** Changes of bodies: what is sent, read or delivered, and its examples. */
export const bodies: readonly Pair[] = [
  pair(
    'values of a map are texts',
    'cards.create',
    ['major CardCreate.labels takes other fields: anything → string'],
    [
      'labels: { type: object, additionalProperties: true }',
      'labels: { type: object, additionalProperties: { type: string } }',
    ],
  ),
  pair(
    'a map takes nothing',
    'cards.create',
    ['major CardCreate.labels takes other fields: anything → none'],
    ['labels: { type: object, additionalProperties: true }', 'labels: { type: object, additionalProperties: false }'],
  ),
  pair(
    'values of a map that is sent and read are texts',
    ALL,
    ['major Metadata takes other fields: anything → string'],
    [
      '    Metadata:\n      type: object\n',
      '    Metadata:\n      type: object\n      additionalProperties: { type: string }\n',
    ],
  ),
  pair(
    'a map has a field that is required',
    'cards.create',
    ['major CardCreate.labels.a was added (string, required)'],
    [
      'labels: { type: object, additionalProperties: true }',
      'labels: { type: object, required: [a], properties: { a: { type: string } } }',
    ],
  ),
  pair(
    'a response may have null',
    'cards.get',
    ['major GET /cards/{id} response 200 type object → object | null'],
    [
      "                $ref: '#/components/schemas/Card'\n              examples:",
      "                oneOf: [{ $ref: '#/components/schemas/Card' }, { type: 'null' }]\n              examples:",
    ],
  ),
  pair(
    'a response is one of two schemas',
    'cards.get',
    ['major GET /cards/{id} response 200 may now also be Metadata'],
    [
      "                $ref: '#/components/schemas/Card'\n              examples:",
      "                oneOf: [{ $ref: '#/components/schemas/Card' }, { $ref: '#/components/schemas/Metadata' }]\n              examples:",
    ],
  ),
  pair(
    'a response is one of two objects',
    'cards.get',
    ['major GET /cards/{id} response 200 may now also be { gone }'],
    [
      "                $ref: '#/components/schemas/Card'\n              examples:",
      "                anyOf: [{ $ref: '#/components/schemas/Card' }, { type: object, properties: { gone: { type: boolean } } }]\n              examples:",
    ],
  ),
  pair(
    'a response has a field more than its schema',
    'cards.get',
    ['minor GET /cards/{id} response 200.extra was added (string, may be absent)'],
    [
      "                $ref: '#/components/schemas/Card'\n              examples:",
      "                allOf: [{ $ref: '#/components/schemas/Card' }, { type: object, properties: { extra: { type: string } } }]\n              examples:",
    ],
  ),
  pair(
    'a response is another schema',
    'cards.get',
    [
      'major GET /cards/{id} response 200 is Metadata, was Card (metadata was removed (Metadata, may be absent); created was removed (string, may be absent); secret was removed (string, may be absent) and 3 more)',
    ],
    [
      "                $ref: '#/components/schemas/Card'\n              examples:",
      "                $ref: '#/components/schemas/Metadata'\n              examples:",
    ],
  ),
  pair(
    'a response is a list',
    'cards.get',
    ['major GET /cards/{id} response 200 type Card → Card[]'],
    [
      "                $ref: '#/components/schemas/Card'\n              examples:",
      "                type: array\n                items: { $ref: '#/components/schemas/Card' }\n              examples:",
    ],
  ),
  pair(
    'a list is in an object',
    'cards.list',
    ['major GET /cards response 200 type Card[] → { items }'],
    [
      "                type: array\n                items:\n                  $ref: '#/components/schemas/Card'\n",
      "                type: object\n                properties: { items: { type: array, items: { $ref: '#/components/schemas/Card' } } }\n",
    ],
  ),
  pair(
    'a schema is one of two objects',
    ALL,
    ['major Card may now also be { a } or { b } and may no longer be Card'],
    [
      '    Card:\n      type: object\n',
      '    Card:\n      oneOf: [{ type: object, properties: { a: { type: string } } }, { type: object, properties: { b: { type: string } } }]\n',
    ],
  ),
  pair(
    'a success has another status',
    'cards.create',
    ['major POST /cards response status 200 → 201'],
    ["'200':\n          description: The card.", "'201':\n          description: The card."],
  ),
  pair(
    'a success has another status and body',
    'cards.create',
    [
      'major POST /cards response status 200 → 201',
      'major POST /cards response 201 is Metadata, was Card (metadata was removed (Metadata, may be absent); created was removed (string, may be absent); secret was removed (string, may be absent) and 3 more)',
    ],
    [
      "'200':\n          description: The card.\n          content:\n            application/json:\n              schema:\n                $ref: '#/components/schemas/Card'\n",
      "'201':\n          description: The card.\n          content:\n            application/json:\n              schema:\n                $ref: '#/components/schemas/Metadata'\n",
    ],
  ),
  pair(
    'another success has another body',
    'cards.create',
    ['major POST /cards response 202 was added (Metadata)'],
    [
      "        '200':\n          description: The card.",
      "        '202':\n          description: Later.\n          content: { application/json: { schema: { $ref: '#/components/schemas/Metadata' } } }\n        '200':\n          description: The card.",
    ],
  ),
  pair(
    'a success may have no body',
    'cards.create',
    ['major POST /cards response 204 was added (no body)'],
    [
      "        '200':\n          description: The card.",
      "        '204':\n          description: Nothing.\n        '200':\n          description: The card.",
    ],
  ),
  pair(
    'a field is of a schema of its own',
    ALL,
    ['none type State is exported, too'],
    ['    CardEvent:\n', '    State: { type: string, enum: [ACTIVE, STOLEN] }\n    CardEvent:\n'],
    ['status: { type: string, enum: [ACTIVE, STOLEN] }', "status: { $ref: '#/components/schemas/State' }"],
  ),
  pair(
    'no page shows a response any more',
    'cards.create',
    ['major POST /cards response 200 x-evidence: the type is Undocumented<Card>, was Card'],
    ['description: The card.\n', 'description: The card.\n          x-evidence: unknown\n'],
  ),
  pair(
    'an error is not listed any more',
    'cards.list',
    ['minor GET /cards response 404 was removed'],
    ["        '404':\n          description: Not found.\n", ''],
  ),
  pair(
    'a header of a response is removed',
    'cards.list',
    ['major GET /cards response 200 header x-total-count was removed (integer)'],
    ['          headers:\n            X-Total-Count:\n              schema: { type: integer }\n', ''],
  ),
  pair(
    'a header of a response is always sent',
    'cards.list',
    ['minor GET /cards response 200 header x-total-count is now always sent'],
    ['X-Total-Count:\n', 'X-Total-Count:\n              required: true\n'],
  ),
  pair(
    'a body has another media type',
    'cards.list',
    ['major GET /cards response 200 media type application/json → text/plain'],
    ['            application/json:\n', '            text/plain:\n'],
  ),
  pair(
    'a body is optional',
    'cards.create',
    ['minor POST /cards request is no longer required'],
    ['        required: true\n        content', '        required: false\n        content'],
  ),
  pair(
    'an example has another value',
    'cards.get',
    ['patch example Card /status ACTIVE → STOLEN, /limit 10 → 20'],
    ['status: ACTIVE, limit: 10', 'status: STOLEN, limit: 20'],
  ),
  pair(
    'an example has another summary',
    'cards.get',
    ['patch example Card summary "A card." → "Some card."'],
    ['summary: A card.', 'summary: Some card.'],
  ),
  pair(
    'an example is added',
    'cards.list',
    ['patch GET /cards response 200 example none → [{"id":"a"}]'],
    [
      '              schema:\n                type: array',
      '              example: [{ id: a }]\n              schema:\n                type: array',
    ],
  ),
  pair(
    'a description is removed',
    ALL,
    ['patch Card description "A card." → none'],
    ['      description: A card.\n', ''],
  ),
  pair(
    'a title is added',
    ALL,
    ['patch Card title none → Card'],
    ['      description: A card.\n', '      title: Card\n      description: A card.\n'],
  ),
  pair(
    'a mark that no rule knows',
    'cards.get',
    ['none GET /cards/{id} x-documented-statuses none → [200]'],
    ['operationId: getCard', 'operationId: getCard\n      x-documented-statuses: [200]'],
  ),
];
