// Proves that `npm run diff` rates a change for callers of the library, says what was and what is, and names the methods
// that it touches: pairs of small contracts with all that is said of them.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compareContracts, type Comparison, type ContractFolder } from '../../scripts/diff/compare.js';
import type { NamedMethod } from '../../scripts/lib/methods.js';
import type { Edit } from '../support/loop/pair.js';
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

/** Returns the small contract with several changes. */
const edited = (...changes: readonly Edit[]): string =>
  changes.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`The small contract does not hold ${JSON.stringify(from)}.`);
    return text.replace(from, () => to);
  }, small);

const compare = (base: string, revision: string) =>
  compareContracts(contractFolder('base', base), contractFolder('revision', revision));

const said = ({ differences }: Comparison): string[] =>
  differences.map(({ level, part, text }) => [level, part, text].filter(Boolean).join(' '));

describe('a change to a small contract', () => {
  it.each(pairs)('$name', ({ edits, methods, says }) => {
    const found = compare(small, edited(...edits));
    const named = [...new Set(found.differences.flatMap((one) => one.methods))].sort().join(' ');
    expect({ says: said(found), methods: named }).toEqual({ says, methods });
    expect(found.verdict).toBe(says[0]?.split(' ')[0] ?? 'none');
  });

  it('is never told in words that say nothing', () => {
    const lines = pairs.flatMap(({ says }) => says);
    expect(lines.filter((line) => /has another \w+$|undefined|\[object|\s$|now $/.test(line))).toEqual([]);
  });
});

describe('the first parameter of an operation', () => {
  const [list = ''] = / {6}parameters:\n {8}- name: Idempotency-Key\n( {10}.*\n)+/.exec(small) ?? [];
  const key =
    '{ name: Idempotency-Key, in: header, required: true, x-client-supplied: true, schema: { type: string } }';
  const reference = "      parameters: [{ $ref: '#/components/parameters/Key' }]\n";
  const byReference = edited([list, reference], ['components:\n', `components:\n  parameters: { Key: ${key} }\n`]);
  it.each([
    ['in its place', small, list],
    ['by reference', byReference, reference],
  ])('is rated as a parameter, written %s', (_, revised, added) => {
    const found = compare(revised.replace(added, ''), revised);
    expect(said(found)).toEqual(['minor POST /cards Idempotency-Key was added (header, string, the client sends it)']);
    expect(found.differences[0]?.methods).toEqual(['cards.create']);
  });
});

it('names only the operation that now refers to another component', () => {
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
  const { differences } = compare(contract('Unsure'), contract('Sure'));
  const named = differences.map(({ part, methods }) => ({ part, methods }));
  expect(named).toEqual([{ part: 'GET /cards response 404', methods: ['cards.list'] }]);
});
