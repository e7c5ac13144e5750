// Proves that each wrong option or variable is refused at construction, by name and without its value.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { readManifest } from '../../scripts/lib/entries.js';
import { createKobbleClient, type CallOptions, type KobbleClientOptions } from '../../src/index.js';
import { failureOf } from '../support/failure.js';
import { json, status } from '../support/replies.js';
import { BASE_URL, CREDENTIALS, SECRET, setUp, type Setup } from '../support/requests.js';
import { holdTime, letTimePass } from '../support/time.js';

const VARIABLES = ['ENVIRONMENT', 'BASE_URL', 'TOKEN_URL', 'CLIENT_ID', 'CLIENT_SECRET', 'SCOPE', 'LOG'];

beforeEach(() => {
  for (const name of VARIABLES) vi.stubEnv(`KOBBLE_${name}`, undefined);
});

/** Options as a program without types may give them. */
const untyped = (options: object): KobbleClientOptions => options;

function refusal(options: object): TypeError {
  const fetch = vi.fn();
  try {
    createKobbleClient(untyped({ ...options, fetch }));
  } catch (error) {
    expect(fetch).not.toHaveBeenCalled();
    if (error instanceof TypeError) return error;
  }
  throw new Error('expected a TypeError');
}

describe('a wrong option', () => {
  const VALUE = 'Value-that-is-wrong';
  const wrong: [name: string, options: object][] = [
    ['environment', { environment: VALUE, baseUrl: undefined }],
    ['environment', { environment: 'toString', baseUrl: undefined }],
    ['environment', { environment: 'production', baseUrl: undefined }],
    ['environment', { environment: '', baseUrl: undefined }],
    ['environment', { baseUrl: undefined }],
    ['environment and baseUrl', { environment: 'staging' }],
    ['baseUrl', { baseUrl: VALUE }],
    ['baseUrl', { baseUrl: '' }],
    ['baseUrl', { baseUrl: 7 }],
    ['baseUrl', { baseUrl: `http://${VALUE}.example` }],
    ['baseUrl', { baseUrl: `http://localhost.${VALUE}.example` }],
    ['baseUrl', { baseUrl: `http://127.0.0.1.${VALUE}.example` }],
    ['baseUrl', { baseUrl: 'http://128.0.0.1' }],
    ['baseUrl', { baseUrl: `ftp://${VALUE}` }],
    ['baseUrl', { baseUrl: `https://${VALUE}:${VALUE}@kobble.test` }],
    ['baseUrl', { baseUrl: `https://kobble.test?key=${VALUE}` }],
    ['baseUrl', { baseUrl: `https://kobble.test#${VALUE}` }],
    ['tokenUrl', { tokenUrl: VALUE }],
    ['tokenUrl', { tokenUrl: `http://${VALUE}.example/oauth2/token` }],
    ['tokenUrl', { tokenUrl: `https://user:${VALUE}@kobble.test/oauth2/token` }],
    ['clientId', { clientId: undefined }],
    ['clientId', { clientId: '' }],
    ['clientSecret', { clientSecret: undefined }],
    ['clientSecret', { clientSecret: '' }],
    ['clientSecret', { clientSecret: 7 }],
    ['scope', { scope: undefined }],
    ['scope', { scope: '' }],
    ['scope', { scope: [] }],
    ['token', { token: VALUE }],
    ['token', { token: '', clientId: undefined, clientSecret: undefined }],
    ['token', { token: `${VALUE}\n`, clientId: undefined, clientSecret: undefined }],
    ['token', { token: 7, clientId: undefined, clientSecret: undefined }],
    ['headers', { headers: { Authorization: VALUE } }],
    ['headers', { headers: { 'Idempotency-Key': VALUE } }],
    ['headers', { headers: { 'x y': VALUE } }],
    ['headers', { headers: { 'x-trace': `${VALUE}\r\n` } }],
    ['headers', { headers: { 'x-trace': 7 } }],
    ['timeoutMs', { timeoutMs: 0 }],
    ['timeoutMs', { timeoutMs: -1 }],
    ['timeoutMs', { timeoutMs: Number.NaN }],
    ['timeoutMs', { timeoutMs: Number.POSITIVE_INFINITY }],
    ['timeoutMs', { timeoutMs: 2 ** 31 }],
    ['timeoutMs', { timeoutMs: VALUE }],
    ['deadlineMs', { deadlineMs: 0 }],
    ['deadlineMs', { deadlineMs: VALUE }],
    ['maxResponseBytes', { maxResponseBytes: 0 }],
    ['maxResponseBytes', { maxResponseBytes: VALUE }],
    ['retry.maxRetries', { retry: { maxRetries: -1 } }],
    ['retry.maxRetries', { retry: { maxRetries: Number.NaN } }],
    ['retry.maxRetries', { retry: { maxRetries: VALUE } }],
    ['retry.statuses', { retry: { statuses: [200] } }],
    ['retry.statuses', { retry: { statuses: [VALUE] } }],
    ['retry.statuses', { retry: { statuses: [409] } }],
    ['retry.statuses', { retry: { statuses: [503, 422] } }],
    ['clock.now', { clock: {} }],
    ['logLevel', { logLevel: VALUE }],
    ['logLevel', { logLevel: '' }],
  ];

  it.each(wrong)('%s: %o', (name, options) => {
    const { message, stack } = refusal({ ...CREDENTIALS, ...options });
    expect(message.startsWith(`kobble-client: ${name} `)).toBe(true);
    expect(message).not.toContain(VALUE);
    expect(stack).not.toContain(VALUE);
    expect(message).not.toContain(SECRET);
  });
});

describe('plain http', () => {
  it.each(['http://localhost:4010', 'http://127.0.0.1:4010', 'http://127.9.9.9', 'http://[::1]:4010'])(
    'is taken for this machine: %s',
    (baseUrl) => {
      expect(() => createKobbleClient({ ...CREDENTIALS, baseUrl })).not.toThrow();
    },
  );
});

describe('an address', () => {
  const urlOf = async (options: KobbleClientOptions) => {
    const urls: string[] = [];
    const fetch = async (url: string) => {
      urls.push(url);
      return json({});
    };
    await createKobbleClient({ token: 'T', fetch, ...options }).cards.get('1');
    return urls[0];
  };

  it('may have a path, and a slash at its end', async () => {
    const { kobble, sent, tokenRequests } = setUp({ baseUrl: 'https://kobble.test/proxy/' });
    await kobble.cards.get('1');
    expect(sent[0]?.url).toBe('https://kobble.test/proxy/customers/v1/cards/1');
    expect(tokenRequests[0]?.url).toBe('https://kobble.test/proxy/oauth2/token');
  });

  it.each([
    ['development', 'https://dev.apikobble.net/customers/v1/cards/1'],
    ['staging', 'https://staging.apikobble.net/customers/v1/cards/1'],
  ] as const)('is known for the environment %s', async (environment, url) => {
    expect(await urlOf({ environment })).toBe(url);
  });
});

describe('variables', () => {
  it('stand in for every option they are named after', async () => {
    vi.stubEnv('KOBBLE_BASE_URL', ' https://env.kobble.test ');
    vi.stubEnv('KOBBLE_TOKEN_URL', 'https://login.kobble.test/oauth2/token');
    vi.stubEnv('KOBBLE_CLIENT_ID', 'env-client');
    vi.stubEnv('KOBBLE_CLIENT_SECRET', 'env-secret');
    vi.stubEnv('KOBBLE_SCOPE', 'client/read client/write');
    vi.stubEnv('KOBBLE_LOG', 'debug');
    const nothing = { baseUrl: undefined, clientId: undefined, clientSecret: undefined, scope: undefined };
    const debug = vi.fn();
    const logger = { debug, info: debug, warn: debug, error: debug };
    const { kobble, sent, tokenRequests } = setUp({ ...nothing, logger, logLevel: undefined });
    await kobble.cards.get('1');
    expect(sent[0]?.url).toBe('https://env.kobble.test/customers/v1/cards/1');
    expect(tokenRequests[0]?.url).toBe('https://login.kobble.test/oauth2/token');
    expect(tokenRequests[0]?.body).toBe(
      'grant_type=client_credentials&client_id=env-client&client_secret=env-secret&scope=client%2Fread+client%2Fwrite',
    );
    expect(debug).toHaveBeenCalled();
  });

  it('name an environment too', async () => {
    vi.stubEnv('KOBBLE_ENVIRONMENT', 'development');
    const { kobble, sent, tokenRequests } = setUp({ baseUrl: undefined });
    await kobble.cards.get('1');
    expect(sent[0]?.url).toBe('https://dev.apikobble.net/customers/v1/cards/1');
    expect(tokenRequests[0]?.url).toBe('https://dev.apikobble.net/oauth2/token');
  });

  it('give way to options', async () => {
    vi.stubEnv('KOBBLE_ENVIRONMENT', 'development');
    vi.stubEnv('KOBBLE_BASE_URL', 'https://env.kobble.test');
    vi.stubEnv('KOBBLE_TOKEN_URL', 'https://env.kobble.test/oauth2/token');
    vi.stubEnv('KOBBLE_CLIENT_ID', 'env-client');
    vi.stubEnv('KOBBLE_CLIENT_SECRET', 'env-secret');
    vi.stubEnv('KOBBLE_SCOPE', 'env-scope');
    vi.stubEnv('KOBBLE_LOG', 'debug');
    const tokenUrl = 'https://login.kobble.test/oauth2/token';
    const debug = vi.fn();
    const { kobble, sent, tokenRequests } = setUp({
      tokenUrl,
      scope: ['client/read', 'client/write'],
      logger: { debug, info: debug, warn: debug, error: debug },
    });
    await kobble.cards.get('1');
    expect(sent[0]?.url).toBe(`${BASE_URL}/customers/v1/cards/1`);
    expect(tokenRequests[0]?.url).toBe(tokenUrl);
    expect(tokenRequests[0]?.body).toContain('client_id=client-1&');
    expect(tokenRequests[0]?.body).toContain(`client_secret=${SECRET}&`);
    expect(tokenRequests[0]?.body).toContain('scope=client%2Fread+client%2Fwrite');
    expect(debug).not.toHaveBeenCalled();
  });

  it('that hold credentials give way to a token', async () => {
    vi.stubEnv('KOBBLE_CLIENT_ID', 'env-client');
    vi.stubEnv('KOBBLE_CLIENT_SECRET', 'env-secret');
    const { kobble, sent, tokenRequests } = setUp({ token: 'T' });
    await kobble.cards.get('1');
    expect(sent[0]?.headers['authorization']).toBe('Bearer T');
    expect(tokenRequests).toEqual([]);
  });

  it('that are empty count as missing', () => {
    vi.stubEnv('KOBBLE_CLIENT_ID', ' ');
    expect(refusal({ ...CREDENTIALS, clientId: undefined }).message).toBe(
      'kobble-client: clientId is missing or empty',
    );
  });

  it.each([
    ['KOBBLE_ENVIRONMENT', { baseUrl: undefined }],
    ['KOBBLE_BASE_URL', { baseUrl: undefined }],
    ['KOBBLE_TOKEN_URL', { clientSecret: undefined }],
    ['KOBBLE_LOG', {}],
  ])('are named where they are wrong: %s', (name, options) => {
    vi.stubEnv('KOBBLE_CLIENT_SECRET', 'env-secret');
    vi.stubEnv(name, 'wrong-value');
    const { message } = refusal({ ...CREDENTIALS, ...options });
    expect(message.startsWith(`kobble-client: ${name} `)).toBe(true);
    expect(message).not.toContain('wrong-value');
  });
});

describe('options of all calls', () => {
  it('headers go to the API and not to the token endpoint; a call adds and takes away', async () => {
    const { kobble, sent, tokenRequests } = setUp({ headers: { 'X-Team': 'cards', 'X-Trace': 'on' } });
    await kobble.cards.get('1', {
      headers: { 'x-team': null, 'X-TRACE': 'off', 'x-more': 'yes', 'x-none': undefined },
    });
    await kobble.cards.get('1');
    expect(tokenRequests[0]?.headers).not.toHaveProperty('x-team');
    expect(sent[0]?.headers).toEqual({
      accept: 'application/json',
      'user-agent': expect.any(String) as string,
      'x-trace': 'off',
      'x-more': 'yes',
      authorization: 'Bearer token-1',
    });
    expect(sent[1]?.headers).toMatchObject({ 'x-team': 'cards', 'x-trace': 'on' });
  });

  it('user-agent names the library and its version, if nobody sets another one, and not in browsers and Workers', async () => {
    const agents = async (options: Setup, callOptions?: CallOptions) => {
      const { kobble, sent } = setUp({ token: 'T', ...options });
      await kobble.cards.get('1', callOptions);
      return sent[0]?.headers['user-agent'];
    };
    expect(await agents({})).toBe(`kobble-client/${readManifest('.').version}`);
    expect(await agents({ headers: { 'User-Agent': 'shop/1' } })).toBe('shop/1');
    expect(await agents({}, { headers: { 'user-agent': null } })).toBeUndefined();
    vi.stubGlobal('process', undefined);
    expect(await agents({})).toBeUndefined();
    vi.unstubAllGlobals();
  });

  it.each([
    ['timeoutMs', { timeoutMs: 0 }],
    ['deadlineMs', { deadlineMs: Number.NaN }],
    ['retry.statuses', { retry: { statuses: [409] } }],
    ['retry.maxRetries', { retry: { maxRetries: -1 } }],
    ['headers', { headers: { authorization: 'Bearer mine' } }],
  ])('wrong %s of one call: nothing is sent', async (name, options) => {
    const { kobble, sent, tokenRequests } = setUp();
    const error = await failureOf(kobble.cards.get('1', options));
    expect(error).toBeInstanceOf(TypeError);
    expect(error.message.startsWith(`kobble-client: ${name} `)).toBe(true);
    expect(error.message).not.toContain('mine');
    expect([...sent, ...tokenRequests]).toEqual([]);
  });

  it('timeoutMs, deadlineMs and retry hold for every call that does not say otherwise', async () => {
    holdTime();
    const { kobble, sent } = setUp({ api: status(503), retry: { maxRetries: 1 } });
    await failureOf(letTimePass(kobble.cards.get('1')));
    expect(sent).toHaveLength(2);
    await failureOf(letTimePass(kobble.cards.get('1', { retry: { statuses: [500] } })));
    expect(sent).toHaveLength(3);
    vi.useRealTimers();
  });
});

describe('a secret goes where it was meant to go', () => {
  it('KOBBLE_TOKEN_URL is not read if base URL and credentials are options', async () => {
    vi.stubEnv('KOBBLE_TOKEN_URL', 'https://other.kobble.test/oauth2/token');
    const { kobble, tokenRequests } = setUp();
    await kobble.cards.get('1');
    expect(tokenRequests.map(({ url }) => url)).toEqual(['https://api.kobble.test/oauth2/token']);
  });

  it.each(['https://api.kobble.test/?', 'https://api.kobble.test#', 'https://api.kobble.test/v1?#'])(
    'baseUrl %s is refused: an empty query or fragment would cut off the path',
    (baseUrl) => {
      expect(refusal({ ...CREDENTIALS, baseUrl }).message).toMatch(/must not contain a query or a fragment/);
    },
  );

  it('an unknown option is refused by name', () => {
    expect(refusal({ ...CREDENTIALS, clientID: 'x' }).message).toBe('kobble-client: clientID is not an option');
  });
});
