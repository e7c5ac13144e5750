import type { Enduser, Program } from '../../contract/types.js';
import { newEnduser, newProgram } from '../entities.js';
import { put } from '../state.js';
import { listed, named, openEntity, type Operations } from './context.js';

export const endusers: Operations<'listEndusers' | 'createEnduser' | 'getEnduser'> = {
  listEndusers: ({ state }) => listed(state.endusers),
  createEnduser: ({ state, body }) => ({ body: put(state.endusers, newEnduser(body as Partial<Enduser>)) }),
  getEnduser: (context) => ({ body: named(context.state.endusers, context) }),
};

export const cardPrograms: Operations<'listCardPrograms' | 'createCardProgram' | 'getCardProgram'> = {
  listCardPrograms: ({ state }) => listed(state.programs),
  createCardProgram: ({ state, body, now }) => {
    const { type, partner_product, metadata } = body as Pick<Program, 'type' | 'partner_product' | 'metadata'>;
    return { body: put(state.programs, newProgram({ type, partner_product, metadata }, now)) };
  },
  getCardProgram: (context) => ({ body: named(context.state.programs, context) }),
};

// Of the following, no page shows an answer: the fake keeps what it was sent, under a new id.

export const beneficiaries: Operations<
  'listBeneficiaries' | 'createBeneficiary' | 'getBeneficiary' | 'updateBeneficiary'
> = {
  listBeneficiaries: ({ state }) => listed(state.beneficiaries),
  createBeneficiary: ({ state, body }) => ({ body: put(state.beneficiaries, openEntity(body)) }),
  getBeneficiary: (context) => ({ body: named(context.state.beneficiaries, context) }),
  updateBeneficiary: (context) => {
    const beneficiary = named(context.state.beneficiaries, context);
    return { body: put(context.state.beneficiaries, { ...beneficiary, ...context.body, id: beneficiary.id }) };
  },
};

export const clients: Operations<'listClients' | 'createClient' | 'getClient'> = {
  listClients: ({ state }) => listed(state.clients),
  createClient: ({ state, body }) => ({ body: put(state.clients, openEntity(body)) }),
  getClient: (context) => ({ body: named(context.state.clients, context) }),
};
