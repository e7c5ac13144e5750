// Proves, in a copy of the project, that one planted break of what callers may write is named by `scripts/compat.ts`, with its
// line in the type tests, and by `scripts/api.ts --check`, with its entry point; and that a widening is no break.
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { version } from '../../generated/version.js';
import { scratchProject, type Scratch } from '../support/loop/scratch.js';

const MINUTES = 60_000;
const CARDS = 'generated/resources.ts';
const TESTS = 'test/types/client.test.ts';
let scratch: Scratch;
let first: string;

beforeAll(() => {
  scratch = scratchProject();
  first = scratch.git('rev-parse', 'HEAD').trim();
});
beforeEach(() => void scratch.git('reset', '--hard', '--quiet', first));
afterAll(() => scratch.remove());

const lineOf = (code: string): number => scratch.read(TESTS).split('\n').indexOf(code) + 1;

it('compiles the type tests of the commit in which package.json got its version, and says so first', async () => {
  const { code, output } = await scratch.run('compat');
  expect(code).toBe(0);
  const reason = `Compared with ${first.slice(0, 7)}, in which package.json got version ${version}: no release has a tag.`;
  expect(output).toBe(`${reason}\nSince ${first}: all that compiled still does.\n`);
});

it(
  'names each line that a renamed method breaks, and the entry point whose report is stale',
  { timeout: 4 * MINUTES },
  async () => {
    scratch.edit(CARDS, 'createWidgetSession(', 'createSession(');
    scratch.edit(TESTS, "['createWidgetSession']", "['createSession']"); // the tests of the commit count, not these
    const { code, output } = await scratch.run('compat');
    scratch.git('checkout', '--quiet', TESTS);
    expect(code).toBe(1);
    expect(output).toContain(`broken    ${TESTS}:${lineOf("      KobbleClient['cards']['createWidgetSession']")}`);
    expect(output).toContain("Property 'createWidgetSession' does not exist on type 'Cards'");
    expect(output).toMatch(/\d of the lines no longer compile\.\n$/);

    const check = await scratch.run('api', '--check');
    expect(check.code).toBe(1);
    expect(check.output).toContain('etc/index.api.md is stale: kobble-client declares something else.');
    expect(check.output).toMatch(/^ {2}- createWidgetSession\(.*$/m);
    expect(check.output).toMatch(/^ {2}\+ createSession\(.*$/m);
  },
);

it('compares with the last release, and accepts what was refused', async () => {
  scratch.git('tag', 'v9.0.0');
  const method = (parameter: string) => `get(${parameter}, options?: CallOptions): ApiPromise<Card> {`;
  scratch.edit(CARDS, method('id: string'), `${method('card: string | number')} const id = String(card);`);
  const { code, output } = await scratch.run('compat', '--format', 'markdown');
  expect(code).toBe(0);
  expect(output).toBe(
    [
      'Compared with v9.0.0, the last release.',
      'The type tests, compiled against this build: **all that compiled still does. 1 of the lines that were refused compile now.**',
      '',
      `- Is accepted now: \`kobble.cards.get(7),\` (${TESTS}:${lineOf('      kobble.cards.get(7),')})\n`,
    ].join('\n'),
  );
});

it('exits 2 if it cannot compare', async () => {
  const results = [await scratch.run('compat', 'no-such-ref'), await scratch.run('compat', '--format', 'html')];
  expect(results.map(({ code }) => code)).toEqual([2, 2]);
  expect(results[1]?.output).toBe('✗ --format must be one of text, markdown.\n');
});
