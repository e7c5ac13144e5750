import type { Program } from '../../contract/types.js';
import { get, list, newEntity, store, type Operations } from './resource.js';

/** Programs that cards are issued under. */
export const cardPrograms: Operations<'listCardPrograms' | 'createCardProgram' | 'getCardProgram'> = {
  listCardPrograms: ({ entities }) => list(entities.programs),
  createCardProgram: ({ entities, body, now }) => {
    const { type, partner_product, metadata } = body;
    // The contract takes any text for these two, but lists the values of a program: what was sent is stored as it is.
    const sent = { type, partner_product } as Pick<Program, 'type' | 'partner_product'>;
    return store(entities.programs, newProgram({ ...sent, metadata }, now));
  },
  getCardProgram: ({ entities, path }) => get(entities.programs, path),
};

/** Returns a new program. Assumption: it is ACTIVE. */
export const newProgram = (fields: Partial<Program>, now: number): Program => ({
  type: 'VIRTUAL',
  status: 'ACTIVE',
  partner_product: 'KOBBLE_DEBIT_1',
  metadata: {},
  ...newEntity(now),
  ...fields,
});
