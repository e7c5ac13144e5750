// Attacks by what watches a client: hooks and loggers that throw, reject or call back. The call ends as it would without
// them, and no secret that a server or a `fetch` quotes comes out.
import { inspect } from 'node:util';
import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Hooks, KobbleClientOptions } from '../../src/index.js';
import { CANARY, untyped, watchRejections } from '../support/attacks.js';
import { failureOf } from '../support/failure.js';
import { broken, inTurn, json, status, type Reply } from '../support/replies.js';
import { setUp } from '../support/requests.js';
import { CARD } from '../support/samples.js';
import { holdTime, idle, letTimePass } from '../support/time.js';

const unhandled = watchRejections();
beforeEach(holdTime);
afterEach(() => {
  vi.useRealTimers();
});

const hooksOf = (hook: unknown, requestHeaders?: Hooks['requestHeaders']) => ({
  hooks: {
    ...{ onCallEnd: untyped(hook), onRequest: untyped(hook), onResponse: untyped(hook), onRetry: untyped(hook) },
    requestHeaders,
  } as Hooks,
});
const loggerOf = (log: unknown): KobbleClientOptions => ({
  logger: { error: untyped(log), warn: untyped(log), info: untyped(log), debug: untyped(log) },
  logLevel: 'debug',
});

describe('hooks and loggers change nothing, and leave no rejection unhandled', () => {
  const functions: [attack: string, work: () => unknown][] = [
    [
      'throws null',
      () => {
        throw null;
      },
    ],
    [
      'throws a Symbol',
      () => {
        throw Symbol('mine');
      },
    ],
    [
      'throws a Proxy that answers no question',
      () => {
        throw new Proxy(
          {},
          {
            get: () => {
              throw new Error('no');
            },
            getPrototypeOf: () => {
              throw new Error('no');
            },
          },
        );
      },
    ],
    [
      'returns a promise of another realm that rejects',
      () => runInNewContext("Promise.reject(new Error('elsewhere'))") as unknown,
    ],
    [
      'returns a thenable that rejects',
      () => ({ then: (_: unknown, reject: (reason: unknown) => void) => reject(new Error('later')) }),
    ],
    [
      'returns an object whose then cannot be read',
      () =>
        Object.defineProperty({}, 'then', {
          get: () => {
            throw new Error('no');
          },
        }),
    ],
    ['returns a promise that never settles', () => new Promise(() => {})],
    [
      'is an async generator',
      async function* () {
        yield await Promise.reject(new Error('never asked for'));
      },
    ],
  ];
  const observers = { hook: hooksOf, logger: loggerOf };
  const cases = Object.entries(observers).flatMap(([name, options]) =>
    functions.map(([attack, work]) => [name, attack, options(work)] as const),
  );
  it.each(cases)('a %s that %s', async (_, __, options) => {
    const { kobble, sent } = setUp({ token: 'T', api: inTurn(status(503), () => json({ id: '1' })), ...options });
    expect(await letTimePass(kobble.cards.create(CARD))).toEqual({ id: '1' });
    expect(sent).toHaveLength(2);
    await idle();
    expect(unhandled).not.toHaveBeenCalled();
  });

  it('a hook makes a call of its own on the same client, while the token is requested', async () => {
    let nested: Promise<unknown> | undefined;
    const { kobble, sent, tokenRequests } = setUp({
      hooks: {
        onRequest: ({ operationId }) => {
          if (operationId === 'getAccessToken') nested ??= kobble.cards.get('card-1');
        },
      },
    });
    await kobble.cards.create(CARD);
    await nested;
    expect([sent.length, tokenRequests.length]).toEqual([2, 1]);
  });

  it('a hook deletes and changes all that it is given: the call is sent as it was meant', async () => {
    const hook = (event: Record<string, unknown>) => {
      for (const name of Object.keys(event)) Reflect.deleteProperty(event, name);
      Object.assign(event, { method: 'DELETE', path: '/evil', attempt: 99, waitMs: -1 });
    };
    const { kobble, sent } = setUp({ token: 'T', api: inTurn(status(503), () => json({ id: '1' })), ...hooksOf(hook) });
    await letTimePass(kobble.cards.create(CARD));
    expect(sent.map(({ method, url }) => `${method} ${new URL(url).pathname}`)).toEqual(
      Array(2).fill('POST /customers/v1/cards'),
    );
  });

  it('a hook is called with the hooks as this, as a method of a class needs it', async () => {
    class Metrics {
      count = 0;
      onRequest() {
        this.count++;
      }
    }
    const hooks = new Metrics();
    const { kobble } = setUp({ token: 'T', hooks });
    await kobble.cards.get('card-1');
    expect(hooks.count).toBe(1);
  });
});

describe('secrets', () => {
  const seenBy = async (
    options: Parameters<typeof setUp>[0],
    call = (kobble: ReturnType<typeof setUp>['kobble']): PromiseLike<unknown> => kobble.cards.create(CARD),
    requestHeaders?: Hooks['requestHeaders'],
  ) => {
    const seen: unknown[] = [];
    const note = (...values: unknown[]) => void seen.push(...values);
    const { kobble } = setUp({
      ...options,
      ...loggerOf(note),
      ...hooksOf(note, requestHeaders),
      retry: { maxRetries: 1 },
    });
    seen.push(await letTimePass(failureOf(Promise.resolve(call(kobble)))));
    const everything = { depth: 20, showHidden: true, getters: true };
    return seen.map((value) => inspect(value, everything) + JSON.stringify(value)).join('\n');
  };

  it.each(['x-request-id', 'x-correlation-id', 'x-amzn-requestid'])(
    'the API gives the token back as %s',
    async (name) => {
      expect(await seenBy({ token: CANARY, api: status(404, { [name]: CANARY }) })).not.toContain(CANARY);
    },
  );

  const echo: Reply = ({ headers }) => json({}, 404, { 'x-request-id': headers['x-api-key'] ?? '' });
  it('the API gives a header of the client back as its request id', async () => {
    expect(await seenBy({ headers: { 'x-api-key': CANARY }, api: echo })).not.toContain(CANARY);
  });
  it('the API gives a header of a hook back as its request id', async () => {
    expect(await seenBy({ api: echo }, undefined, () => ({ 'x-api-key': CANARY }))).not.toContain(CANARY);
  });
  it('but the request id of the caller, which the API gives back, is shown', async () => {
    const api: Reply = ({ headers }) => json({}, 404, { 'x-request-id': headers['x-request-id'] ?? '' });
    expect(await seenBy({ headers: { 'x-request-id': 'trace-0815' }, api })).toContain('trace-0815');
  });

  it('the token endpoint gives the client secret back as its request id', async () => {
    const tokens = status(401, { 'x-request-id': CANARY });
    expect(await seenBy({ clientSecret: CANARY, tokens })).not.toContain(CANARY);
  });

  it('the token endpoint gives the client secret back as an OAuth error', async () => {
    const tokens = () => json({ error: CANARY, error_description: CANARY }, 400);
    expect(await seenBy({ clientSecret: CANARY, tokens })).not.toContain(CANARY);
  });

  it.each([
    ['its message', (text: string) => new Error(text)],
    ['its code', (text: string) => Object.assign(new Error('x'), { code: text })],
    ['its name', (text: string) => Object.assign(new Error('x'), { name: text })],
    [
      'a field of its own',
      (text: string) => Object.assign(new Error('x'), { request: { headers: { authorization: text } } }),
    ],
    ['a chain of causes', (text: string) => new Error('x', { cause: new Error('y', { cause: new Error(text) }) })],
    ['an AggregateError', (text: string) => new AggregateError([new Error(text)], 'x')],
    ['a text that is thrown', (text: string) => text],
  ])('a fetch fails and quotes the token in %s', async (_, error) => {
    const api = (): never => {
      throw error(`Bearer ${CANARY}`);
    };
    expect(await seenBy({ token: CANARY, api })).not.toContain(CANARY);
  });

  it('a fetch fails and quotes the URL, whose query and path values are secret', async () => {
    const api: Reply = ({ url }) => {
      throw new TypeError(`request to ${url} failed`);
    };
    const call = (kobble: ReturnType<typeof setUp>['kobble']) =>
      kobble.request('GET', '/x/{id}', { path: { id: CANARY }, query: { otp: CANARY } });
    expect(await seenBy({ token: 'T', api }, call)).not.toContain(CANARY);
  });

  it('a wrong argument holds a secret: its error does not quote it', async () => {
    const calls = [
      { idempotencyKey: CANARY },
      { headers: { 'x-api-key': `${CANARY}\n` } },
      { signal: untyped(CANARY) },
      { timeoutMs: untyped(CANARY) },
      { retry: untyped(CANARY) },
    ];
    for (const options of calls) {
      expect(await seenBy({ token: 'T' }, (kobble) => kobble.cards.create(CARD, options))).not.toContain(CANARY);
    }
  });

  it('the connection breaks: the body that was sent is not shown', async () => {
    const call = (kobble: ReturnType<typeof setUp>['kobble']) =>
      kobble.cards.createSecret('card-1', { remarks: CANARY });
    expect(await seenBy({ token: 'T', api: broken('ECONNRESET') }, call)).not.toContain(CANARY);
  });
});
