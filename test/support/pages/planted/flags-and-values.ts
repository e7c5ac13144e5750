import { body, dropFlag, field, fields, noSamples, parameter, type PlantedChange } from './change.js';

export const FLAGS: readonly PlantedChange[] = [
  {
    name: 'a field of a request is optional',
    on: 'createWallet',
    plant: (page) => dropFlag(page, 'WalletCreateInputDto', 'asset'),
    finds: ['changed body/asset minor'],
  },
  {
    name: 'a field of a request is required',
    on: 'updateBeneficiary',
    plant: (page) => (
      (body(page).schema['required'] = ['status']),
      page.schemas['BeneficiaryUpdate'] && (page.schemas['BeneficiaryUpdate']['required'] = ['status'])
    ),
    finds: ['changed body/status major'],
  },
  {
    name: 'a field of a response may be absent',
    on: 'replaceOrRenewCard',
    plant: (page) => dropFlag(page, 'Card', 'expiry'),
    finds: ['changed 200/body/expiry major'],
  },
  {
    name: 'a query parameter is required',
    on: 'listCards',
    plant: (page) => (parameter(page, 'limit').required = true),
    finds: ['changed query/limit major'],
  },
  {
    name: 'the key is optional',
    on: 'createCard',
    plant: (page) => (parameter(page, 'idempotency-key').required = false),
    finds: ['changed header/idempotency-key minor'],
  },
  {
    name: 'the flag of a parameter is not stated',
    on: 'listCards',
    plant: (page) => delete parameter(page, 'limit').required,
    finds: [],
    text: [],
  },
];

export const VALUES: readonly PlantedChange[] = [
  {
    name: 'a response has a new value',
    on: 'replaceOrRenewCard',
    plant: (page) => (field(page, 'Card', 'status')['enum'] as string[]).push('FROZEN'),
    finds: ['changed 200/body/status minor'],
  },
  {
    name: 'a request has a new value',
    on: 'updateBeneficiary',
    plant: (page) => (field(page, 'BeneficiaryUpdate', 'status')['enum'] as string[]).push('FROZEN'),
    finds: ['changed body/status minor'],
  },
  {
    name: 'a response lost a value',
    on: 'replaceOrRenewCard',
    plant: (page) => (field(page, 'Card', 'status')['enum'] as string[]).pop(),
    finds: ['changed 200/body/status minor'],
  },
  {
    name: 'a request lost a value',
    on: 'updateBeneficiary',
    plant: (page) => (field(page, 'BeneficiaryUpdate', 'status')['enum'] as string[]).pop(),
    finds: ['changed body/status major'],
  },
  {
    name: 'values are any string',
    on: 'replaceOrRenewCard',
    plant: (page) => delete field(page, 'Card', 'status')['enum'],
    finds: ['changed 200/body/status minor'],
  },
  {
    name: 'a string has listed values',
    on: 'createWallet',
    plant: (page) => (field(page, 'WalletCreateInputDto', 'asset')['enum'] = ['AUD', 'USD']),
    finds: ['changed body/asset major'],
  },
  {
    name: 'a string is a constant',
    on: 'createWallet',
    plant: (page) => (field(page, 'WalletCreateInputDto', 'asset')['const'] = 'AUD'),
    finds: ['changed body/asset major'],
    text: 'none',
  },
  {
    name: 'values are in another order',
    on: 'replaceOrRenewCard',
    plant: (page) => (field(page, 'Card', 'status')['enum'] as string[]).reverse(),
    finds: [],
  },
  {
    name: 'values are described, in another order',
    on: 'replaceOrRenewCard',
    plant: (page) =>
      (field(page, 'Card', 'type')['x-apidog-enum'] = [
        { value: 'PHYSICAL', name: '', description: 'Words.' },
        { value: 'VIRTUAL', name: '', description: '' },
      ]),
    finds: [],
  },
];

export const NULLS: readonly PlantedChange[] = [
  {
    name: 'a field can be null, by a list of types',
    on: 'replaceOrRenewCard',
    plant: (page) => (field(page, 'Card', 'm_pan')['type'] = ['string', 'null']),
    finds: ['changed 200/body/m_pan major'],
    text: [],
  },
  {
    name: 'a field can be null, by a flag',
    on: 'replaceOrRenewCard',
    plant: (page) => (field(page, 'Card', 'm_pan')['nullable'] = true),
    finds: ['changed 200/body/m_pan major'],
    text: [],
  },
  {
    name: 'a field can be null, by an alternative',
    on: 'replaceOrRenewCard',
    plant: (page) => (fields(page, 'Card')['m_pan'] = { anyOf: [{ type: 'string' }, { type: 'null' }] }),
    finds: ['changed 200/body/m_pan major'],
    text: 'none',
  },
  {
    name: 'a field cannot be null any more',
    on: 'getWallet',
    plant: (page) => {
      noSamples(page);
      field(page, 'Wallet', 'external_id')['type'] = 'string';
    },
    finds: ['changed 200/body/external_id minor'],
    text: [],
  },
];

export const LIMITS: readonly PlantedChange[] = [
  {
    name: 'a length is another',
    on: 'createBeneficiary',
    plant: (page) => (field(page, 'Create Beneficiary with bank details', 'bank_country')['maxLength'] = 2),
    finds: ['changed body/bank_country major'],
    text: [],
  },
  {
    name: 'a pattern is new',
    on: 'createWallet',
    plant: (page) => (field(page, 'WalletCreateInputDto', 'asset')['pattern'] = '^[A-Z]+$'),
    finds: ['changed body/asset major'],
    text: [],
  },
  {
    name: 'a length is not stated',
    on: 'createBeneficiary',
    plant: (page) => delete field(page, 'Create Beneficiary with bank details', 'bank_country')['maxLength'],
    finds: [],
  },
];
