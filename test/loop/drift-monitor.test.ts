// Proves that a monitor of a running client finds the same deviations as the check does, on the platform's fetch and on
// undici, invents none in any call of the client, and keeps no value.
import { afterAll, describe, expect, it } from 'vitest';
import { createDriftMonitor, type DriftFinding } from '../../src/drift/index.js';
import { createKobbleClient, type KobbleClientOptions } from '../../src/index.js';
import { createFakeKobble } from '../../src/testing/index.js';
import { undiciFetch } from '../../src/undici/index.js';
import { listen } from '../support/listen.js';
import { deviatingFetch, storedValues } from '../support/loop/deviating-fetch.js';
import { CANARY, deviations } from '../support/loop/deviations.js';

type Fetch = NonNullable<KobbleClientOptions['fetch']>;

const fake = createFakeKobble();
const card = fake.state.addCard();
const stops: (() => Promise<unknown>)[] = [() => fake.close()];
afterAll(() => Promise.all(stops.map((stop) => stop())));

/** The checks run in tasks of their own. */
const tasks = () => new Promise((resolve) => setTimeout(resolve, 5));

/** A monitored client of the fake. */
function monitored(fetch: Fetch = fake.fetch, options: KobbleClientOptions = {}) {
  const told: DriftFinding[] = [];
  const monitor = createDriftMonitor({ sampleRate: 1, onDrift: (finding) => told.push(finding) });
  const client = { baseUrl: 'https://kobble.test', token: fake.state.addToken(), ...options };
  return { monitor, told, kobble: createKobbleClient({ ...client, fetch: monitor.wrap(fetch) }) };
}

const idOf = (path: string): string => {
  if (path.includes('/cards/')) return card.id;
  const { programs, wallets, endusers } = fake.state;
  const of = path.includes('programs') ? programs : path.includes('wallets') ? wallets : endusers;
  return [...of.keys()][0] ?? '';
};

describe('a fake that deviates', () => {
  it.each(deviations)('is found out: $found.kind, $name', async (deviation) => {
    const { path, found } = deviation;
    const { monitor, told, kobble } = monitored(deviatingFetch(fake, deviation));
    const input = path.includes('{id}') ? { path: { id: idOf(path) } } : {};
    await kobble.request('GET', path, input).catch(() => {}); // some cannot be used at all
    await tasks();
    const report = monitor.report();
    expect(report).toMatchObject({
      checked: 1,
      skipped: 0,
      dropped: 0,
      findings: [{ endpoint: `GET ${path}`, count: 1 }],
    });
    expect(report.findings).toHaveLength(1);
    expect(report.findings[0]).toMatchObject(found);
    expect(told).toEqual(report.findings);
    for (const value of [CANARY, '4111', ...storedValues(fake)]) expect(JSON.stringify(report)).not.toContain(value);
  });

  it('is told of once, and counted', async () => {
    const { monitor, told, kobble } = monitored(
      deviatingFetch(fake, { path: '/customers/v1/cards', change: ({ headers }) => headers.delete('x-limit') }),
    );
    for (let call = 0; call < 3; call++) await kobble.cards.list();
    await tasks();
    expect(told.map(({ pointer, count }) => [pointer, count])).toEqual([['/x-limit', 1]]);
    expect(monitor.report().findings[0]?.count).toBe(3);
  });
});

describe('an undisturbed fake', () => {
  it('has no drift, whatever is called', async () => {
    const credentials = { token: undefined, clientId: 'a', clientSecret: 'b', scope: 'client/write' };
    const { monitor, kobble } = monitored(fake.fetch, credentials);
    const wallet = fake.state.addActiveWallet().id;
    const body = { wallet_id: wallet, program_id: fake.state.addProgram().id };
    const { id } = await kobble.cards.create(body);
    await kobble.cards.createSecret(id, { remarks: 'test' });
    await kobble.cards.createWidgetSession(id);
    await kobble.cards.updateStatus(id, { status: 'SUSPENDED' });
    await kobble.cards.renew(id, { reason: 'test', expiry: '2030-01-01' });
    await kobble.transactions.createManualCredit({ amount: 500, to: wallet, reference: 'r', metadata: {} });
    await kobble.wallets.get('none').catch(() => {});
    await Promise.all([kobble.cards.list(), kobble.endusers.list(), kobble.wallets.list(), kobble.webhooks.list()]);
    await tasks();
    expect(monitor.report()).toEqual({ findings: [], checked: 11, skipped: 1, dropped: 0 }); // the token's
  });

  it('is monitored under a base URL with a path, and not at a path that the contract does not have', async () => {
    const seen: string[] = [];
    const fetch: Fetch = async (url) => {
      seen.push(new URL(url).pathname);
      return Response.json([], { status: 207 });
    };
    const { monitor, kobble } = monitored(fetch, { baseUrl: 'https://proxy.test/kobble/' });
    await kobble.wallets.list();
    await kobble.request('GET', '/customers/v1/fees');
    await tasks();
    expect(seen).toEqual(['/kobble/customers/v1/wallets', '/kobble/customers/v1/fees']);
    expect(monitor.report()).toMatchObject({ checked: 1, skipped: 1, findings: [{ operationId: 'listWallets' }] });
  });
});

describe.each([
  ['the platform', undefined],
  ['undici', undiciFetch()],
] as const)('over HTTP, on the fetch of %s,', (_, fetch) => {
  it('a response is the same as without a monitor, and is checked', async () => {
    const text = JSON.stringify([{ ...fake.state.addWallet(), fee: CANARY }]);
    const [url, stop] = await listen((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'x-request-id': 'r-1' }).end(text);
    });
    stops.push(stop);
    const monitor = createDriftMonitor({ sampleRate: 1 });
    const options = { baseUrl: url, token: 'any' };
    const plain = createKobbleClient({ ...options, ...(fetch && { fetch }) });
    const kobble = createKobbleClient({ ...options, fetch: fetch ? monitor.wrap(fetch) : monitor.wrap() });
    const [without, withMonitor] = [
      await plain.wallets.list().withResponse(),
      await kobble.wallets.list().withResponse(),
    ];
    expect(withMonitor.data).toEqual(without.data);
    expect(withMonitor.response).toBeInstanceOf(Response);
    expect(withMonitor.response.url).toBe(without.response.url);
    expect(withMonitor.response.headers.get('x-request-id')).toBe('r-1');
    expect(withMonitor.response.bodyUsed).toBe(without.response.bodyUsed);
    await tasks();
    expect(monitor.report().findings.map(({ pointer }) => pointer)).toEqual(['/*/fee']);
  });
});
