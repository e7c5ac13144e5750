/**
 * Runs the service with nothing configured (`npm run example`): on a fake Kobble, with a stand-in for the widget's server,
 * and with webhooks signed by a throwaway authority in place of Amazon SNS.
 */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createKobbleClient } from 'kobble-client';
import { createFakeKobble } from 'kobble-client/testing';
import { signTestWebhook } from 'kobble-client/webhooks';
import { Hono } from 'hono';
import { listen } from './listen.js';
import { createService } from './service.js';

const CREDENTIALS = { clientId: 'example', clientSecret: 'example-secret', scope: 'client/write' };

const widgetApp = new Hono();
const widgetPage = readFileSync(new URL('stand-in-widget.html', import.meta.url), 'utf8');
widgetApp.get('/card', (c) => c.html(widgetPage));
const widget = await listen(widgetApp);

const fake = createFakeKobble({ ...CREDENTIALS, widgetUrl: `${widget.origin}/card` });
fake.state.addProgram();

const { topicArn, fetch: fetchFromSns } = signTestWebhook();
const kobble = createKobbleClient({
  ...CREDENTIALS,
  baseUrl: 'https://kobble.test',
  fetch: (url, init) => fake.fetch(url, init).finally(sendNews),
});
const service = await listen(
  createService({
    kobble,
    webhooks: { topicArns: [topicArn], fetch: fetchFromSns },
    widgetOrigins: [widget.origin],
  }),
  Number(process.env['PORT'] ?? 0),
);
console.log(`The card service is at ${service.origin}/ (on a fake Kobble; ctrl-c ends it)`);

/** Posts an event for each new transaction, as Kobble does by way of SNS. */
let told = 0;
function sendNews(): void {
  const transactions = fake.state.effectsOf('createManualCredit');
  for (const { entityId } of transactions.slice(told)) {
    const event = { id: randomUUID(), type: 'transaction-create', entity_id: entityId ?? '' };
    const { rawBody, headers } = signTestWebhook(event);
    void fetch(`${service.origin}/webhooks/kobble`, { method: 'POST', headers, body: rawBody });
  }
  told = transactions.length;
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    service.close();
    widget.close();
    void fake.close();
  });
}
