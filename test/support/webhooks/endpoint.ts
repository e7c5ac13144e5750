import { createWebhookHandler, signTestWebhook, type WebhookHandlerOptions } from '../../../src/webhooks/index.js';
import { recorder } from './recorder.js';

export const { topicArn, fetch } = signTestWebhook();

/** A handler that keeps the events and log lines it has given. */
export function endpoint(options: Partial<WebhookHandlerOptions> = {}) {
  const log = recorder();
  const events: unknown[] = [];
  const onEvent = async (event: unknown) => void events.push(event);
  const defaults = { topicArns: [topicArn], fetch, logger: log, ...(options.on === undefined && { onEvent }) };
  const handler = createWebhookHandler({ ...defaults, ...options } as WebhookHandlerOptions);
  const post = (body: BodyInit | null, headers: Record<string, string> = {}) =>
    handler(new Request('http://localhost/', { method: 'POST', headers, body, duplex: 'half' } as RequestInit));
  const deliver = async (webhook: { rawBody: string; headers: Readonly<Record<string, string>> }) =>
    (await post(webhook.rawBody, webhook.headers)).status;
  return { handler, post, deliver, events, log };
}
