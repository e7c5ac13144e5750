// Proves that a drift check finds every way in which a fake deviates, invents none on an undisturbed fake, sends nothing
// but GET and the token request, keeps to its rate, and lets no value into any output.
import { describe, expect, it } from 'vitest';
import { checkDrift, driftReport, type DriftOptions, type DriftReport } from '../../src/drift/index.js';
import { readOnlyFetch } from '../../src/drift/read-only-fetch.js';
import { createKobbleClient } from '../../src/index.js';
import { createFakeKobble, type FakeFetch } from '../../src/testing/index.js';
import { connector, deviatingFetch, storedValues } from '../support/loop/deviating-fetch.js';
import { CANARY, deviations, type Spoilt } from '../support/loop/deviations.js';
import { operationAt } from '../../src/contract/operations.js';

const FORMATS = ['text', 'json', 'sarif'] as const;
const fake = createFakeKobble();
fake.state.addCard();
fake.state.addCard();

/** Checks a fake, which may be disturbed. */
async function check(fetch: FakeFetch = fake.fetch, options: Partial<DriftOptions> = {}): Promise<DriftReport> {
  return checkDrift({ connect: connector(fake), fetch, callsPerSecond: 1_000_000, idsPerList: 1, ...options });
}

function expectNoValue(report: DriftReport): void {
  for (const format of FORMATS) {
    const output = driftReport(report, format);
    for (const value of [CANARY, '4111', ...storedValues(fake)]) expect(output).not.toContain(value);
  }
}

describe('a fake that deviates', () => {
  it.each(deviations)('is found out: $found.kind, $name', async (deviation) => {
    const report = await check(deviatingFetch(fake, deviation));
    const operationId = operationAt('GET', deviation.path).id;
    expect(report.findings).toHaveLength(1);
    expect(report.findings[0]).toMatchObject({
      operationId,
      endpoint: `GET ${deviation.path}`,
      count: 1,
      ...deviation.found,
    });
    expectNoValue(report);
  });
  it('deviates in 40 ways or more', () => expect(deviations.length).toBeGreaterThanOrEqual(40));
  it('is counted by operation and pointer', async () => {
    const change = ({ body }: Spoilt) => (body as { nickname?: string }[]).forEach((card) => (card.nickname = CANARY));
    const path = '/customers/v1/cards';
    const { findings } = await check(deviatingFetch(fake, { path, change }));
    expect(findings.map(({ pointer, count }) => `${pointer} ${count}`)).toEqual(['/*/nickname 2']);
  });
});

describe('an undisturbed fake', () => {
  it('has no drift, and every GET with a known id is read', async () => {
    const report = await check();
    expect(report.findings).toEqual([]);
    expect(report.operations).toHaveLength(15);
    const read = report.operations.filter(({ responses }) => responses['200'] === 1);
    const unread = report.operations.filter((one) => one.unread !== undefined).map(({ operationId }) => operationId);
    expect(read).toHaveLength(12);
    expect(unread).toEqual(['getBeneficiary', 'getClient', 'getTransaction']);
    expectNoValue(report);
  });
  it('says how far it is, and is called no more often than allowed', async () => {
    const seen: string[] = [];
    const start = performance.now();
    await check(fake.fetch, {
      callsPerSecond: 100,
      onProgress: ({ endpoint, done, total }) => seen.push(`${done}/${total} ${endpoint}`),
    });
    expect(performance.now() - start).toBeGreaterThanOrEqual(12 * 10 - 1);
    expect(seen[0]).toBe('0/15 GET /customers/v1/beneficiaries');
    expect(seen).toHaveLength(15);
  });
  it('is read no further once the signal aborts', async () => {
    const reason = new Error('enough');
    const controller = new AbortController();
    const ending = check(fake.fetch, {
      signal: controller.signal,
      onProgress: ({ done }) => done === 3 && controller.abort(reason),
    });
    await expect(ending).rejects.toBe(reason);
  });
});

describe('a Kobble that cannot be read', () => {
  it('is no drift: the report has the reason', async () => {
    const { findings, operations } = await checkDrift({
      connect: (fetch) => createKobbleClient({ baseUrl: 'https://kobble.test', fetch, token: 'wrong' }),
      fetch: fake.fetch,
      callsPerSecond: 1_000_000,
    });
    expect(findings).toEqual([]);
    expect(operations[0]?.responses).toEqual({ 401: 1 });
  });
});

describe('a drift check', () => {
  it('sends GET only, and the token request', async () => {
    const own = createFakeKobble();
    own.state.addCard();
    const credentials = { clientId: 'a', clientSecret: 'b', scope: 'client/read' };
    const connect: DriftOptions['connect'] = (fetch) =>
      createKobbleClient({ baseUrl: 'https://kobble.test', fetch, ...credentials });
    await checkDrift({ connect, fetch: own.fetch, callsPerSecond: 1_000_000 });
    const sent = [...own.calls].map(({ method, path }) => (method === 'GET' ? 'GET' : `${method} ${path}`));
    expect([...new Set(sent)].sort()).toEqual(['GET', 'POST /oauth2/token']);
    expect(own.state.effects).toEqual([]);
  });
  it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'post'])('cannot send %s, whoever asks', async (method) => {
    let sent = 0;
    const inner = async () => {
      sent++;
      return new Response('{}');
    };
    const { fetch } = readOnlyFetch(inner);
    const body = JSON.stringify({ grant_type: 'client_credentials' });
    for (const url of ['https://kobble.test/customers/v1/cards', 'https://kobble.test/oauth2/token']) {
      await expect(fetch(url, { method })).rejects.toThrow('only reads');
      await expect(fetch(url, { method, body })).rejects.toThrow('only reads');
    }
    expect(sent).toBe(0);
  });
  it('writes SARIF that names a rule and a place for each finding', async () => {
    const [deviation] = deviations;
    if (deviation === undefined) throw new Error('There is no deviation.');
    const sarif = JSON.parse(driftReport(await check(deviatingFetch(fake, deviation)), 'sarif')) as object;
    expect(sarif).toMatchObject({
      version: '2.1.0',
      runs: [{ results: [{ ruleId: 'status', level: 'error', occurrenceCount: 1, locations: [{}] }] }],
    });
  });
});
