import { PREFIX, checkFunctions, optionError, ownCopy } from '../checks.js';
import { reasonOf } from '../errors/foreign.js';
import type { Logger } from '../hooks.js';
import { resolveCallback, type EventSink, type RecordClient } from './event.js';
import { safeLogger } from './log.js';
import { Once, type SeenStore } from './once.js';
import { readRawBody } from './raw-body.js';
import { checkClient, recordOf } from './record.js';
import { readRules, type WebhookTrust } from './rules.js';
import { confirmSubscription } from './subscription.js';
import { CLOCK_SKEW_MS, verifyBy } from './verify.js';
import { isWebhookError, statusOf, type WebhookError } from './webhook-error.js';

/** Options of {@link createWebhookHandler}: which messages to trust, and either `onEvent` or `on`. */
export type WebhookHandlerOptions<Client extends RecordClient | undefined = undefined> = EventSink<Client> &
  WebhookTrust & {
    /** Client by which `record()`, which callbacks then have, fetches what an event names. Default: none, and no `record`. */
    client?: Client | undefined;
    /**
     * Store in which processes share the ids of messages that were handed over: `redisSeenStore` of `kobble-client/redis`,
     * or a Keyv, which has no locks. Default: each process remembers its own, at most 50 000. Ids are kept for `maxAgeMs`
     * and 5 minutes.
     */
    seen?: SeenStore | undefined;
    /**
     * Name of this endpoint, a part of the keys in `seen`: with one each, two services that share a store are both handed
     * every message. Default: none.
     */
    consumer?: string | undefined;
    /** Receives the reasons, which the answers do not tell, at `error`. Default: `console`. */
    logger?: Logger | undefined;
  };

/** Function that answers a request and never rejects. */
export type WebhookHandler = (request: Request) => Promise<Response>;

/**
 * Creates the endpoint that Kobble's webhooks are posted to. It verifies each message, confirms subscriptions, drops
 * repeats and hands each event over. It is a Fetch handler: Hono, Next, Bun, Deno and Workers take it as it is, Express and
 * `node:http` through `toNodeHandler`. Any `Content-Type` is accepted (SNS sends `text/plain`).
 *
 * It answers 200 once the callback has resolved, and for repeats and messages about the subscription; 500 if the callback
 * failed or did not settle in 14 s, and 503 if SNS or the store could not be reached (5 s, 1 s) or the clock of this
 * machine is off, so that SNS delivers again; 400 for anything that is not a message, 403 for a forgery, 405 for a verb
 * other than POST, 408 for a body that takes more than 10 s, 413 for more than 1 MiB. The reason is in the log only. SNS
 * does not deliver again after a 4xx.
 *
 * A message that is delivered twice at once is handed over once, by processes that share a `seen` store with locks. It can
 * still be handed over again if a process dies, if a callback outlasts the lock (without locks, 14 s) or if the store forgets:
 * make the callback repeatable, by the id of the message.
 *
 * @throws TypeError if an option is wrong.
 * @example
 * const handler = createWebhookHandler({
 *   topicArns: ['arn:aws:sns:ap-southeast-2:123456789012:kobble-events'],
 *   client: kobble,
 *   on: {
 *     'transaction-create': async (_, { record }) => ledger.add(await record()),
 *     unknown: (event) => log(event.type),
 *   },
 *   seen: redisSeenStore(redis), // import { redisSeenStore } from 'kobble-client/redis'
 * });
 * app.post('/webhooks/kobble', (c) => handler(c.req.raw)); // Hono
 *
 * @see Kobble's guides doc-806843 and doc-1798440
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-http-https-endpoint-as-subscriber.html
 */
export function createWebhookHandler<Client extends RecordClient | undefined = undefined>(
  options: WebhookHandlerOptions<Client>,
): WebhookHandler;
export function createWebhookHandler(options: WebhookHandlerOptions<RecordClient | undefined>): WebhookHandler {
  const rules = readRules(options);
  const own = ownCopy(options);
  const logger = safeLogger(own.logger ?? console);
  const callback = resolveCallback(own, (message) => logger.warn(message));
  const { client } = own;
  checkClient(client);
  checkFunctions('seen.', own.seen, ['get', 'set']);
  checkFunctions('seen.', own.seen, ['tryLock'], true);
  const ttlMs = rules.maxAgeMs + CLOCK_SKEW_MS;
  const once = new Once({ store: own.seen, prefix: prefixOf(own.consumer), ttlMs, logger });

  async function receive(request: Request): Promise<Response> {
    if (request.method !== 'POST') return answer(405, { allow: 'POST' });
    const webhook = await verifyBy(rules, await readRawBody(request), request.headers);
    if (webhook.type === 'SubscriptionConfirmation') await confirmSubscription(webhook, { fetch: rules.fetch });
    if (webhook.type === 'UnsubscribeConfirmation') logger.warn(`${PREFIX}a webhook subscription has ended`);
    if (webhook.type !== 'Notification') return answer(200);
    const { event, messageId, topicArn, timestamp } = webhook;
    const delivery = { messageId, topicArn, timestamp };
    const told = client === undefined ? delivery : { ...delivery, record: recordOf(client, event) };
    await once.run(messageId, () => callback(event, told));
    return answer(200);
  }

  function refuse({ code, message }: WebhookError): Response {
    const status = statusOf(code);
    // Nothing is wrong with a sender that hangs up, or with two copies at once.
    const level = code === 'body_incomplete' || code === 'message_underway' ? 'info' : 'error';
    logger[level](`${message} (${code}, answered ${status}${status < 500 ? ': SNS does not deliver it again' : ''})`);
    return answer(status, status === 408 ? { connection: 'close' } : {}); // RFC 9110 §15.5.9
  }

  return async (request) => {
    try {
      return await receive(request);
    } catch (error) {
      if (isWebhookError(error)) return refuse(error);
      logger.error(`${PREFIX}a webhook was not handled, and SNS will deliver it again: ${reasonOf(error)}`);
      return answer(500);
    }
  };
}

const answer = (status: number, headers: Record<string, string> = {}): Response =>
  new Response(null, { status, headers });

/** Returns what the keys of an endpoint begin with. The option is not typed here: callers may write JavaScript. */
function prefixOf(consumer: unknown): string {
  if (consumer === undefined) return 'kobble-client:webhook:';
  if (typeof consumer !== 'string' || consumer === '')
    throw optionError('consumer', 'must be a text that is not empty');
  return `kobble-client:webhook:${consumer}:`;
}
