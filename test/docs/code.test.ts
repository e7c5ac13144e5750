// Proves that every block of TypeScript in README.md and docs/ compiles, and that the blocks that can run without
// a network do, and print what they say.
import { describe, expect, test } from 'vitest';
import { beforeAll } from 'vitest';
import { blocksOf, compileBlocks, PAGES, runBlock, writeBlocks } from '../support/docs/code-blocks.js';

/** Enough for a compiler and a second process on a busy machine, in milliseconds. */
const LONG = 120_000;
const FOLDER = '.cache/docs-code';
const blocks = PAGES.flatMap(blocksOf);
const programs = blocks.filter(({ isRun }) => isRun);

beforeAll(() => writeBlocks(FOLDER, blocks));

test('every block compiles', async () => expect(await compileBlocks(FOLDER)).toBe(''), LONG);

describe('a program', () => {
  test.concurrent.each(programs)(
    '$file of $page runs, and prints what it says',
    async ({ file, printed }) => {
      const lines = (await runBlock(FOLDER, file)).split('\n');
      for (const line of printed) expect(lines).toContain(line);
    },
    LONG,
  );
  test('is in README.md and in most guides', () => {
    const pages = new Set(programs.map(({ page }) => page));
    expect(pages).toContain('README.md');
    expect(pages.size).toBeGreaterThanOrEqual(3);
  });
});
