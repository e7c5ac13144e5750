import { CARD_SHOWN, SHOWN, dropParameter, parameter, type PlantedChange } from './change.js';

export const PARAMETERS: readonly PlantedChange[] = [
  {
    name: 'a query parameter is new',
    on: 'listCards',
    plant: (page) => page.parameters.push({ name: 'status', in: 'query', required: false, schema: { type: 'string' } }),
    finds: ['new query/status minor'],
  },
  {
    name: 'a query parameter is gone',
    on: 'listCards',
    plant: (page) => dropParameter(page, 'limit'),
    finds: ['gone query/limit major'],
  },
  {
    name: 'a query parameter is a header',
    on: 'listCards',
    plant: (page) => (parameter(page, 'order').in = 'header'),
    finds: ['changed header/order major'],
  },
  {
    name: 'a required header is new',
    on: 'createCard',
    plant: (page) =>
      page.parameters.push({ name: 'X-Region', in: 'header', required: true, schema: { type: 'string' } }),
    finds: ['new header/x-region major'],
  },
  {
    name: 'a cookie is new',
    on: 'getCard',
    plant: (page) =>
      page.parameters.push({ name: 'session', in: 'cookie', required: false, schema: { type: 'string' } }),
    finds: ['new cookie/session minor'],
    text: 'none',
  },
  {
    name: 'the key is gone',
    on: 'createCard',
    plant: (page) => dropParameter(page, 'idempotency-key'),
    finds: ['gone header/idempotency-key major'],
  },
  {
    name: 'no parameter is shown',
    on: 'createTransaction',
    plant: (page) => (page.parameters = []),
    finds: ['not understood header/idempotency-key none'],
  },
  {
    name: 'no parameter is shown, and there is no key',
    on: 'listCards',
    plant: (page) => (page.parameters = []),
    finds: [],
  },
  {
    name: 'a placeholder has another name',
    on: 'getCard',
    plant: (page) => {
      page.path = page.path.replace('{id}', '{card_id}');
      parameter(page, 'id').name = 'card_id';
    },
    finds: [],
  },
  {
    name: 'Authorization is optional',
    on: 'getCard',
    plant: (page) => (parameter(page, 'Authorization').required = false),
    finds: ['changed security minor'],
  },
  {
    name: 'a media type is among the headers',
    on: 'createCard',
    plant: (page) =>
      page.parameters.push({ name: 'Content-Type', in: 'header', required: true, schema: { type: 'string' } }),
    finds: [],
  },
  {
    name: 'the table of the query is folded',
    on: 'listCards',
    plant: (page) => page.foldedTables.push('query'),
    finds: [],
  },
  {
    name: 'the table of headers is folded',
    on: 'createCard',
    plant: (page) => page.foldedTables.push('header'),
    finds: [],
  },
];

export const RESPONSES: readonly PlantedChange[] = [
  {
    name: 'a status is new',
    on: 'createWallet',
    plant: (page) => page.responses.push({ status: '422', name: 'Words' }),
    finds: ['new 422 patch'],
  },
  {
    name: 'a status that was inferred is listed',
    on: 'createWallet',
    plant: (page) => page.responses.push({ status: '404', name: 'Words' }, { status: '400', name: 'Words' }),
    finds: ['new 404 patch', 'surer 400 patch'],
  },
  {
    name: 'a success has another status',
    on: 'createWallet',
    plant: (page) => page.responses.forEach((one) => (one.status = '201')),
    finds: ['new 201 minor', 'gone 200 major'],
  },
  {
    name: 'a status has a second answer',
    on: 'createWallet',
    plant: (page) =>
      page.responses.push({ status: '200', name: 'Other', isSecond: true, body: { ...CARD_SHOWN, schema: SHOWN } }),
    finds: ['new 200+2 minor'],
  },
  {
    name: 'the statuses of the guide are not listed',
    on: 'replaceOrRenewCard',
    plant: (page) => (page.responses = page.responses.filter(({ status }) => status === '200')),
    finds: [],
  },
  {
    name: 'an inferred response is shown',
    on: 'listWallets',
    plant: (page) => {
      page.schemas['Wallet'] = { ...SHOWN, properties: { id: { type: 'string', format: 'uuid' } } };
      page.responses.push({
        status: '200',
        name: 'OK',
        body: {
          media: 'application/json',
          schema: { type: 'array', items: { $ref: '#/components/schemas/Wallet' } },
          example: [],
        },
      });
    },
    finds: ['surer 200 patch'],
  },
  {
    name: 'a response of unknown fields is shown',
    on: 'getClient',
    plant: (page) => {
      page.schemas['Shown'] = SHOWN;
      page.responses.push({ status: '200', name: 'OK', body: CARD_SHOWN });
    },
    finds: ['surer 200 patch', 'surer 200/body patch', 'new 200/body/id minor', 'new 200/body/total minor'],
  },
  {
    name: 'a sample shows an unknown response',
    on: 'getClient',
    plant: (page) =>
      page.responses.push({
        status: '200',
        name: 'OK',
        body: { media: 'application/json', schema: {}, example: { id: '1' } },
      }),
    finds: ['surer 200 patch', 'new 200/body/id minor', 'surer 200/body patch'],
  },
];
