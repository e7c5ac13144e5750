import { find, list, storeOpen, type Operations } from './resource.js';

/** Subscriptions to events. Assumption: each receives all events, since no page shows a way to select some. */
export const webhooks: Operations<'listWebhooks' | 'createWebhook' | 'deleteWebhook'> = {
  listWebhooks: ({ entities }) => list(entities.webhooks),
  createWebhook: ({ entities, body, publisher }) => {
    const reply = storeOpen(entities.webhooks, body);
    publisher.webhookCreated(reply.entityId, body.url);
    return reply;
  },
  deleteWebhook: ({ entities, path, publisher }) => {
    const { id } = find(entities.webhooks, path);
    entities.webhooks.delete(id);
    publisher.webhookDeleted(id);
    return { entityId: id, body: {} };
  },
};
