/**
 * Runs the service without configuration (`npm run example`): on a fake Kobble, with a stand-in for the widget's server,
 * and with webhooks that are signed by a throwaway certificate instead of Amazon's.
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
widgetApp.get('/card', (c) => {
  const card = fake.state.cards.get(c.req.query('cardId') ?? '');
  if (card === undefined) return c.notFound();
  const number = card.m_pan.replace('***', ' 0000 0000 '); // ends as the masked number does
  return c.html(widgetPage.replace('NUMBER', number).replace('EXPIRY', card.expiry.slice(0, 7)));
});
const widget = await listen(widgetApp);

const fake = createFakeKobble({ ...CREDENTIALS, widgetUrl: `${widget.origin}/card` });
fake.state.addProgram();

const { topicArn, fetch: fetchFromSns } = signTestWebhook();
const kobble = createKobbleClient({
  ...CREDENTIALS,
  baseUrl: 'https://kobble.test',
  fetch: (url, init) => fake.fetch(url, init).finally(sendWebhooks),
});
const service = await listen(
  createService({
    kobble,
    webhooks: { topicArns: [topicArn], fetch: fetchFromSns },
    widgetOrigins: [widget.origin],
  }),
  Number(process.env['PORT'] ?? 0),
);
console.log(`The card service is at ${service.origin}/ (on a fake Kobble; Ctrl-C stops it)`);

let sent = 0;

/** Sends a webhook for each new transaction, as Kobble does through SNS. */
function sendWebhooks(): void {
  const transactions = fake.state.effectsOf('createManualCredit');
  for (const { entityId } of transactions.slice(sent)) {
    const event = { id: randomUUID(), type: 'transaction-create', entity_id: entityId ?? '' };
    const { rawBody, headers } = signTestWebhook(event);
    void fetch(`${service.origin}/webhooks/kobble`, { method: 'POST', headers, body: rawBody });
  }
  sent = transactions.length;
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    service.close();
    widget.close();
    void fake.close();
  });
}
