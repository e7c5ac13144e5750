// Proves that `npm run diff` rates a change for callers of the library: pairs of small contracts with their verdicts and
// the methods that each touches.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compareContracts, type Comparison, type ContractFolder } from '../../scripts/diff/compare.js';
import type { FacadeMethod } from '../../scripts/lib/facade.js';
import { pairs } from '../support/loop/pairs.js';

const small = readFileSync(new URL('../support/loop/small-contract.yaml', import.meta.url), 'utf8');
const facade = Object.entries({
  'cards.list': 'GET /cards',
  'cards.create': 'POST /cards',
  'cards.get': 'GET /cards/{id}',
}).map(([name, endpoint]): FacadeMethod => ({ name, endpoint, file: 'cards.ts', lines: [1, 1] }));

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kobble-pairs-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function contractFolder(name: string, text: string): ContractFolder {
  const contract = join(folder, `${name}.yaml`);
  writeFileSync(contract, text);
  return { contract, facade, root: folder };
}

async function compare(from: string, to: string, name = 'pair'): Promise<Comparison> {
  if (!small.includes(from)) throw new Error(`The small contract does not hold ${JSON.stringify(from)}.`);
  const revised = small.replace(from, () => to);
  return compareContracts(contractFolder(`${name}-base`, small), contractFolder(`${name}-revision`, revised));
}

describe('a change to a small contract', () => {
  it.concurrent.each(pairs.map((pair, index) => ({ ...pair, index })))(
    '$verdict: $name',
    async ({ from, to, verdict, methods, index }) => {
      const found = await compare(from, to, String(index));
      const named = [...new Set(found.differences.flatMap((one) => one.methods))].sort().join(' ');
      expect({ verdict: found.verdict, methods: named }).toEqual({ verdict, methods });
    },
  );
  it('has a verdict for 40 pairs or more', () => expect(pairs.length).toBeGreaterThanOrEqual(40));
});
