import type { ExecutionContext, KVNamespace } from '@cloudflare/workers-types';
import { createKobbleClient, type StoredToken, type TokenStore } from 'kobble-client';
import { createWebhookHandler } from 'kobble-client/webhooks';

interface Environment {
  readonly TOKENS: KVNamespace;
  readonly KOBBLE_BASE_URL: string;
  readonly KOBBLE_CLIENT_ID: string;
  readonly KOBBLE_CLIENT_SECRET: string;
  readonly KOBBLE_TOPIC_ARN: string;
}

/** KV takes whole seconds, 60 at least. A token that is over sooner is recognised by its own dates. */
const kvTokenStore = (kv: KVNamespace): TokenStore => ({
  get: (key) => kv.get<StoredToken>(key, 'json'),
  set: (key, token, ttlMs = 3_600_000) =>
    kv.put(key, JSON.stringify(token), { expirationTtl: Math.max(60, Math.floor(ttlMs / 1_000)) }),
  delete: (key) => kv.delete(key),
});

export default {
  async fetch(request: Request, env: Environment, context: ExecutionContext): Promise<Response> {
    if (new URL(request.url).pathname === '/webhooks/kobble') {
      const onEvent = ({ type, entity_id }: { type?: unknown; entity_id?: unknown }) => console.log(type, entity_id);
      return createWebhookHandler({ topicArns: [env.KOBBLE_TOPIC_ARN], onEvent })(request);
    }
    const kobble = createKobbleClient({
      baseUrl: env.KOBBLE_BASE_URL,
      clientId: env.KOBBLE_CLIENT_ID,
      clientSecret: env.KOBBLE_CLIENT_SECRET,
      scope: 'client/read',
      tokenStore: kvTokenStore(env.TOKENS),
      waitUntil: (renewal) => context.waitUntil(renewal),
    });
    return Response.json(await kobble.cardPrograms.list());
  },
};
