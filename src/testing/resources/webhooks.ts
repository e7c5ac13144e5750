import { find, list, storeOpen, type Operations } from './resource.js';

/** Subscriptions to events. The fake sends nothing to their URLs; `signTestWebhook()` makes events for tests. */
export const webhooks: Operations<'listWebhooks' | 'createWebhook' | 'deleteWebhook'> = {
  listWebhooks: ({ entities }) => list(entities.webhooks),
  createWebhook: ({ entities, body }) => storeOpen(entities.webhooks, body),
  deleteWebhook: ({ entities, path }) => {
    const { id } = find(entities.webhooks, path);
    entities.webhooks.delete(id);
    return { entityId: id, body: {} };
  },
};
