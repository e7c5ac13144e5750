// A program in a realm whose intrinsics are frozen (see `FREEZE`): makes calls, receives a webhook, and prints what they became.
import { createKobbleClient, redact } from '../../../src/index.js';
import { redisSeenStore } from '../../../src/redis/index.js';
import { createFakeKobble } from '../../../src/testing/index.js';
import { createWebhookHandler, signTestWebhook } from '../../../src/webhooks/index.js';

const said: unknown[] = [];
const nameOf = (error: unknown) => String(error).replace(/:.*/, '');

const answers = [
  () => new Response('{"id":"1"}', { headers: { 'content-type': 'application/json' } }),
  () => new Response('{"toString":1,"constructor":2}', { status: 400 }),
  () => new Response('<p>', { status: 200, headers: { 'content-type': 'text/html' } }),
  () => {
    throw new TypeError('fetch failed');
  },
];
for (const answer of answers) {
  const client = createKobbleClient({
    ...{ baseUrl: 'http://127.0.0.1:1', token: 'token', retry: { maxRetries: 0 } },
    fetch: async () => answer(),
  });
  said.push(await client.cards.get('1').then((card) => card.id, nameOf));
}
said.push(await createKobbleClient({ token: 'token', environment: 'staging' }).cards.get('').catch(nameOf));
said.push(redact({ constructor: { cvv: '123' } }));

const fake = createFakeKobble();
const kobble = createKobbleClient(fake.clientOptions());
said.push((await kobble.wallets.list()).length >= 0);

const webhook = signTestWebhook();
const client = { get: async () => null, set: async () => 'OK', del: async () => 1, eval: async () => 1 };
const handler = createWebhookHandler({
  ...{ topicArns: [webhook.topicArn], fetch: webhook.fetch, seen: redisSeenStore(client) },
  onEvent: () => {},
});
const { headers, rawBody: body } = webhook;
said.push((await handler(new Request('http://127.0.0.1/', { method: 'POST', headers, body }))).status);
console.log(JSON.stringify(said));
process.exit();
