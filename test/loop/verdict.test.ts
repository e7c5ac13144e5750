// Proves, in a copy of the project, that `scripts/verdict.ts` says what a break means although the build fails, that a line in
// CHANGELOG.md accepts it, and that stale files stand in the way of a release.
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { staleFiles } from '../../scripts/release/stale-files.js';
import { scratchProject, type Scratch } from '../support/loop/scratch.js';

const CARD = 'openapi/components/schemas/Card.yaml';
const MISSING = '- ✗ The changes are major, and CHANGELOG.md has no new line about them.';
const BREAK = '- `Card` now may lack external_id: ';
let scratch: Scratch;
let first: string;

beforeAll(() => {
  scratch = scratchProject();
  scratch.write('CHANGELOG.md', '# Changelog\n\n## 0.2.0 (unreleased)\n\n### Breaking\n\n- An old line.\n');
  scratch.git('add', '.');
  scratch.git('commit', '--quiet', '-m', 'Add a changelog');
  first = scratch.git('rev-parse', 'HEAD').trim();
});
beforeEach(() => void scratch.git('reset', '--hard', '--quiet', first));
afterAll(() => scratch.remove());

it('demands a line in the changelog for a break, and is satisfied by it', async () => {
  scratch.edit(CARD, '  - external_id\n', '');
  const refused = await scratch.run('verdict', 'HEAD');
  expect(refused.code).toBe(1);
  expect(refused.output).toContain(MISSING);
  expect(refused.output).toContain(BREAK);
  scratch.edit('CHANGELOG.md', '- An old line.\n', '- An old line.\n- A card may lack `external_id`.\n');
  const { code, output } = await scratch.run('verdict', 'HEAD');
  expect(output).toContain(BREAK);
  expect(output).not.toContain('✗');
  expect(code).toBe(0);
});

it('tells of the break although the build fails, and never that all compiles', async () => {
  scratch.edit(CARD, '  - external_id\n', '');
  scratch.write('src/broken.ts', 'export const broken: number = "text";\n');
  const { code, output } = await scratch.run('verdict', 'HEAD');
  expect(code).toBe(1);
  expect(output).toContain(BREAK);
  expect(output).toContain('src/broken.ts');
  expect(output).not.toContain('all that compiled still does');
});

it('names generated files that are stale', async () => {
  scratch.edit('generated/types.ts', '// Written by', '// Changed, and written by');
  const message = 'generated/types.ts is stale: run `npm run generate` and commit the result.';
  expect(await staleFiles(scratch.folder)).toContain(message);
});
