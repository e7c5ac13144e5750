// Proves that AGENTS.md sorts the methods by what the contract says: which are safe to repeat, which take an idempotency key, and which must
// not be repeated without looking. (Other tests compile its code and check its links.)
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { operationAt, VERBS, type Verb } from '../../src/contract/operations.js';
import { createKobbleClient, type KobbleClient } from '../../src/index.js';
import { readManifest } from '../../scripts/lib/entries.js';

const page = readFileSync('AGENTS.md', 'utf8');

/** Returns the retry class of each writing method, by calling it and looking at the request. */
async function classesOfMethods(): Promise<Record<string, string[]>> {
  const classes: Record<string, string[]> = {};
  let sent: { method: string; path: string }[] = [];
  const fetch = async (url: string, { method = '' }: RequestInit) => {
    sent.push({ method, path: new URL(url).pathname });
    return Response.json({});
  };
  const kobble = createKobbleClient({ baseUrl: 'https://kobble.test', token: 'any', fetch });
  for (const [name, resource] of Object.entries(kobble) as [keyof KobbleClient, object][]) {
    if (name === 'baseUrl' || name === 'fetch') continue;
    for (const method of Object.getOwnPropertyNames(Object.getPrototypeOf(resource))) {
      if (method === 'constructor') continue;
      sent = [];
      const call = Reflect.get(resource, method) as (...args: unknown[]) => Promise<unknown>;
      await call.call(resource, 'ID', {}).catch(() => {});
      if (sent.length === 0) await call.call(resource, {}).catch(() => {});
      const verb = VERBS.find((one) => one === sent[0]?.method) ?? ('GET' satisfies Verb);
      const path = String(sent[0]?.path)
        .replace('/ID', '/{id}')
        .replace(/\/(replace|renew)$/, '/{action}');
      (classes[operationAt(verb, path).retry] ??= []).push(`${name}.${method}`);
    }
  }
  return classes;
}

/** Returns the methods between two comments of a page. */
const listed = (name: string): string[] => {
  const [, section = ''] = page.split(`<!-- ${name}:start -->`);
  return [...(section.split('<!--')[0] ?? '').matchAll(/`(\w+\.\w+)\(/g)].map(([, method = '']) => method);
};

it('names the methods that are safe, those with a key, and those without one', async () => {
  const { safe = [], keyed = [], never = [] } = await classesOfMethods();
  expect(listed('safe').sort()).toEqual(safe.sort());
  expect(listed('unkeyed')).toEqual(never.sort());
  expect(listed('keyed')).toEqual(keyed.sort());
});

it('names commands that exist', () => {
  const { scripts } = readManifest('.') as unknown as { scripts: Record<string, string> };
  for (const [, name = ''] of page.matchAll(/`npm run (\w[\w:]*)/g)) expect(scripts).toHaveProperty([name]);
});
