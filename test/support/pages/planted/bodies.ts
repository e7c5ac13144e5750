import { answer, body, type PlantedChange } from './change.js';
import type { Json } from '../page-document.js';

export const BODIES: readonly PlantedChange[] = [
  {
    name: 'a body is a form',
    on: 'createWallet',
    plant: (page) => (body(page).media = 'application/x-www-form-urlencoded'),
    finds: ['changed body major'],
  },
  {
    name: 'a body has no schema',
    on: 'createWallet',
    plant: (page) => {
      body(page).schema = {};
      delete body(page).example;
    },
    finds: [],
  },
  {
    name: 'a body has no fields',
    on: 'createWallet',
    plant: (page) => {
      body(page).schema = { type: 'object', properties: {} };
      delete body(page).example;
    },
    finds: [],
  },
  {
    name: 'the table of a body is folded',
    on: 'createWallet',
    plant: (page) => {
      body(page).isFolded = true;
    },
    finds: [],
  },
  {
    name: 'a body has one more form',
    on: 'createEnduser',
    plant: (page) => {
      const [name] = Object.keys(page.schemas);
      const schema = body(page).schema;
      const list = (schema['oneOf'] ?? page.schemas[name ?? '']?.['oneOf']) as Json[];
      list.push({ type: 'object', properties: { trust: { type: 'object', properties: {} } }, required: ['trust'] });
    },
    finds: ['new body/trust minor'],
    text: ['not understood body/trust none'],
  },
  {
    name: 'samples only are shown of what was documented',
    on: 'getWallet',
    plant: (page) => (answer(page).schema = {}),
    finds: [],
  },
];
