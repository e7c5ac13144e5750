import { randomUUID } from 'node:crypto';
import type { FakeKobble } from 'kobble-client/testing';
import { signTestWebhook, type WebhookEvent } from 'kobble-client/webhooks';
import type { Hono } from 'hono';
import type { Switches } from './switches.js';
import type { Timeline } from './timeline.js';

const PATH = '/webhooks/kobble';
const TYPE = 'transaction-create';

/** Stands in for Amazon SNS: delivers webhooks to the service, signed by a throwaway certificate that it trusts. */
export class WebhookSender {
  readonly #fake: FakeKobble;
  readonly #service: Hono;
  readonly #timeline: Timeline;
  readonly #switches: Switches;
  #sent = 0;

  constructor(fake: FakeKobble, service: Hono, timeline: Timeline, switches: Switches) {
    this.#fake = fake;
    this.#service = service;
    this.#timeline = timeline;
    this.#switches = switches;
  }

  /** Sends a webhook for each transaction that has none yet, whether or not the client has got an answer. */
  async sendNew(): Promise<void> {
    const effects = this.#fake.state.effectsOf('createManualCredit');
    const unsent = effects.slice(this.#sent);
    this.#sent = effects.length;
    for (const { entityId } of unsent) {
      const { rawBody, headers, event } = signed(entityId ?? '');
      for (let left = this.#switches.takeDeliveries(); left > 0; left--) await this.#deliver(headers, rawBody, event);
    }
  }

  /** Sends a webhook whose text was changed after it was signed. */
  async forge(): Promise<void> {
    const { rawBody, headers, event } = signed(randomUUID());
    const forged = { ...event, entity_id: randomUUID() };
    const changed = rawBody.replace(event.entity_id, forged.entity_id);
    await this.#timeline.run('forge', 'A forged webhook arrives', () => this.#deliver(headers, changed, forged));
  }

  /** Posts a message once, and looks whether the service has a new event. */
  async #deliver(headers: HeadersInit, body: string, event: WebhookEvent): Promise<void> {
    const wasKnown = await this.#isKnown(event);
    await this.#timeline.deliver(`webhook ${TYPE}`, `POST ${PATH}`, async () => {
      const { status } = await this.#service.request(PATH, { method: 'POST', headers, body });
      return { status, isCarriedOut: !wasKnown && (await this.#isKnown(event)) };
    });
  }

  async #isKnown({ id }: WebhookEvent): Promise<boolean> {
    const events = (await (await this.#service.request('/events')).json()) as readonly WebhookEvent[];
    return events.some((event) => event.id === id);
  }
}

function signed(transactionId: string) {
  const event = { id: randomUUID(), type: TYPE, entity_id: transactionId };
  return { ...signTestWebhook(event), event };
}
