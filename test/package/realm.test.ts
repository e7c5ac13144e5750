// Proves that each entry loads in a realm that lacks what older browsers, test environments and edge runtimes lack: nothing
// is made from the platform when a module loads.
import { beforeAll, expect, it } from 'vitest';
import { ENTRIES, installedPackage, run, type InstalledPackage } from '../support/package.js';

const ABSENT = [
  ...['TextDecoder', 'TextEncoder', 'fetch', 'Request', 'Response', 'Headers', 'FormData', 'Blob', 'ReadableStream'],
  ...[
    'AbortController',
    'AbortSignal',
    'URL',
    'URLSearchParams',
    'performance',
    'navigator',
    'queueMicrotask',
    'structuredClone',
  ],
];

let installed: InstalledPackage;
beforeAll(() => void (installed = installedPackage()));

/** undici itself makes a TextDecoder when it loads: a stand-in with the names that are imported takes its place. */
const STAND_IN = 'data:text/javascript,export class Agent {} export class RetryAgent {}';
const RESOLVER = `export const resolve = (name, context, next) =>
  name === 'undici' ? { url: '${STAND_IN}', shortCircuit: true } : next(name, context);`;

it.each(ENTRIES)('$specifier loads where nothing of the platform is there', ({ specifier }) => {
  const code = `
    import { register } from 'node:module';
    register('data:text/javascript,' + encodeURIComponent(${JSON.stringify(RESOLVER)}));
    for (const name of ${JSON.stringify(ABSENT)}) delete globalThis[name];
    Object.defineProperty(globalThis, 'crypto', { value: { getRandomValues: () => {} } });
    const module = await import('${specifier}');
    console.log(typeof globalThis.TextDecoder, typeof crypto.subtle, Object.keys(module).length > 0);`;
  expect(run('node', ['--input-type=module', '-e', code], installed.consumer).trim()).toBe('undefined undefined true');
});
