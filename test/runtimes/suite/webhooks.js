// Webhooks, signed beforehand: the runtime verifies them with WebCrypto.
import { createWebhookHandler, verifyWebhook } from 'kobble-client/webhooks';
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
