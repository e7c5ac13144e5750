// A program that makes one call and has nothing else to do, so that it ends when the client lets it.
// Run by attacks-process.test.ts: short-lived.ts <base URL> <attack>
import { createKobbleClient, type KobbleClientOptions } from '../../../src/index.js';

const [baseUrl = '', attack = ''] = process.argv.slice(2);
const client = (options: KobbleClientOptions = {}) =>
  createKobbleClient({
    baseUrl,
    clientId: 'client-1',
    clientSecret: 'secret-1',
    scope: 'client/read',
    logLevel: 'off',
    ...options,
  });
const get = (options: object = {}, own: KobbleClientOptions = {}) => client(own).cards.get('card-1', options);
const soon = (milliseconds: number) => AbortSignal.timeout(milliseconds);

const attacks: Record<string, () => PromiseLike<unknown>> = {
  success: () => get(),
  'abort before the call': () => get({ signal: AbortSignal.abort() }),
  'abort while the API hangs': () => get({ signal: soon(200) }),
  'timeout while the API hangs': () => get({ deadlineMs: 200 }),
  'abort while the token endpoint hangs': () => get({ signal: soon(200) }),
  'deadline while the token endpoint hangs': () => get({ deadlineMs: 200 }),
  'abort while the body drips': () => get({ signal: soon(200) }),
  'abort during a long backoff': () => get({ signal: soon(200) }),
  'a Retry-After beyond the deadline': () => get(),
  'an error without a retry': () => get(),
  'a redirect': () => get(),
  'a store that hangs': () =>
    get({}, { tokenStore: { get: () => new Promise(() => {}), set: () => new Promise(() => {}), delete: () => {} } }),
  'a walk that is left early': async () => {
    for await (const card of client().cards.list()) if (card.id === '1') return;
  },
};

// The end of the call, in milliseconds after the start of the program's clock.
const told = () => console.log(performance.now());
attacks[attack]?.().then(told, told);
