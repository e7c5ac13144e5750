// Proves that every failure becomes an error of the right class, with stable properties, without a body or a secret.
import { inspect } from 'node:util';
import { describe, expect, it, vi } from 'vitest';
import * as kobbleClient from '../../src/index.js';
import { failureOf, type Failure } from '../support/failure.js';
import { broken, inTurn, json, status, type Reply } from '../support/replies.js';
import { SECRET, setUp, UUID_V4 } from '../support/requests.js';

const NEVER = { retry: { maxRetries: 0 } };
const failOn = (api: Reply): Promise<Failure> =>
  failureOf(setUp({ api, ...NEVER }).kobble.cards.createSecret('card-77', { remarks: 'said by the caller' }));

describe('a refusal', () => {
  it.each([
    [400, 'BadRequestError', 'bad_request', 'Bad Request', 'rejected'],
    [403, 'PermissionDeniedError', 'permission_denied', 'Forbidden', 'rejected'],
    [404, 'NotFoundError', 'not_found', 'Not Found', 'rejected'],
    [409, 'ConflictError', 'conflict', 'Conflict', 'unknown'],
    [422, 'UnprocessableEntityError', 'unprocessable_entity', 'Unprocessable Content', 'rejected'],
    [429, 'RateLimitError', 'rate_limited', 'Too Many Requests', 'rejected'],
    [500, 'ServerError', 'server_error', 'Internal Server Error', 'unknown'],
    [502, 'ServerError', 'server_error', 'Bad Gateway', 'unknown'],
    [503, 'ServerError', 'server_error', 'Service Unavailable', 'unknown'],
    [504, 'ServerError', 'server_error', 'Gateway Timeout', 'unknown'],
    [599, 'ServerError', 'server_error', '', 'unknown'],
    [408, 'ApiError', 'api_error', 'Request Timeout', 'unknown'],
    [418, 'ApiError', 'api_error', '', 'rejected'],
    [302, 'ApiError', 'api_error', '', 'unknown'],
  ] as const)('%d is a %s', async (code, name, reason, phrase, outcome) => {
    const error = await failOn(status(code, { 'x-request-id': 'request-1' }));
    expect(error).toBeInstanceOf(kobbleClient[name]);
    expect(error).toBeInstanceOf(kobbleClient.ApiError);
    expect(error).toBeInstanceOf(kobbleClient.KobbleError);
    expect({ ...error }).toEqual({
      status: code,
      code: reason,
      outcome,
      requestId: 'request-1',
      operationId: 'createCardSecret',
      endpoint: 'POST /customers/v1/cards/{id}/secrets',
      idempotencyKey: error.idempotencyKey,
      attempts: 1,
    });
    expect(error.name).toBe(name);
    expect(error.idempotencyKey).toMatch(UUID_V4);
    expect(error.message).toBe(`POST /customers/v1/cards/{id}/secrets → ${`${code} ${phrase}`.trim()}`);
    expect(error.body).toEqual({ message: 'said by the server' });
    expect(error.headers?.get('content-type')).toBe('application/json');
    expect(kobbleClient.isKobbleError(error)).toBe(true);
  });

  it('of a path nobody knows has no operation, and shows no id', async () => {
    const { kobble } = setUp({ api: status(404) });
    const id = 'b844c7e7-2e4e-44b3-8d9f-5668c5a9b93e';
    const error = await failureOf(kobble.request('GET', `/customers/v1/news/${id}/items/20481`));
    expect(error.message).toBe('GET /customers/v1/news/{…}/items/{…} → 404 Not Found');
    expect(error.operationId).toBeUndefined();
    const named = await failureOf(kobble.request('GET', '/customers/v1/news/{name}', { path: { name: 'jane' } }));
    expect(named.message).toBe('GET /customers/v1/news/{name} → 404 Not Found');
  });

  it('that quotes its own phrase or an odd request id is not quoted', async () => {
    const odd = () =>
      new Response('{}', { status: 400, statusText: SECRET, headers: { 'x-request-id': `<${SECRET}>` } });
    const error = await failOn(odd);
    expect(error.message).toMatch(/400 Bad Request$/);
    expect(error).not.toHaveProperty('requestId');
  });

  it.each(['x-request-id', 'x-amzn-requestid', 'x-amz-apigw-id', 'x-correlation-id'])(
    'is found again by %s',
    async (name) => {
      expect((await failOn(status(404, { [name]: 'a-1:b/2=' }))).requestId).toBe('a-1:b/2=');
    },
  );
});

describe('an error body of any kind keeps status and request id', () => {
  const sent = (text: string | Uint8Array<ArrayBuffer> | null, code: number): Reply => {
    return () => new Response(text, { status: code, headers: { 'x-request-id': 'r-1' } });
  };
  it.each<[string, Reply, number, unknown]>([
    ['HTML', sent('<html>Bad Gateway</html>', 502), 502, '<html>Bad Gateway</html>'],
    ['nothing', sent(null, 500), 500, ''],
    ['an empty text', sent('', 500), 500, ''],
    ['broken JSON', sent('{"message": ', 400), 400, '{"message": '],
    ['null', sent('null', 404), 404, null],
    ['no UTF-8', sent(new Uint8Array([0x7b, 0xff]), 403), 403, '{\ufffd'],
  ])('%s', async (_, api, code, body) => {
    expect(await failOn(api)).toMatchObject({ status: code, requestId: 'r-1', body });
  });
});

describe('no answer', () => {
  it.each([
    ['ECONNREFUSED', 'connection_refused', 'not-sent'],
    ['ConnectionRefused', 'connection_refused', 'not-sent'],
    ['ENOTFOUND', 'name_not_resolved', 'not-sent'],
    ['EAI_AGAIN', 'name_not_resolved', 'not-sent'],
    ['UND_ERR_CONNECT_TIMEOUT', 'connect_timeout', 'not-sent'],
    ['CERT_HAS_EXPIRED', 'tls_failed', 'not-sent'],
    ['ECONNRESET', 'connection_failed', 'unknown'],
    ['UND_ERR_SOCKET', 'connection_failed', 'unknown'],
  ])('%s is a ConnectionError: %s, %s', async (cause, code, outcome) => {
    const error = await failOn(broken(cause));
    expect(error).toBeInstanceOf(kobbleClient.ConnectionError);
    expect(error).toMatchObject({
      name: 'ConnectionError',
      code,
      outcome,
      attempts: 1,
      operationId: 'createCardSecret',
    });
    expect(error.message).toBe(`POST /customers/v1/cards/{id}/secrets → no response (${code.replaceAll('_', ' ')})`);
    expect(error.cause).toMatchObject({ message: `TypeError ← Error (${cause})`, stack: '' });
  });

  it.each([
    ['a text', 'gone'],
    ['nothing', undefined],
    ['a circle of causes', circle()],
  ])('%s thrown is one too', async (_, thrown) => {
    const error = await failOn(() => Promise.reject(thrown)); // as a caller's own fetch may
    expect(error).toMatchObject({ name: 'ConnectionError', code: 'connection_failed', outcome: 'unknown' });
  });

  function circle(): Error {
    const error = new Error('round');
    error.cause = error;
    return error;
  }
});

describe('what an error shows', () => {
  const BODY = 'said-by-the-server-4111111111111111';
  const answer: Reply = () => json({ message: BODY }, 400, { 'set-cookie': 'session=c00kie', 'x-request-id': 'r-1' });

  it('is neither body nor headers nor ids nor credentials, however it is printed', async () => {
    const token = 'T0ken-of-the-client';
    const { kobble } = setUp({ api: inTurn(answer), tokens: () => json({ access_token: token }) });
    const error = await failureOf(kobble.cards.createSecret('card-77', { remarks: 'said by the caller' }));
    const shown = [
      String(error),
      String(error.stack),
      JSON.stringify(error),
      inspect(error),
      inspect(error, { showHidden: true, depth: Number.POSITIVE_INFINITY }),
      inspect({ nested: { error } }, { showHidden: true, depth: Number.POSITIVE_INFINITY }),
      inspect(error, { showHidden: true, getters: true }),
      inspect(error, { showHidden: true, getters: true, customInspect: false }), // as console.dir does
      inspect({ error }, { showHidden: true, getters: true, customInspect: false, depth: 9 }),
      inspect(new Error('outer', { cause: error }), { showHidden: true, getters: true, depth: 9 }),
      JSON.stringify(structuredClone({ ...error })),
    ].join('\n');
    for (const hidden of [BODY, 'c00kie', 'card-77', 'said by the caller', token, SECRET]) {
      expect(shown).not.toContain(hidden);
    }
    expect(shown).toContain('r-1');
    expect(Object.keys(error)).not.toContain('body');
    expect(error.body).toEqual({ message: BODY });
  });

  it('is its facts as JSON', async () => {
    const error = await failOn(answer);
    expect(JSON.parse(JSON.stringify(error))).toEqual({
      name: 'BadRequestError',
      message: 'POST /customers/v1/cards/{id}/secrets → 400 Bad Request',
      code: 'bad_request',
      outcome: 'rejected',
      status: 400,
      requestId: 'r-1',
      operationId: 'createCardSecret',
      endpoint: 'POST /customers/v1/cards/{id}/secrets',
      idempotencyKey: error.idempotencyKey,
      attempts: 1,
    });
  });
});

describe('isKobbleError', () => {
  it('knows the errors of another copy of the library, which instanceof does not', async () => {
    vi.resetModules();
    const other = await import('../../src/index.js');
    const error: unknown = await failOn(status(404));
    expect(other.NotFoundError).not.toBe(kobbleClient.NotFoundError);
    expect(error instanceof other.KobbleError).toBe(false);
    expect(other.isKobbleError(error)).toBe(true);
  });

  it.each([undefined, null, 7, 'KobbleError', {}, new Error('other'), new TypeError('kobble-client: looks like it')])(
    'is false of %o',
    (value) => {
      expect(kobbleClient.isKobbleError(value)).toBe(false);
    },
  );

  it('is false of a Proxy that throws', () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    expect(kobbleClient.isKobbleError(proxy)).toBe(false);
  });
});
