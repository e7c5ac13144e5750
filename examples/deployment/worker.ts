import type { KVNamespace } from '@cloudflare/workers-types';
import { waitUntil } from 'cloudflare:workers';
import { createKobbleClient, type KobbleClient, type StoredToken, type TokenStore } from 'kobble-client';
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

/** The client that all requests of this isolate share. */
let kept: { readonly kobble: KobbleClient; readonly secret: string } | undefined;

/** Makes the client on first use, and a new one if the secret has changed: an isolate can outlive a change of `env`. */
function clientOf(env: Environment): KobbleClient {
  const secret = env.KOBBLE_CLIENT_SECRET;
  if (kept?.secret !== secret) {
    const kobble = createKobbleClient({
      baseUrl: env.KOBBLE_BASE_URL,
      clientId: env.KOBBLE_CLIENT_ID,
      clientSecret: secret,
      scope: 'client/read', // to write, ask for 'client/write', too: the fake does not check scopes
      tokenStore: kvTokenStore(env.TOKENS), // for other isolates
      waitUntil, // other requests wait for the token request of one that may end before it
      retry: { together: false }, // a request must not wait for the timers of one that may have ended
    });
    kept = { kobble, secret };
  }
  return kept.kobble;
}

export default {
  async fetch(request: Request, env: Environment): Promise<Response> {
    if (new URL(request.url).pathname === '/webhooks/kobble') {
      const onEvent = ({ type, entity_id }: { type?: unknown; entity_id?: unknown }) => console.log(type, entity_id);
      return createWebhookHandler({ topicArns: [env.KOBBLE_TOPIC_ARN], onEvent })(request);
    }
    return Response.json(await clientOf(env).cardPrograms.list());
  },
};
