import {
  answer,
  body,
  dropField,
  example,
  field,
  fields,
  noSamples,
  parameter,
  required,
  type PlantedChange,
} from './change.js';

export const FIELDS: readonly PlantedChange[] = [
  {
    name: 'a request has a new optional field',
    on: 'createCard',
    plant: (page) => (fields(page, 'CardCreateInputDto')['note'] = { type: 'string' }),
    finds: ['new body/note minor'],
  },
  {
    name: 'a request has a new required field',
    on: 'createCard',
    plant: (page) => {
      noSamples(page);
      fields(page, 'CardCreateInputDto')['note'] = { type: 'string' };
      required(page, 'CardCreateInputDto').push('note');
    },
    finds: ['new body/note major'],
  },
  {
    name: 'a reused schema has a new field',
    on: 'replaceOrRenewCard',
    plant: (page) => (fields(page, 'Card')['colour'] = { type: 'string' }),
    finds: ['new 200/body/colour minor'],
  },
  {
    name: 'the entries of a list have a new field',
    on: 'listCards',
    plant: (page) => (fields(page, 'Card')['colour'] = { type: 'string' }),
    finds: ['new 200/body/[]/colour minor'],
  },
  {
    name: 'a new field is an object with fields of its own',
    on: 'replaceOrRenewCard',
    plant: (page) =>
      (fields(page, 'Card')['limits'] = {
        type: 'object',
        properties: { daily: { type: 'number' } },
        required: ['daily'],
      }),
    finds: ['new 200/body/limits minor'],
  },
  {
    name: 'a field with a slash in its name is new',
    on: 'createCard',
    plant: (page) => (fields(page, 'CardCreateInputDto')['a/b'] = { type: 'string' }),
    finds: ['new body/a~1b minor'],
  },
  {
    name: 'a request lost a field',
    on: 'createWallet',
    plant: (page) => {
      noSamples(page);
      dropField(page, 'WalletCreateInputDto', 'asset');
    },
    finds: ['gone body/asset major'],
  },
  {
    name: 'a response lost a field',
    on: 'replaceOrRenewCard',
    plant: (page) => {
      noSamples(page);
      dropField(page, 'Card', 'm_pan');
    },
    finds: ['gone 200/body/m_pan major'],
  },
  {
    name: 'a field has another name',
    on: 'replaceOrRenewCard',
    plant: (page) => {
      noSamples(page);
      fields(page, 'Card')['masked_pan'] = { type: 'string' };
      required(page, 'Card').push('masked_pan');
      dropField(page, 'Card', 'm_pan');
    },
    finds: ['changed 200/body/masked_pan major'],
  },
  {
    name: 'two fields are gone, and one is new',
    on: 'replaceOrRenewCard',
    plant: (page) => {
      noSamples(page);
      fields(page, 'Card')['masked_pan'] = { type: 'string' };
      dropField(page, 'Card', 'm_pan');
      dropField(page, 'Card', 'last_four_digit');
    },
    finds: ['new 200/body/masked_pan minor', 'gone 200/body/last_four_digit major', 'gone 200/body/m_pan major'],
  },
  {
    name: 'only a sample shows a field',
    on: 'createCard',
    plant: (page) => (example(body(page))['note'] = 'text'),
    finds: ['new body/note minor'],
  },
];

export const TYPES: readonly PlantedChange[] = [
  {
    name: 'a string is an integer in a request',
    on: 'createWallet',
    plant: (page) => {
      noSamples(page);
      field(page, 'WalletCreateInputDto', 'holder_id')['type'] = 'integer';
    },
    finds: ['changed body/holder_id major'],
  },
  {
    name: 'a string is an object in a response',
    on: 'replaceOrRenewCard',
    plant: (page) => {
      noSamples(page);
      fields(page, 'Card')['m_pan'] = { type: 'object', properties: { masked: { type: 'string' } } };
    },
    finds: ['changed 200/body/m_pan major'],
  },
  {
    name: 'a number is an integer, which fits',
    on: 'getWallet',
    plant: (page) => (fields(page, 'Wallet')['amount'] = { type: 'integer', format: 'int32' }),
    finds: [],
  },
  {
    name: 'an integer is a number',
    on: 'createTransaction',
    plant: (page) => (field(page, 'TransactionCreateInputDto', 'amount')['type'] = 'number'),
    finds: ['changed body/amount minor'],
  },
  {
    name: 'a list is an object',
    on: 'listCards',
    plant: (page) => (
      (answer(page).schema = { $ref: '#/components/schemas/Card' }),
      (answer(page).example = { id: '1' }),
      required(page, 'Card').splice(0, 11, 'id')
    ),
    finds: ['changed 200/body major'],
  },
  {
    name: 'an object is a list',
    on: 'getWallet',
    plant: (page) => {
      answer(page).schema = { type: 'array', items: answer(page).schema };
      answer(page).example = [answer(page).example];
    },
    finds: ['changed 200/body major'],
  },
  {
    name: 'a type and its format are others',
    on: 'replaceOrRenewCard',
    plant: (page) => {
      noSamples(page);
      fields(page, 'Card')['expiry'] = { type: 'integer', format: 'unix-time' };
    },
    finds: ['changed 200/body/expiry major'],
  },
  {
    name: 'a path parameter is an integer',
    on: 'getCard',
    plant: (page) => (parameter(page, 'id').schema = { type: 'integer' }),
    finds: ['changed path/id major'],
  },
  {
    name: 'a format is gone',
    on: 'replaceOrRenewCard',
    plant: (page) => delete field(page, 'Card', 'wallet_id')['format'],
    finds: ['changed 200/body/wallet_id minor'],
  },
  {
    name: 'a format is new',
    on: 'createCard',
    plant: (page) => (field(page, 'CardCreateInputDto', 'wallet_id')['format'] = 'uuid'),
    finds: ['changed body/wallet_id minor'],
  },
];
