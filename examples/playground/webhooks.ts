import type { FakeKobble } from 'kobble-client/testing';
import type { WebhookEvent } from 'kobble-client/webhooks';
import type { Hono } from 'hono';
import type { Timeline } from './timeline.js';

const URL = 'http://localhost/webhooks/kobble'; // never requested: what is posted to it is handed to the service

/** Lets the fake send its webhooks to the service, and the timeline see them. */
export async function deliverWebhooks({ webhooks }: FakeKobble, service: Hono, timeline: Timeline): Promise<void> {
  const newestEvent = async (): Promise<unknown> => {
    const [event] = (await (await service.request('/events')).json()) as readonly WebhookEvent[];
    return event?.id;
  };
  webhooks.route(URL, (request) => {
    const event = webhooks.deliveries.at(-1)?.event;
    if (event === undefined) return service.fetch(request); // SNS asks whether to subscribe
    return timeline.deliver(`webhook ${String(event.type)}`, `POST ${URL}`, async () => {
      const before = await newestEvent();
      const response = await service.fetch(request);
      return { response, isHandedOver: (await newestEvent()) !== before };
    });
  });
  await webhooks.deliverTo(URL);
}
