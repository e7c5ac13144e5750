// Proves that certificates are fetched once, kept a day at most and no longer than they are valid, and given 5 s.
import { afterEach, describe, expect, it, vi } from 'vitest';
import { verifyWebhook, type Fetch } from '../../src/webhooks/index.js';
import {
  CERTIFICATE_URL,
  KEYS,
  NOW,
  PEM,
  TOPIC,
  answering,
  json,
  notification,
  pemOf,
  serving,
  signed,
} from '../support/webhooks/authority.js';

const HOUR = 60 * 60 * 1_000;
const rawBody = json(signed(notification()));
const verify = (fetch: Fetch, now = NOW, body = rawBody) =>
  verifyWebhook(body, { topicArns: [TOPIC], now: () => now, maxAgeMs: Number.POSITIVE_INFINITY, fetch });

afterEach(() => {
  vi.useRealTimers();
});

describe('a certificate', () => {
  it('is fetched once however many messages wait', async () => {
    const fetch = serving();
    await Promise.all(Array.from({ length: 200 }, () => verify(fetch)));
    expect(fetch.asked).toEqual([CERTIFICATE_URL]);
  });

  it('is asked for by GET, with no redirect followed and no cookie sent', async () => {
    const inits: RequestInit[] = [];
    await verify(
      answering((_url, init) => {
        inits.push(init);
        return new Response(PEM);
      }),
    );
    // No other member: workerd before 2025 refuses `credentials`.
    expect(inits).toEqual([{ method: 'GET', redirect: 'manual', signal: expect.any(AbortSignal) as AbortSignal }]);
  });

  it('is kept for a day, and not a millisecond more', async () => {
    const fetch = serving();
    await verify(fetch);
    await verify(fetch, NOW + 24 * HOUR - 1);
    expect(fetch.asked).toHaveLength(1);
    await verify(fetch, NOW + 24 * HOUR);
    expect(fetch.asked).toHaveLength(2);
  });

  it('is fetched anew where the clock was set back', async () => {
    const fetch = serving();
    await verify(fetch, NOW);
    await verify(fetch, NOW - 1);
    expect(fetch.asked).toHaveLength(2);
  });

  it('is not used beyond its validity, within the day', async () => {
    const fetch = serving(pemOf(KEYS, '2026-01-01', '2026-03-02T10:00:00Z'));
    await verify(fetch);
    await expect(verify(fetch, NOW + HOUR)).rejects.toMatchObject({ code: 'certificate_expired' });
    expect(fetch.asked).toHaveLength(2);
  });

  it('that failed is forgotten at once', async () => {
    let down = true;
    const fetch = answering(() => new Response(PEM, { status: down ? 503 : 200 }));
    const failed = await Promise.allSettled([verify(fetch), verify(fetch)]);
    expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(fetch.asked).toHaveLength(1);
    down = false;
    await verify(fetch);
    expect(fetch.asked).toHaveLength(2);
  });

  it('that cannot be fetched says why by a code of the system, and by nothing else', async () => {
    const because = (cause: unknown) => verify(() => Promise.reject(new TypeError(CERTIFICATE_URL, { cause })));
    const message = async (cause: unknown) => String(await because(cause).catch((error: unknown) => error));
    const notFound = Object.assign(new Error(CERTIFICATE_URL), { code: 'ENOTFOUND' });
    expect(await message(notFound)).toMatch(/: TypeError ← Error \(ENOTFOUND\)$/);
    expect(await message({ code: CERTIFICATE_URL })).toMatch(/: TypeError ← Error$/);
    expect(await message(undefined)).toMatch(/: TypeError$/);
  });

  it('that has expired is not kept', async () => {
    const fetch = serving(pemOf(KEYS, '2025-01-01', '2025-12-31'));
    await expect(verify(fetch)).rejects.toMatchObject({ code: 'certificate_expired' });
    await expect(verify(fetch)).rejects.toMatchObject({ code: 'certificate_expired' });
    expect(fetch.asked).toHaveLength(2);
  });

  it('is kept beside fifteen others', async () => {
    const fetch = serving();
    const at = (index: number) =>
      json(
        signed(notification({ SigningCertURL: CERTIFICATE_URL.replace('0123', index.toString(16).padStart(4, '0')) })),
      );
    for (let index = 0; index < 16; index++) await verify(fetch, NOW, at(index));
    await verify(fetch, NOW, at(0));
    expect(fetch.asked).toHaveLength(16);
    await verify(fetch, NOW, at(16));
    await verify(fetch, NOW, at(15));
    expect(fetch.asked).toHaveLength(17);
    await verify(fetch, NOW, at(0));
    expect(fetch.asked).toHaveLength(18);
  });

  it('of one fetch is unknown to another', async () => {
    await verify(serving());
    const fetch = serving(pemOf(KEYS, '2025-01-01', '2025-12-31'));
    await expect(verify(fetch)).rejects.toMatchObject({ code: 'certificate_expired' });
  });
});

describe('after 5 s', () => {
  const slow: Record<string, Fetch> = {
    'no answer': () => new Promise(() => undefined),
    'half an answer': async () =>
      new Response(new ReadableStream({ start: (controller) => controller.enqueue(new Uint8Array(9)) })),
  };

  it.each(Object.entries(slow))('%s is waited for no longer', async (_, answer) => {
    vi.useFakeTimers();
    let signal: AbortSignal | null | undefined;
    const outcome = verify((url, init) => {
      signal = init.signal;
      return answer(url, init);
    }).catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(4_999);
    expect(signal?.aborted).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(signal?.aborted).toBe(true);
    expect(await outcome).toMatchObject({ code: 'certificate_unavailable' });
  });
});
