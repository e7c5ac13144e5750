import { answer, body, dropParameter, example, type PlantedChange } from './change.js';

export const HEADS: readonly PlantedChange[] = [
  {
    name: 'the path is another',
    on: 'getCard',
    plant: (page) => (page.path = '/customers/v2/cards/{id}'),
    finds: ['changed operation major'],
    text: ['changed operation major'],
  },
  {
    name: 'the verb is another',
    on: 'updateBeneficiary',
    plant: (page) => (page.method = 'PATCH'),
    finds: ['changed operation major'],
    text: 'none',
  },
  {
    name: 'a label is new',
    on: 'createCard',
    plant: (page) => (page.label = 'testing'),
    finds: ['changed operation patch'],
  },
  {
    name: 'a label is gone',
    on: 'listWebhooks',
    plant: (page) => (page.label = 'released'),
    finds: ['changed operation patch'],
  },
  {
    name: 'an operation is deprecated',
    on: 'createCard',
    plant: (page) => {
      page.label = 'deprecated';
      page.deprecated = true;
    },
    finds: ['changed operation minor'],
  },
  {
    name: 'an operation is obsolete',
    on: 'createCard',
    plant: (page) => {
      page.label = 'obsolete';
      page.deprecated = true;
    },
    finds: ['changed operation minor'],
  },
  {
    name: 'a label is of no vocabulary',
    on: 'createCard',
    plant: (page) => (page.label = 'brewing'),
    finds: ['not understood operation none'],
    text: 'none',
  },
  {
    name: 'the page needs no token',
    on: 'getCard',
    plant: (page) => {
      page.security = [];
      dropParameter(page, 'Authorization');
    },
    finds: ['changed security minor'],
    text: [],
  },
];

export const WORDS: readonly PlantedChange[] = [
  {
    name: 'words are others',
    on: 'createCard',
    plant: (page) => (page.description = 'Other words.\n\nAnd more.'),
    finds: [],
  },
  {
    name: 'the title is another',
    on: 'createCard',
    plant: (page) => (page.title = 'Make a card'),
    finds: [],
    text: 'none',
  },
  {
    name: 'names of answers are others',
    on: 'createWallet',
    plant: (page) => page.responses.forEach((one) => (one.name = 'Other\nwords')),
    finds: [],
    text: 'none',
  },
  {
    name: 'a reference is wrapped',
    on: 'replaceOrRenewCard',
    plant: (page) => (answer(page).schema = { allOf: [answer(page).schema] }),
    finds: [],
    text: 'none',
  },
  {
    name: 'objects are closed',
    on: 'createWallet',
    plant: (page) => ((page.schemas['WalletCreateInputDto'] ?? {})['additionalProperties'] = false),
    finds: [],
  },
  {
    name: 'fields are from another schema, by the editor',
    on: 'createWallet',
    plant: (page) =>
      Object.assign(page.schemas['WalletCreateInputDto'] ?? {}, {
        'x-apidog-ignore-properties': ['asset'],
        'x-apidog-refs': {
          '01K9MGSRF4G8HBPB60TYG2VSPG': { $ref: '#/components/schemas/Other', 'x-apidog-overrides': { asset: null } },
        },
      }),
    finds: [],
  },
  {
    name: 'an import left its own words',
    on: 'createWallet',
    plant: (page) => (page.extra['x-imported-name'] = 'words'),
    finds: [],
  },
  {
    name: 'there are callbacks',
    on: 'createWallet',
    plant: (page) => (page.extra['callbacks'] = {}),
    finds: ['not understood operation none'],
    text: 'none',
  },
  {
    name: 'a schema has a condition',
    on: 'createWallet',
    plant: (page) => ((page.schemas['WalletCreateInputDto'] ?? {})['if'] = {}),
    finds: ['not understood body none'],
    text: [],
  },
  {
    name: 'a sample lacks a required field',
    on: 'createWallet',
    plant: (page) => delete example(body(page))['asset'],
    finds: ['contradicts itself body/asset none'],
  },
  {
    name: 'a sample has a value of another type',
    on: 'createWallet',
    plant: (page) => (example(body(page))['asset'] = 1),
    finds: ['contradicts itself body/asset none'],
  },
  {
    name: 'a sample has a template',
    on: 'createTransaction',
    plant: (page) => (example(body(page))['amount'] = '{{amount}}'),
    finds: [],
  },
];
