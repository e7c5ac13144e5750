import { get, list, storeOpen, type Operations } from './resource.js';

/** Owners of all other entities. */
export const clients: Operations<'listClients' | 'createClient' | 'getClient'> = {
  listClients: ({ entities }) => list(entities.clients),
  createClient: ({ entities, body }) => storeOpen(entities.clients, body),
  getClient: ({ entities, path }) => get(entities.clients, path),
};
