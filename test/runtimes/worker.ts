import { setTimeout as pause } from 'node:timers/promises';
import { createFakeKobble } from '../../src/testing/index.js';

/** The part of miniflare that is used. */
interface Miniflare {
  new (options: object): Worker;
}

interface Worker {
  dispatchFetch(url: string): Promise<{ text(): Promise<string> }>;
  dispose(): Promise<void>;
}

/** Runs the suite in workerd, and then the checks of a client in module scope. Returns a line for each check. */
export async function runInWorker(
  require: NodeJS.Require,
  script: string,
  { control, date }: { readonly control: string; readonly date: string },
): Promise<string[]> {
  const { Miniflare } = require('miniflare') as { Miniflare: Miniflare };
  const settings = { modules: true, script, compatibilityDate: date, bindings: { control } };
  const worker = new Miniflare({ ...settings, handleRuntimeStdio: () => {} });
  try {
    const suite = await (await worker.dispatchFetch('http://worker/suite')).text();
    return [...suite.split('\n'), await lostRenewal(worker), await keptRenewal(worker), await together(worker)];
  } finally {
    await worker.dispose();
  }
}

/** Tokens live for 4 s here: fresh for 3 s, renewed in the background until 3.6 s. */
const LIFE = { tokenLifeSeconds: 4 };
const IN_RENEWAL_MS = 3_150;

/** A fake, and a function that calls the Worker, which gets a card from it. */
async function setUp(worker: Worker, options: object, query = '') {
  const fake = createFakeKobble(options);
  const { url } = await fake.listen();
  const card = fake.state.addCard().id;
  const address = `http://worker/card?${query}&card=${card}&baseUrl=${encodeURIComponent(url)}`;
  const get = async () => ((await (await worker.dispatchFetch(address)).text()) === card ? 'card' : 'no card');
  return { fake, get };
}

const line = (name: string, problem: string | undefined): string =>
  problem === undefined ? `ok ${name}` : `not ok ${name}: ${problem}`;

/** The platform stops the renewal with the request that began it, and its promise never settles. */
async function lostRenewal(worker: Worker): Promise<string> {
  const { fake, get } = await setUp(worker, LIFE);
  const results = [await get()];
  await pause(IN_RENEWAL_MS);
  fake.faults.on('getAccessToken').stallHeaders();
  results.push(await get());
  await pause(4_500);
  results.push(await get(), await get());
  await fake.close();
  const isFine = results.every((result) => result === 'card');
  const name = 'token: a client in module scope survives a renewal that never settles';
  return line(name, isFine ? undefined : `the requests got ${results.join(', ')}`);
}

async function keptRenewal(worker: Worker): Promise<string> {
  const { fake, get } = await setUp(worker, LIFE, 'waits=1');
  await get();
  await pause(IN_RENEWAL_MS);
  fake.faults.on('getAccessToken').slow(300);
  await get();
  await pause(1_000);
  await get();
  const requests = fake.calls.of('getAccessToken').length;
  await fake.close();
  const name = 'token: with waitUntil a renewal outlives its request';
  return line(name, requests === 2 ? undefined : `there were ${requests} token requests, not 2`);
}

/** Requests that begin at once share a token request, though each runs in a context of its own. */
async function together(worker: Worker): Promise<string> {
  const { fake, get } = await setUp(worker, { latencyMs: 200 });
  const results = await Promise.all(Array.from({ length: 5 }, get));
  await fake.close();
  const isFine = results.every((result) => result === 'card');
  const name = 'token: requests of a Worker that begin at once all get a token';
  return line(name, isFine ? undefined : `the requests got ${results.join(', ')}`);
}
