import { ALL, pair, type Pair } from './pair.js';

/** Changes of how a contract is written that change nothing. */
export const forms: readonly Pair[] = [
  pair(
    'fields are moved under allOf',
    '',
    [],
    [
      "    Metadata:\n      type: object\n      properties:\n        note: { type: string }\n        form: { type: string, enum: [SHORT, LONG] }\n        parent: { $ref: '#/components/schemas/Metadata' }\n",
      "    Metadata:\n      allOf:\n        - type: object\n          properties: { note: { type: string } }\n        - properties: { form: { type: string, enum: [SHORT, LONG] }, parent: { $ref: '#/components/schemas/Metadata' } }\n",
    ],
  ),
  pair(
    'fields are moved to a schema of their own',
    ALL,
    ['none type Base is exported, too'],
    [
      '    CardEvent:\n',
      '    Base:\n      type: object\n      properties: { note: { type: string } }\n    CardEvent:\n',
    ],
    [
      '    Metadata:\n      type: object\n      properties:\n        note: { type: string }\n',
      "    Metadata:\n      allOf: [{ $ref: '#/components/schemas/Base' }]\n      type: object\n      properties:\n",
    ],
  ),
  pair(
    'a schema is alone in allOf',
    '',
    [],
    [
      "                $ref: '#/components/schemas/Card'\n              examples:",
      "                allOf: [{ $ref: '#/components/schemas/Card' }]\n              examples:",
    ],
  ),
  pair(
    'a schema is alone in anyOf',
    '',
    [],
    [
      "                $ref: '#/components/schemas/Card'\n              examples:",
      "                anyOf: [{ $ref: '#/components/schemas/Card' }]\n              examples:",
    ],
  ),
  pair('a type is in a list', '', [], ['limit: { type: integer }', 'limit: { type: [integer] }']),
  pair('a type is in oneOf', '', [], ['limit: { type: integer }', 'limit: { oneOf: [{ type: integer }] }']),
  pair('values are in another order', '', [], ['enum: [ACTIVE, STOLEN]', 'enum: [STOLEN, ACTIVE]']),
  pair('what is required is in another order', '', [], ['required: [id, status]', 'required: [status, id]']),
  pair(
    'nothing is required, in words',
    '',
    [],
    ['    Metadata:\n      type: object\n', '    Metadata:\n      type: object\n      required: []\n'],
  ),
  pair(
    'further fields are allowed, in words',
    '',
    [],
    ['    Metadata:\n      type: object\n', '    Metadata:\n      type: object\n      additionalProperties: true\n'],
  ),
  pair(
    'any value is allowed, in other words',
    '',
    [],
    ['labels: { type: object, additionalProperties: true }', 'labels: { type: object, additionalProperties: {} }'],
  ),
  pair(
    'defaults of OpenAPI are in words',
    '',
    [],
    [
      '- name: limit\n          in: query\n',
      '- name: limit\n          in: query\n          style: form\n          explode: true\n          required: false\n          deprecated: false\n',
    ],
  ),
  pair(
    'a parameter is one of the path',
    '',
    [],
    [
      '    get:\n      operationId: getCard\n',
      '    parameters:\n      - { name: id, in: path, required: true, schema: { type: string } }\n    get:\n      operationId: getCard\n',
    ],
    [
      '      parameters:\n        - name: id\n          in: path\n          required: true\n          schema: { type: string }\n',
      '',
    ],
  ),
  pair(
    'servers are in another order',
    '',
    [],
    ['  - url: https://dev.example.com\n    x-environment: development\n', ''],
    ['tags:\n', '  - url: https://dev.example.com\n    x-environment: development\ntags:\n'],
  ),
  pair(
    'a security scheme has another name',
    '',
    [],
    ['  - oauth2: []', '  - oauth: []'],
    ['    oauth2:\n', '    oauth:\n'],
  ),
];
