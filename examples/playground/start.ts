/**
 * Runs the card service on a fake Kobble, with all that happens on the wire beside it (`npm run example`). Needs no
 * configuration. Webhooks are signed by a throwaway certificate instead of Amazon's.
 */
import { createKobbleClient, type AttemptEndEvent } from 'kobble-client';
import { createFakeKobble } from 'kobble-client/testing';
import { listen } from '../card-service/listen.js';
import { createService } from '../card-service/service.js';
import { Money } from './money.js';
import { createPlayground } from './playground.js';
import { Switches } from './switches.js';
import { Timeline, type Activity } from './timeline.js';
import { deliverWebhooks } from './webhooks.js';

const CREDENTIALS = { clientId: 'example', clientSecret: 'example-secret', scope: 'client/write' };

const fake = createFakeKobble({ ...CREDENTIALS, latencyMs: 40 }); // so that an attempt can be seen
fake.state.addProgram();
const { url: baseUrl } = await fake.listen(); // over HTTP, so that a lost answer is a lost connection

const listeners = new Set<(activity: Activity) => void>();
const changed = (activity: Activity): void => listeners.forEach((listener) => listener(activity));

/** Returns true if Kobble carried an attempt out. Its own record knows, whatever became of the answer. */
const wasCarriedOut = ({ operationId, idempotencyKey }: AttemptEndEvent): boolean | undefined =>
  [...fake.calls].findLast((call) => call.operationId === operationId && call.key === idempotencyKey)?.effect;

const timeline = new Timeline(wasCarriedOut, changed);
const kobble = createKobbleClient({ ...CREDENTIALS, baseUrl, hooks: [timeline.hooks] });
const service = createService({ kobble, webhooks: fake.webhooks.trust, widgetOrigins: [baseUrl] });
await deliverWebhooks(fake, service, timeline);

const playground = createPlayground({
  fake,
  service,
  timeline,
  switches: new Switches(fake),
  money: new Money(fake),
  onChange: (listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
});

const { origin, close } = await listen(playground, Number(process.env['PORT'] ?? 0));
console.log(`
  The playground of kobble-client is at ${origin}/

  Issue a card, let its answer get lost, and see that it is issued once. No card or money is real. Ctrl+C stops it.
`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    close();
    void kobble.close({ timeoutMs: 0 });
    void fake.close();
  });
}
