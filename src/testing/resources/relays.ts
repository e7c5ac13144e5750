import { storeOpen, type Operations } from './resource.js';

/** Subscriptions to the rules of card use. The fake sends nothing to their URLs. */
export const relays: Operations<'createRelay'> = {
  createRelay: ({ entities, body }) => storeOpen(entities.relays, body),
};
