// Proves, for generated inputs: either the call fails with a clear error and nothing is sent, or the server receives
// exactly the input.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildWidgetUrl, ConfigError, idempotencyKeyFrom, type KobbleClient } from '../../src/index.js';
import { parseRetryAfter } from '../../src/http/retry.js';
import { failureOf } from '../support/failure.js';
import { createKobbleClient } from '../support/faults/clients.js';
import { serveHttp, type Rogue } from '../support/faults/servers.js';
import { LONG_FORM } from '../support/long-form.js';
import { CARD } from '../support/samples.js';
import { apiOf } from '../support/openapi-client.js';

const RUNS = { numRuns: LONG_FORM ? 5_000 : 300 };
const UUID_V4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/** Strings of all kinds: plain, of any code unit, of what has a meaning in a URL, and of dots. */
const anyText = () =>
  fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 6 }).map((units) => String.fromCharCode(...units)),
    fc.string({
      unit: fc.constantFrom(
        '/',
        '\\',
        '.',
        '%',
        '2',
        'e',
        'E',
        '?',
        '#',
        '&',
        '=',
        '+',
        ' ',
        ';',
        '@',
        ':',
        'é',
        '\r',
        '\n',
        '\0',
      ),
    }),
    fc.constantFrom('', '.', '..', '%2e', '%2E%2e', '.%2e', '../..', '%2f', '%00', '{id}', '__proto__', 'constructor'),
  );

/** Lone surrogates are no text. */
const isWellFormed = (text: string): boolean => !/\p{Surrogate}/u.test(text);

/** A server that says yes to everything, and keeps what it was asked. */
async function listener(): Promise<{ kobble: KobbleClient; rogue: Rogue }> {
  const rogue = await serveHttp((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"id":"1"}');
  });
  return { kobble: createKobbleClient({ baseUrl: rogue.url, token: 'T', logLevel: 'off' }), rogue };
}

/** What the server saw of this call; undefined where it was refused, with a clear error, before anything was sent. */
async function seenOf({ requests }: Rogue, call: () => PromiseLike<unknown>) {
  const before = requests.length;
  try {
    await call();
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    expect(error).toMatchObject({ name: 'ConfigError', outcome: 'not-sent' });
    expect(requests.length).toBe(before);
    return undefined;
  }
  expect(requests.length).toBe(before + 1);
  return requests.at(-1);
}

describe('path values', () => {
  const isDots = (value: string) => /^(\.|%2e){1,2}$/i.test(value);
  const isSendable = (value: string) => value !== '' && isWellFormed(value) && !isDots(value);

  test('are one segment of the path, exactly as given, or refused', async () => {
    const { kobble, rogue } = await listener();
    const property = fc.asyncProperty(anyText(), async (id) => {
      const seen = await seenOf(rogue, () => kobble.cards.updateStatus(id, { status: 'ACTIVE' }));
      expect(seen === undefined).toBe(!isSendable(id));
      if (seen === undefined) return;
      const segments = String(seen.url).split('/');
      expect(segments).toHaveLength(6);
      expect(decodeURIComponent(segments[4] ?? '')).toBe(id);
      expect([segments[3], segments[5]]).toEqual(['cards', 'status']);
    });
    await fc.assert(property, RUNS);
  });

  test('are so for openapi-fetch and for kobble.request too', async () => {
    const { kobble, rogue } = await listener();
    const path = '/customers/v1/cards/{id}';
    const property = fc.asyncProperty(anyText(), fc.boolean(), async (id, typed) => {
      const call = () =>
        typed
          ? apiOf(kobble).GET(path, { params: { path: { id } } })
          : kobble.request('GET', `${path}/new`, { path: { id } });
      const seen = await seenOf(rogue, call);
      expect(seen === undefined).toBe(!isSendable(id));
      if (seen !== undefined) expect(decodeURIComponent(String(seen.url).split('/')[4] ?? '')).toBe(id);
    });
    await fc.assert(property, RUNS);
  });

  test('whole paths of kobble.request lead where they say, or are refused', async () => {
    const { kobble, rogue } = await listener();
    const property = fc.asyncProperty(fc.array(anyText(), { maxLength: 4 }), async (segments) => {
      const path = ['', ...segments].join('/');
      if (/\{[^{}]+\}/.test(path)) return;
      const seen = await seenOf(rogue, () => kobble.request('GET', path));
      if (seen === undefined) return;
      // the path as any URL parser reads it, with no segment more or less than was given
      expect(seen.url).toBe(new URL(rogue.url + path).pathname);
      expect(String(seen.url).split('/')).toHaveLength(path.split('/').length);
    });
    await fc.assert(property, RUNS);
  });
});

describe('query names and values', () => {
  test('arrive exactly as given, or are refused', async () => {
    const { kobble, rogue } = await listener();
    const value = fc.oneof(anyText(), fc.integer(), fc.double({ noNaN: true }), fc.boolean(), fc.constant(undefined));
    const query = fc.dictionary(
      anyText().filter((name) => name !== ''),
      value,
      { maxKeys: 4 },
    );
    const property = fc.asyncProperty(query, async (values) => {
      const seen = await seenOf(rogue, () => kobble.request('GET', '/customers/v1/news', { query: values }));
      const meant = Object.entries(values).filter(([, sent]) => sent !== undefined);
      const isSendable = (value: unknown) =>
        typeof value === 'number' ? Number.isFinite(value) : isWellFormed(String(value));
      const sendable = [...Object.keys(values), ...meant.map(([, sent]) => sent)].every(isSendable);
      expect(seen === undefined).toBe(!sendable);
      if (seen === undefined) return;
      const arrived = [...new URL(String(seen.url), 'http://x').searchParams];
      expect(arrived).toEqual(meant.map(([name, sent]) => [name, String(sent)]));
      expect(new URL(String(seen.url), 'http://x').pathname).toBe('/customers/v1/news');
    });
    await fc.assert(property, RUNS);
  });
});

describe('keys', () => {
  const part = () => fc.oneof(fc.string({ unit: 'binary', minLength: 1 }), anyText(), fc.double(), fc.integer());

  test('that are derived are UUIDs v4, the same for the same parts and others for others', () => {
    const seen = new Map<string, string>();
    const property = fc.property(fc.array(part(), { maxLength: 4 }), (parts) => {
      const isExact = (value: number) => Math.abs(value) <= Number.MAX_SAFE_INTEGER;
      const usable =
        parts.length > 1 && parts.every((value) => (typeof value === 'number' ? isExact(value) : value !== ''));
      const derive = () => idempotencyKeyFrom(...(parts as [string, string]));
      if (!usable) {
        expect(derive).toThrow(ConfigError);
        return;
      }
      const key = derive();
      expect(key).toMatch(UUID_V4);
      expect(derive()).toBe(key);
      const meant = JSON.stringify(parts.map(String));
      expect(seen.get(key) ?? meant).toBe(meant);
      seen.set(key, meant);
    });
    fc.assert(property, { numRuns: RUNS.numRuns * 5 });
  });

  test('that are given arrive exactly as they are, or are refused', async () => {
    const { kobble, rogue } = await listener();
    const almost = fc
      .uuid({ version: 4 })
      .chain((uuid) =>
        fc
          .tuple(fc.nat(uuid.length), anyText())
          .map(([at, text]) => uuid.slice(0, at) + text + uuid.slice(at + text.length)),
      );
    const given = fc.oneof(fc.uuid({ version: 4 }), fc.uuid(), almost, anyText());
    const property = fc.asyncProperty(given, async (idempotencyKey) => {
      const seen = await seenOf(rogue, () => kobble.cards.create(CARD, { idempotencyKey }));
      expect(seen === undefined).toBe(!UUID_V4.test(idempotencyKey));
      if (seen !== undefined) expect(seen.headers['idempotency-key']).toBe(idempotencyKey);
    });
    await fc.assert(property, RUNS);
  });
});

describe('widget URLs', () => {
  test('carry the card and the TOTP exactly, on the page they were made for, or are refused', () => {
    const base = fc.oneof(
      fc.webUrl({ validSchemes: ['https', 'http'], withQueryParameters: true, withFragments: true }),
      fc.webUrl({ validSchemes: ['https'], withQueryParameters: true }),
      anyText(),
    );
    const property = fc.property(base, anyText(), anyText(), (widgetUrl, cardId, totp) => {
      // not kept: a second `?` at the head of the query, which means nothing
      fc.pre(!URL.canParse(widgetUrl) || !/^\?&*\?/.test(new URL(widgetUrl).search));
      let built: URL;
      try {
        built = new URL(buildWidgetUrl({ widgetUrl, cardId, totp }));
      } catch (error) {
        expect(error).toBeInstanceOf(TypeError);
        expect((error as Error).message).toMatch(/^kobble-client: (widgetUrl|cardId|totp) /);
        const safe = URL.canParse(widgetUrl) && new URL(widgetUrl).protocol === 'https:' && !widgetUrl.includes('@');
        expect(safe && cardId !== '' && totp !== '' && isWellFormed(cardId) && isWellFormed(totp)).toBe(false);
        return;
      }
      const { protocol, host, pathname, hash, searchParams } = new URL(widgetUrl);
      expect([built.protocol, built.host, built.pathname, built.hash]).toEqual([protocol, host, pathname, hash]);
      expect(built.searchParams.getAll('cardId')).toEqual([cardId]);
      expect(built.searchParams.getAll('totp')).toEqual([totp]);
      const others = (parameters: URLSearchParams) => [...parameters].filter(([name]) => !/^(cardId|totp)$/.test(name));
      expect(others(built.searchParams)).toEqual(others(searchParams));
    });
    fc.assert(property, { numRuns: RUNS.numRuns * 5 });
  });
});

describe('Retry-After', () => {
  const now = Date.UTC(2026, 0, 1);

  test('numbers and dates mean what they say; all else means nothing', () => {
    const seconds = fc.nat({ max: 200_000 }).map((value): [string, number] => [String(value), value * 1_000]);
    const decimals = fc
      .tuple(fc.nat({ max: 100_000 }), fc.nat({ max: 999 }))
      .map(([whole, part]): [string, number] => [`${whole}.${part}`, Number(`${whole}.${part}`) * 1_000]);
    const dates = fc
      .integer({ min: -400_000, max: 400_000 })
      .map((offset): [string, number] => [new Date(now + offset * 1_000).toUTCString(), offset * 1_000]);
    const property = fc.property(
      fc.oneof(seconds, decimals, dates),
      fc.constantFrom('', ' ', '\t'),
      ([text, wait], space) => {
        const parsed = parseRetryAfter(`${space}${text}${space}`, now);
        expect(parsed).toBe(wait >= 0 ? Math.ceil(wait) : undefined);
      },
    );
    fc.assert(property, { numRuns: RUNS.numRuns * 5 });
    const garbage = fc.property(anyText(), (text) => {
      const parsed = parseRetryAfter(text, now);
      expect(parsed === undefined || (parsed >= 0 && Number.isSafeInteger(parsed))).toBe(true);
      if (!/^\s*\d/.test(text)) expect(parsed).toBeUndefined();
    });
    fc.assert(garbage, { numRuns: RUNS.numRuns * 5 });
  });

  test('whatever a server says there, the call fails or goes on as it should', async () => {
    let value = '';
    const rogue = await serveHttp((_, response) => response.writeHead(429, { 'retry-after': value }).end('{}'));
    const kobble = createKobbleClient({ baseUrl: rogue.url, token: 'T', logLevel: 'off', retry: { maxRetries: 0 } });
    const header = fc.oneof(fc.stringMatching(/^[-0-9.+eE: GMT]*$/), fc.string());
    const property = fc.asyncProperty(header, async (text) => {
      value = text;
      const error = await failureOf(kobble.cards.get('1'));
      expect(error).toMatchObject({ name: 'RateLimitError', status: 429, outcome: 'rejected' });
      expect(error.retryAfterMs).toBe(parseRetryAfter(text, Date.now()));
    });
    await fc.assert(property, RUNS);
  });
});
