// Proves, in a copy of the project, that `npm run diff` compares with the last release, or else with the commit that
// set the version, that one planted
// breaking change exits 1, and the form of its reports.
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { version } from '../../generated/version.js';
import { scratchProject, type Scratch } from '../support/loop/scratch.js';

const CARD = 'openapi/components/schemas/Card.yaml';
const CARD_METHODS = ['cards.list', 'cards.create', 'cards.get', 'cards.replace', 'cards.renew'];
let scratch: Scratch;
let first: string;

beforeAll(() => {
  scratch = scratchProject();
  first = scratch.git('rev-parse', 'HEAD').trim();
});
beforeEach(() => void scratch.git('reset', '--hard', '--quiet', first));
afterAll(() => scratch.remove());

const reasonOf = (commit: string) =>
  `Compared with ${commit.slice(0, 7)}, in which package.json got version ${version}: no release has a tag.`;

it('finds no difference in an unchanged contract, and exits 0', async () => {
  expect(await scratch.run('diff')).toEqual({
    code: 0,
    output: `${reasonOf(first)}\nnone: callers see no difference.\n`,
  });
});

it('exits 1 for one breaking change, and names file, line and methods', async () => {
  scratch.edit(CARD, '  - external_id\n', '');
  const line = scratch.read(CARD).split('\n').indexOf('required:') + 1;
  const { code, output } = await scratch.run('diff', 'HEAD');
  expect(code).toBe(1);
  expect(output).toBe(
    [
      'The contract in openapi/, compared with HEAD:',
      'major  Card now may lack external_id',
      `       ${CARD}:${line}  cards.list, cards.create, cards.get, cards.replace, cards.renew`,
      'major: this breaks callers.\n',
    ].join('\n'),
  );
});

it('compares with the last release, and not with another tag', async () => {
  scratch.edit(CARD, '      - PENDING\n', '      - PENDING\n      - FROZEN\n');
  scratch.git('commit', '--quiet', '-am', 'Add a status');
  scratch.git('tag', 'v9.0.0');
  scratch.edit(CARD, 'description: Card id.', 'description: Id of the card.');
  scratch.git('commit', '--quiet', '-am', 'Describe a field');
  scratch.git('tag', 'demo');
  const { code, output } = await scratch.run('diff', '--format', 'json');
  expect(code).toBe(0);
  const reason = 'Compared with v9.0.0, the last release.\n'; // on stderr
  expect(output.endsWith(reason)).toBe(true);
  expect(JSON.parse(output.slice(0, -reason.length))).toMatchObject({
    base: 'v9.0.0',
    verdict: 'patch',
    differences: [{ level: 'patch', part: 'Card.id', file: CARD, methods: CARD_METHODS }],
  });
});

it('writes entries for the changelog', async () => {
  scratch.edit(CARD, 'properties:\n', 'properties:\n  nickname:\n    description: Name.\n    type: string\n');
  const { output } = await scratch.run('diff', 'HEAD', '--format', 'markdown');
  expect(output).toBe(
    [
      'The contract since HEAD, for callers: **minor**.',
      '',
      '### Changed or added',
      '',
      '- `Card.nickname` was added (string, may be absent): `cards.list`, `cards.create`, `cards.get`, `cards.replace`, `cards.renew`.\n',
    ].join('\n'),
  );
});

it('exits 2 if it cannot compare', async () => {
  const results = [await scratch.run('diff', 'no-such-ref'), await scratch.run('diff', '--format', 'html')];
  expect(results.map(({ code }) => code)).toEqual([2, 2]);
  expect(results[1]?.output).toBe('✗ --format must be one of text, json, markdown.\n');
});
