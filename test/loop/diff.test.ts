// Proves that `npm run diff` rates a change for callers of the library: pairs of small contracts with their verdicts and
// the methods that each touches.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compareContracts, type Comparison, type ContractFolder } from '../../scripts/diff/compare.js';
import type { NamedMethod } from '../../scripts/lib/methods.js';
import { pairs } from '../support/loop/pairs.js';

const small = readFileSync(new URL('../support/loop/small-contract.yaml', import.meta.url), 'utf8');
const facade = Object.entries({
  'cards.list': 'GET /cards',
  'cards.create': 'POST /cards',
  'cards.get': 'GET /cards/{id}',
}).map(([name, endpoint]): NamedMethod => ({ name, endpoint }));

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

/** Returns the small contract with several changes. */
const edited = (...changes: readonly (readonly [from: string, to: string])[]): string =>
  changes.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`The small contract does not hold ${JSON.stringify(from)}.`);
    return text.replace(from, () => to);
  }, small);

describe('the first parameter of an operation', () => {
  const [list = ''] = / {6}parameters:\n {8}- name: Idempotency-Key\n( {10}.*\n)+/.exec(small) ?? [];
  const key =
    '{ name: Idempotency-Key, in: header, required: true, x-client-supplied: true, schema: { type: string } }';
  const reference = "      parameters: [{ $ref: '#/components/parameters/Key' }]\n";
  const byReference = edited([list, reference], ['components:\n', `components:\n  parameters: { Key: ${key} }\n`]);
  it.each([
    ['in its place', small, list],
    ['by reference', byReference, reference],
  ])('is rated as a parameter, written %s', async (_, revised, added) => {
    const base = contractFolder('list-base', revised.replace(added, ''));
    const { verdict, differences } = await compareContracts(base, contractFolder('list-revision', revised));
    const first = { part: 'POST /cards Idempotency-Key', text: 'was added', methods: ['cards.create'] };
    expect({ verdict, differences }).toMatchObject({ verdict: 'minor', differences: [first] });
  });
});

it('names only the operation that now refers to another component', async () => {
  const refer = (name: string): string => `'404': { $ref: '#/components/responses/${name}' }`;
  const contract = (name: string): string =>
    edited(
      ["'404':\n          description: Not found.", refer(name)],
      [
        "'200':\n          description: The card.",
        `${refer('Sure')}\n        '200':\n          description: The card.`,
      ],
      [
        'components:\n',
        `components:
  responses:
    Sure: { description: Not found., x-evidence: documented }
    Unsure: { description: Not found., x-evidence: inferred }
`,
      ],
    );
  const [base, revision] = ['Unsure', 'Sure'].map((name) => contractFolder(name, contract(name)));
  if (base === undefined || revision === undefined) throw new Error('a contract is missing');
  const { differences } = await compareContracts(base, revision);
  const named = differences.map(({ part, methods }) => ({ part, methods }));
  expect(named).toEqual([{ part: 'GET /cards responses/404', methods: ['cards.list'] }]);
});
