// Webhooks, signed beforehand: the runtime verifies them with WebCrypto.
import { confirmSubscription, createWebhookHandler, verifyWebhook } from 'kobble-client/webhooks';
import { check, equal, failureOf } from './harness.js';

const optionsOf = ({ topicArn, certificate }) => ({
  topicArns: [topicArn],
  fetch: async (url, init) => {
    new Request(url, init); // the runtime's own check of the init: it throws for a member that it does not take
    return new Response(certificate, { headers: { 'content-type': 'text/plain' } });
  },
});

for (const version of ['1', '2']) {
  check(`webhooks: verifies signature version ${version}`, async ({ given }) => {
    const message = given.webhooks[version];
    equal((await verifyWebhook(message.rawBody, optionsOf(message))).event.entity_id, 'transaction-1');
  });
  check(`webhooks: refuses a forgery of version ${version}`, async ({ given }) => {
    const message = given.webhooks[version];
    const forged = message.rawBody.replace('transaction-1', 'transaction-2');
    equal((await failureOf(verifyWebhook(forged, optionsOf(message)))).code, 'signature_invalid');
  });
}

check('webhooks: the handler answers a Request', async ({ given }) => {
  const { rawBody, headers, ...trust } = given.webhooks[2];
  const events = [];
  const onEvent = (event) => void events.push(event.entity_id);
  const logger = { debug() {}, info() {}, warn() {}, error() {} };
  const handler = createWebhookHandler({ ...optionsOf(trust), onEvent, logger });
  const post = (body) => handler(new Request('http://localhost/', { method: 'POST', headers, body }));
  equal((await post(rawBody)).status, 200, 'the status');
  equal((await post(`${rawBody} `.replace('transaction-1', 'transaction-2'))).status, 403, 'the status of a forgery');
  equal(events, ['transaction-1']);
});

/** Runs code while the platform's own `fetch` sends requests for SNS to a server of this run. */
async function atSns(sns, run) {
  const platformFetch = globalThis.fetch;
  globalThis.fetch = function (url, init) {
    const [, path] = /^https:\/\/sns\.[a-z0-9-]+\.amazonaws\.com(\/.*)$/.exec(url);
    return Reflect.apply(platformFetch, this, [sns + path, init]); // with the same `this`: some platforms refuse any
  };
  try {
    return await run();
  } finally {
    globalThis.fetch = platformFetch;
  }
}

const codeAt = (sns, { rawBody, topicArn }) =>
  atSns(sns, async () => (await failureOf(verifyWebhook(rawBody, { topicArns: [topicArn] }))).code);

check("webhooks: the platform's fetch follows no redirect to a certificate", async ({ given }) => {
  equal(await codeAt(`${given.sns}/moved`, given.webhooks[2]), 'certificate_unavailable');
});

check("webhooks: the platform's fetch ends a certificate that is too long", async ({ given }) => {
  equal(await codeAt(`${given.sns}/endless`, given.webhooks[2]), 'certificate_invalid');
});

for (const version of ['1', '2']) {
  check(`webhooks: the platform's fetch gets the certificate of version ${version}`, async ({ given }) => {
    const { rawBody, topicArn } = given.webhooks[version];
    const { event } = await atSns(given.sns, () => verifyWebhook(rawBody, { topicArns: [topicArn] }));
    equal(event.entity_id, 'transaction-1');
  });
}

check("webhooks: the platform's fetch confirms a subscription", async ({ given, ask }) => {
  const { rawBody, topicArn, ...trust } = given.confirmation;
  const webhook = await verifyWebhook(rawBody, optionsOf({ topicArn, ...trust }));
  await atSns(given.sns, () => confirmSubscription(webhook));
  equal(await ask('newConfirmations'), 1, 'the number of confirmations');
});
