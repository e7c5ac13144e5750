import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CACHE } from './generated-clients.js';
import { quantile } from './measure.js';

/** A file for each client that makes the two calls of the bench. */
const PROGRAMS: Readonly<Record<string, string>> = {
  'nothing (tsc alone)': 'export const nothing = fetch;',
  'kobble-client': `
    import { createKobbleClient } from 'kobble-client';
    const kobble = createKobbleClient();
    export const calls = [kobble.cards.create({ wallet_id: 'w', program_id: 'p' }), kobble.cards.get('c')];`,
  'openapi-fetch': `
    import createClient from 'openapi-fetch';
    import type { paths } from '../../../../../generated/schema.js';
    const client = createClient<paths>();
    const params = { header: { 'Idempotency-Key': 'k' } };
    export const created = client.POST('/customers/v1/cards', { params, body: { wallet_id: 'w', program_id: 'p' } });
    export const card = client.GET('/customers/v1/cards/{id}', { params: { path: { id: 'c' } } });`,
  'hey-api': `
    import { createCard, getCard } from '../../hey-api/index.js';
    const headers = { 'Idempotency-Key': 'k' };
    export const calls = [
      createCard({ body: { wallet_id: 'w', program_id: 'p' }, headers }), getCard({ path: { id: 'c' } }),
    ];`,
  'redocly generate-client': `
    import { createCard, getCard } from '../../redocly/client.js';
    const headers = { 'Idempotency-Key': 'k' };
    export const calls = [
      createCard({ body: { wallet_id: 'w', program_id: 'p' }, headers }), getCard({ path: { id: 'c' } }),
    ];`,
  lithic: `
    import Lithic from 'lithic';
    const lithic = new Lithic();
    export const calls = [lithic.cards.create({ type: 'VIRTUAL' }), lithic.cards.retrieve('c')];`,
  'modern-treasury': `
    import ModernTreasury from 'modern-treasury';
    const treasury = new ModernTreasury();
    export const calls = [treasury.counterparties.create({ name: 'n' }), treasury.counterparties.retrieve('c')];`,
  stripe: `
    import Stripe from 'stripe';
    const stripe = new Stripe('key');
    export const calls = [stripe.customers.create({ name: 'n' }), stripe.customers.retrieve('c')];`,
  square: `
    import { SquareClient } from 'square';
    const square = new SquareClient();
    export const calls = [square.customers.create({ givenName: 'n' }), square.customers.get({ customerId: 'c' })];`,
};

const compilerOptions = {
  ...{
    target: 'es2022',
    module: 'esnext',
    moduleResolution: 'bundler',
    strict: true,
    skipLibCheck: true,
    noEmit: true,
  },
  ...{ lib: ['es2022', 'dom', 'dom.iterable'], types: ['node'] },
  typeRoots: [fileURLToPath(new URL('../../node_modules/@types', import.meta.url))],
  paths: { 'kobble-client': [fileURLToPath(new URL('../../dist/types/src/index.d.ts', import.meta.url))] },
};
const tsc = fileURLToPath(new URL('../../node_modules/.bin/tsc', import.meta.url));

/** Measures how long the compiler takes for a file that uses each client, in turns. Returns seconds: medians. */
export function typeCheckTimes(rounds: number): Record<string, number> {
  const samples: Record<string, number[]> = {};
  for (let round = 0; round < rounds; round++) {
    for (const [name, program] of Object.entries(PROGRAMS)) {
      const folder = join(CACHE, 'types', name.replace(/\W+/g, '-'));
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, 'program.ts'), program);
      writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['program.ts'] }));
      const start = performance.now();
      const { status, stdout } = spawnSync(tsc, ['-p', folder], { encoding: 'utf8' });
      if (status !== 0) throw new Error(`${name}: ${stdout}`);
      (samples[name] ??= []).push((performance.now() - start) / 1_000);
    }
  }
  return Object.fromEntries(Object.entries(samples).map(([name, seconds]) => [name, quantile(seconds, 0.5)]));
}
