import { put } from '../state.js';
import { listed, named, openEntity, type Operations } from './context.js';

// No page shows an answer of these: the fake keeps what it was sent, under a new id. It sends nothing to any URL.

export const relays: Operations<'createRelay'> = {
  createRelay: ({ state, body }) => ({ body: put(state.relays, openEntity(body)) }),
};

export const webhooks: Operations<'listWebhooks' | 'createWebhook' | 'deleteWebhook'> = {
  listWebhooks: ({ state }) => listed(state.webhooks),
  createWebhook: ({ state, body }) => ({ body: put(state.webhooks, openEntity(body)) }),
  deleteWebhook: (context) => {
    const { id } = named(context.state.webhooks, context);
    context.state.webhooks.delete(id);
    return { entityId: id, body: {} };
  },
};
