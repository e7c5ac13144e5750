// Proves that the recipes for Lambda, Workers and Next do what they are for: signed messages in each form of a platform's event,
// which instances share through Redis, and a client that the requests of an isolate share. worker.test.ts runs the Worker in
// workerd.
import { pathToFileURL } from 'node:url';
import type { ALBEvent, APIGatewayProxyEvent, APIGatewayProxyEventV2 } from 'aws-lambda';
import { Redis } from 'ioredis';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { createFakeKobble } from '../../src/testing/index.js';
import { signTestWebhook, type TestWebhook } from '../../src/webhooks/index.js';
import { bundleExample } from '../support/example-program.js';
import { describeWithRedis, startRedis, type RedisServer } from '../support/fleet/redis-server.js';

/** Loads an example as its platform does, with the sources of the package. */
async function load<Exports>(name: string): Promise<Exports> {
  const { program } = await bundleExample(`examples/deployment/${name}`);
  return (await import(pathToFileURL(program).href)) as Exports;
}

const log = vi.fn();
beforeEach(() => {
  vi.spyOn(console, 'log').mockImplementation(log);
  vi.spyOn(console, 'error').mockImplementation(() => undefined); // the reason of a refusal
  log.mockClear();
});
afterEach(() => vi.restoreAllMocks());

/** Signs an event, and lets the platform's fetch vouch for its certificate. */
function signed(): TestWebhook {
  const message = signTestWebhook({ type: 'transaction-create', entity_id: 'カード' });
  vi.stubGlobal('fetch', message.fetch);
  vi.stubEnv('KOBBLE_TOPIC_ARN', message.topicArn);
  return message;
}

type LambdaEvent = APIGatewayProxyEvent | APIGatewayProxyEventV2 | ALBEvent;
interface Lambda {
  readonly handler: (event: LambdaEvent) => Promise<{ statusCode: number }>;
}

/** Returns a message as each platform hands it over: the fields that a handler can read. */
const events: Record<string, (message: TestWebhook) => Partial<APIGatewayProxyEvent & APIGatewayProxyEventV2>> = {
  'a REST API': ({ rawBody, headers }) => ({
    httpMethod: 'POST',
    headers: { ...headers, 'x-forwarded-for': '2.2.2.2' },
    multiValueHeaders: { ...several(headers), 'x-forwarded-for': ['1.1.1.1', '2.2.2.2'] },
    body: rawBody,
    isBase64Encoded: false,
  }),
  'an HTTP API or a function URL, in base64': ({ rawBody, headers }) => ({
    version: '2.0',
    requestContext: { http: { method: 'POST' } } as APIGatewayProxyEvent['requestContext'] &
      APIGatewayProxyEventV2['requestContext'],
    headers: { ...headers },
    body: Buffer.from(rawBody).toString('base64'),
    isBase64Encoded: true,
  }),
  'a load balancer': ({ rawBody, headers }) => ({
    httpMethod: 'POST',
    headers: { ...headers },
    body: rawBody,
    isBase64Encoded: false,
  }),
  'a load balancer with multi-value headers': ({ rawBody, headers }) => ({
    httpMethod: 'POST',
    multiValueHeaders: several(headers),
    body: rawBody,
    isBase64Encoded: false,
  }),
};
const several = (headers: Readonly<Record<string, string>>): Record<string, string[]> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]]));

describeWithRedis('on Lambda', () => {
  let server: RedisServer;
  let redis: Redis;
  beforeAll(async () => {
    server = await startRedis();
    redis = new Redis(server.port, '127.0.0.1');
  });
  afterAll(async () => {
    redis.disconnect();
    await server.kill();
  });

  /** Loads the function anew, as each instance does. */
  async function loadLambda(): Promise<Lambda['handler']> {
    vi.stubEnv('REDIS_URL', `redis://127.0.0.1:${server.port}`);
    return (await load<Lambda>('lambda.ts')).handler;
  }

  it.each(Object.entries(events))(
    'behind %s, a genuine message is handed over, and a forgery is not',
    async (_, of) => {
      const message = signed();
      const handler = await loadLambda();
      expect(await handler(of(message) as LambdaEvent)).toEqual({ statusCode: 200, body: '' });
      expect(log.mock.calls).toEqual([['put into your queue:', 'transaction-create', 'カード']]);
      const forged = { ...message, rawBody: message.rawBody.replace('カード', 'forged') };
      expect(await handler(of(forged) as LambdaEvent)).toEqual({ statusCode: 403, body: '' });
      const strange = { ...message, headers: { ...message.headers, 'x-amz-sns-message-id': 'another' } };
      expect((await handler(of(strange) as LambdaEvent)).statusCode).toBeGreaterThanOrEqual(400); // its headers are read
      expect(log).toHaveBeenCalledOnce();
    },
  );

  it('a GET is answered 405', async () => {
    signed();
    const handler = await loadLambda();
    const get = { httpMethod: 'GET', headers: {}, body: '', isBase64Encoded: false } as ALBEvent;
    expect(await handler(get)).toMatchObject({ statusCode: 405 });
  });

  it('two instances are handed a message once, and it is forgotten when it would be refused', async () => {
    await redis.flushall();
    const event = events['a REST API']?.(signed()) as LambdaEvent;
    const instances = [await loadLambda(), await loadLambda()];
    const answers = await Promise.all(instances.map((handler) => handler(event)));
    expect(answers).toContainEqual({ statusCode: 200, body: '' });
    expect(log).toHaveBeenCalledOnce();
    for (const handler of instances) expect(await handler(event)).toEqual({ statusCode: 200, body: '' });
    expect(log).toHaveBeenCalledOnce();
    const keys = await redis.keys('*');
    expect(keys).toHaveLength(1); // no lock is left
    expect(await redis.pttl(keys[0] ?? '')).toBeGreaterThan(3_600_000);
  });
});

type Put = (key: string, value: string, options: object) => Promise<unknown>;
interface Worker {
  readonly default: { fetch(request: Request, env: object, context: object): Promise<Response> };
}

describe('on Workers', () => {
  /** A Worker in a new isolate, its bindings, and a function that sends it a request. */
  async function startWorker(kv: object, fakeOptions = {}) {
    const fake = createFakeKobble(fakeOptions);
    onTestFinished(() => fake.close());
    const program = fake.state.addProgram();
    const { url } = await fake.listen();
    const credentials = { KOBBLE_CLIENT_ID: 'any', KOBBLE_CLIENT_SECRET: 'any' };
    const env = { TOKENS: kv, KOBBLE_BASE_URL: url, ...credentials };
    const worker = (await load<Worker>('worker.ts')).default;
    const send = async (changed = {}) => {
      const response = await worker.fetch(new Request('https://shop.example/'), { ...env, ...changed }, {});
      expect(await response.json()).toMatchObject([{ id: program.id }]);
    };
    return { fake, send };
  }

  it('requests of an isolate share a client: one token request, though KV has seen nothing yet, and a put', async () => {
    const put = vi.fn<Put>(async () => {});
    const { fake, send } = await startWorker({ get: async () => null, put, delete: vi.fn() }, { tokenLifeSeconds: 30 });
    await Promise.all(Array.from({ length: 10 }, () => send()));
    await send();
    expect(fake.calls.of('getAccessToken')).toHaveLength(1);
    expect(put.mock.calls.map(([, , options]) => options)).toEqual([{ expirationTtl: 60 }]); // the least that KV takes
  });

  it('a token of KV saves the request, and a changed secret has a client and a token of its own', async () => {
    const kept = new Map<string, string>();
    const get = vi.fn(async (key: string) => JSON.parse(kept.get(key) ?? 'null') as unknown);
    const kv = { get, put: async (key: string, value: string) => kept.set(key, value), delete: vi.fn() };
    const { fake, send } = await startWorker(kv);
    for (const secret of ['one', 'two', 'one', 'two']) await send({ KOBBLE_CLIENT_SECRET: secret });
    expect(fake.calls.of('getAccessToken')).toHaveLength(2);
    expect(kept.size).toBe(2);
    expect(get).toHaveBeenCalledTimes(4);
  });

  it('a signed message is handed over', async () => {
    const { rawBody, headers, topicArn } = signed();
    const worker = (await load<Worker>('worker.ts')).default;
    const request = new Request('https://shop.example/webhooks/kobble', { method: 'POST', headers, body: rawBody });
    const { status } = await worker.fetch(request, { KOBBLE_TOPIC_ARN: topicArn }, {});
    expect([status, log.mock.calls]).toEqual([200, [['transaction-create', 'カード']]]);
  });
});

it('with Next, the action hands the page an address of the widget, and nothing else', async () => {
  const fake = createFakeKobble();
  onTestFinished(() => fake.close());
  const { url } = await fake.listen();
  const env = {
    KOBBLE_BASE_URL: url,
    KOBBLE_CLIENT_ID: 'any',
    KOBBLE_CLIENT_SECRET: 'any',
    KOBBLE_SCOPE: 'client/write',
  };
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  const { cardSession } = await load<{ cardSession: (id: string) => Promise<object> }>('next-action.ts');
  const session = await cardSession(fake.state.addCard().id);
  expect(session).toEqual({ iframeUrl: expect.stringContaining('?cardId=') as string });
});
