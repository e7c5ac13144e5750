import type { ALBEvent, APIGatewayProxyEvent, APIGatewayProxyEventV2 } from 'aws-lambda'; // @types/aws-lambda
import { Redis } from 'ioredis';
import { redisSeenStore } from 'kobble-client/redis';
import { createWebhookHandler } from 'kobble-client/webhooks';

const redis = new Redis(process.env['REDIS_URL'] ?? '');
redis.on('error', () => {}); // the handler answers 503, and logs why

const webhook = createWebhookHandler({
  topicArns: [process.env['KOBBLE_TOPIC_ARN'] ?? ''],
  seen: redisSeenStore(redis), // copies of a message reach different instances
  onEvent: async ({ type, entity_id }) => console.log('put into your queue:', type, entity_id),
});

/** Webhooks behind an API Gateway (REST or HTTP API), a function URL, or a load balancer. */
export async function handler(event: APIGatewayProxyEvent | APIGatewayProxyEventV2 | ALBEvent) {
  const several = 'multiValueHeaders' in event ? event.multiValueHeaders : undefined;
  const fields: Readonly<Record<string, string | readonly string[] | undefined>> = several ?? event.headers ?? {};
  const headers = new Headers();
  for (const [name, value] of Object.entries(fields)) {
    for (const one of typeof value === 'string' ? [value] : (value ?? [])) headers.append(name, one);
  }
  const method = 'httpMethod' in event ? event.httpMethod : event.requestContext.http.method;
  const bytes = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8');
  const body = method === 'POST' ? new Uint8Array(bytes) : null; // a GET has none, and is answered 405
  const { status } = await webhook(new Request('http://localhost/', { method, headers, body }));
  return { statusCode: status, body: '' };
}
