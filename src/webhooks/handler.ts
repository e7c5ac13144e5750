import type { Logger } from '../hooks.js';
import { confirmSubscription } from './confirm.js';
import { dispatcherOf, type EventSink } from './dispatch.js';
import { MAX_BODY_BYTES } from './envelope.js';
import { Once } from './once.js';
import { readAtMost } from './read-at-most.js';
import { rulesOf, type WebhookTrust } from './rules.js';
import type { SeenStore } from './seen.js';
import { statusOf } from './status.js';
import { CLOCK_SKEW_MS, verifyBy } from './verify.js';
import { WebhookError } from './webhook-error.js';

/** What {@link createWebhookHandler} takes: what to trust, and either `onEvent` or `on`. */
export type WebhookHandlerOptions = EventSink &
  WebhookTrust & {
    /**
     * Where processes remember together which messages were handed over; a Keyv is one. Default: each process remembers
     * its own, at most 50 000. Ids are kept for `maxAgeMs` and 5 minutes.
     */
    seen?: SeenStore | undefined;
    /** Where reasons go, which the answers do not tell: refusals to `warn`, failures to `error`. Default: `console`. */
    logger?: Logger | undefined;
  };

/** Answers a request; never rejects. */
export type WebhookHandler = (request: Request) => Promise<Response>;

/**
 * Makes the endpoint that Kobble's webhooks are posted to: it proves each message, confirms subscriptions, drops repeats,
 * and hands each event over. It is a Fetch handler: Hono, Next, Bun, Deno and Workers take it as it is, Express and
 * `node:http` through `toNodeHandler`. Any `Content-Type` will do (SNS sends `text/plain`).
 *
 * It answers 200 once the callback has resolved, and for repeats and news about the subscription; 500 where the callback
 * failed and 503 where SNS or the store could not be reached, so that SNS delivers again; 400 for what is no message,
 * 403 for a forgery, 405 for another verb than POST, 413 for more than 256 KiB. Why is in the log only.
 *
 * A message that is delivered twice at once to one process is handed over once. Two processes can both hand it over if it
 * reaches both before either has answered: make the callback repeatable, by the event's id.
 *
 * @throws TypeError where an option is wrong.
 * @example
 * const handler = createWebhookHandler({
 *   topicArns: ['arn:aws:sns:ap-southeast-2:123456789012:kobble-events'],
 *   on: { 'transaction-create': (event) => queue.add(event), unknown: (event) => log(event.type) },
 *   seen: new Keyv(redis),
 * });
 * app.post('/webhooks/kobble', (c) => handler(c.req.raw)); // Hono
 *
 * @see Kobble's guides doc-806843 and doc-1798440
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-http-https-endpoint-as-subscriber.html
 */
export function createWebhookHandler(options: WebhookHandlerOptions): WebhookHandler {
  const rules = rulesOf(options);
  const { logger = console } = options;
  const dispatch = dispatcherOf(options, (message) => logger.warn(`kobble-client: ${message}`));
  const once = new Once(options.seen, rules.maxAgeMs + CLOCK_SKEW_MS, rules.now, logger);

  async function receive(request: Request): Promise<Response> {
    if (request.method !== 'POST') return answer(405, { allow: 'POST' });
    const webhook = await verifyBy(rules, await rawBodyOf(request), request.headers);
    if (webhook.type === 'SubscriptionConfirmation') await confirmSubscription(webhook, { fetch: rules.fetch });
    if (webhook.type === 'UnsubscribeConfirmation') logger.warn('kobble-client: a webhook subscription has ended');
    if (webhook.type !== 'Notification') return answer(200);
    const { event, messageId, topicArn, timestamp } = webhook;
    await once.run(messageId, () => dispatch(event, { messageId, topicArn, timestamp }));
    return answer(200);
  }

  return async (request) => {
    try {
      return await receive(request);
    } catch (error) {
      const status = error instanceof WebhookError ? statusOf(error.code) : 500;
      if (error instanceof WebhookError) logger.warn(`${error.message} (${error.code}, answered ${status})`);
      else logger.error('kobble-client: a webhook was not handled; SNS will deliver it again', error);
      return answer(status);
    }
  };
}

const answer = (status: number, headers: Record<string, string> = {}): Response =>
  new Response(null, { status, headers });

async function rawBodyOf(request: Request): Promise<Uint8Array> {
  const tooLarge = Number(request.headers.get('content-length')) > MAX_BODY_BYTES;
  const bytes = tooLarge ? undefined : await readAtMost(request.body, MAX_BODY_BYTES);
  if (bytes === undefined) throw new WebhookError('body_too_large');
  return bytes;
}
