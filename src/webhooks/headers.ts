import type { SnsMessage } from '../contract/types.js';
import { WebhookError } from './webhook-error.js';

/** The headers of a request: a `Headers`, or the plain object that Node makes of them. */
export type WebhookHeaders = Pick<Headers, 'get'> | Readonly<Record<string, string | readonly string[] | undefined>>;

/** Throws where a header of SNS contradicts the message; before the message is known, where SNS says that it is not signed. */
export function checkHeaders(headers: WebhookHeaders | undefined, message: SnsMessage | undefined): void {
  if (headers === undefined) return;
  const get = reader(headers);
  if (message === undefined) {
    if (get('x-amz-sns-rawdelivery') === 'true') throw new WebhookError('raw_delivery');
    return;
  }
  const expected = {
    'x-amz-sns-message-type': message.Type,
    'x-amz-sns-message-id': message.MessageId,
    'x-amz-sns-topic-arn': message.TopicArn,
  };
  for (const [name, value] of Object.entries(expected)) {
    if ((get(name) ?? value) !== value) throw new WebhookError('header_mismatch', name);
  }
}

function reader(headers: WebhookHeaders): (name: string) => string | undefined {
  if (isHeaders(headers)) return (name) => headers.get(name) ?? undefined;
  const byName = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  return (name) => {
    const value = byName.get(name);
    return typeof value === 'string' ? value : value?.join(', ');
  };
}

const isHeaders = (headers: WebhookHeaders): headers is Pick<Headers, 'get'> => typeof headers['get'] === 'function';
