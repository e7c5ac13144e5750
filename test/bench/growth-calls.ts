import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createKobbleClient } from '../../src/index.js';

/** How the calls of a measurement are made. */
export interface Way {
  /** By `fetch` alone, to compare with. */
  readonly isBare?: boolean;
  /** One signal for all calls. */
  readonly isSignalShared?: boolean;
  /** No token is there yet when the calls begin, so that all of them wait for one. */
  readonly isTokenMissing?: boolean;
}

/** What one call costs while others are in flight. */
export interface CostInFlight {
  /** Processor time from the start of the first call to the end of the last one, divided by the number of calls. */
  readonly microseconds: number;
  /** Bytes in use while all calls wait for their responses, divided by the number of calls. */
  readonly bytes: number;
}

/** What a tenth of a walk costs. */
export interface PartOfWalk {
  /** Processor time of one item. */
  readonly microseconds: number;
  /** Bytes in use at the end of the part, after a collection. */
  readonly heap: number;
}

const BASE_URL = 'https://growth.invalid';
const CREDENTIALS = { clientId: 'id', clientSecret: 'secret', scope: 'client/read' };
const PAGE = 100;

/** Makes so many calls at once, `waves` times. None gets its response before all of a wave have sent their request. */
export async function costInFlight(calls: number, waves: number, way: Way = {}): Promise<CostInFlight> {
  const make = waveOf(calls, way);
  let microseconds = 0;
  for (let wave = 0; wave < waves; wave++) {
    const start = processorTime();
    await make();
    microseconds += processorTime() - start;
  }
  const before = heapInUse();
  let inFlight = 0;
  await make(() => (inFlight = heapInUse()));
  return { microseconds: microseconds / calls / waves, bytes: (inFlight - before) / calls };
}

/** Returns a function that makes a wave of calls, and calls `onAllSent` before the first response. */
function waveOf(
  calls: number,
  { isBare, isSignalShared, isTokenMissing }: Way,
): (onAllSent?: () => void) => Promise<void> {
  let sent = 0;
  let gate = promiseWithResolve();
  let allSent = promiseWithResolve();
  const fetch = async (url: string): Promise<Response> => {
    if (url.endsWith('/oauth2/token')) return Response.json({ access_token: 'token', expires_in: 3_600 });
    if (++sent === calls) allSent.resolve();
    await gate.promise;
    return Response.json({ id: 'card' });
  };
  const auth = isTokenMissing ? CREDENTIALS : { token: 'token' };
  const newClient = () => createKobbleClient({ baseUrl: BASE_URL, ...auth, fetch, logLevel: 'off' });
  const client = newClient();
  const signal = isSignalShared ? new AbortController().signal : undefined;
  return async (onAllSent) => {
    [sent, gate, allSent] = [0, promiseWithResolve(), promiseWithResolve()];
    const kobble = isTokenMissing ? newClient() : client;
    const get = isBare
      ? async (id: number): Promise<unknown> => (await fetch(`${BASE_URL}/${id}`)).json()
      : (id: number): Promise<unknown> => kobble.cards.get(`card-${id}`, { signal });
    const all = Promise.all(Array.from({ length: calls }, (_, id) => get(id)));
    await allSent.promise;
    onAllSent?.();
    gate.resolve();
    await all;
  };
}

/** Walks over a list of so many items with `for await`, and measures each tenth of the walk. */
export async function costOfWalk(items: number): Promise<{ parts: readonly PartOfWalk[]; requests: number }> {
  let requests = 0;
  const fetch = async (url: string): Promise<Response> => {
    requests++;
    const offset = Number(new URL(url).searchParams.get('offset') ?? 0);
    const page = Array.from({ length: Math.min(PAGE, items - offset) }, (_, index) => ({
      id: `card-${offset + index}`,
    }));
    return Response.json(page, { headers: { 'x-total-count': String(items) } });
  };
  const kobble = createKobbleClient({ baseUrl: BASE_URL, token: 'token', fetch, logLevel: 'off' });
  const parts: PartOfWalk[] = [];
  let seen = 0;
  let start = processorTime();
  for await (const card of kobble.cards.list({ limit: PAGE })) {
    if (card.id !== `card-${seen}`) throw new Error(`Item ${seen} of the walk is ${card.id}.`);
    if (++seen % (items / 10) > 0) continue;
    const microseconds = (processorTime() - start) / (items / 10);
    parts.push({ microseconds, heap: heapInUse() });
    start = processorTime();
  }
  if (seen !== items) throw new Error(`The walk ended after ${seen} items.`);
  return { parts, requests };
}

/** Microseconds that this process has spent on the processor: other processes of the machine do not change it. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return user + system;
}

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

function heapInUse(): number {
  collect();
  return process.memoryUsage().heapUsed;
}

/** `Promise.withResolvers` is there from Node 22 on. */
function promiseWithResolve(): { promise: Promise<void>; resolve: () => void } {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((settle) => (resolve = settle));
  return { promise, resolve };
}
