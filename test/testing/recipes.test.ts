// Proves that the recipes for tests pass as they are. (test/docs/code.test.ts compiles them, and the other pages.)
import { writeFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { blocksOf, runBlock, writeBlocks } from '../support/docs/code-blocks.js';

/** Enough for a second process on a busy machine, in milliseconds. */
const LONG = 120_000;
const FOLDER = '.cache/recipes';
const recipes = blocksOf('src/testing/README.md');

beforeAll(() => {
  writeBlocks(FOLDER, recipes);
  const imports = recipes.map(({ file }) => `import './${file.replace(/ts$/, 'js')}';\n`);
  writeFileSync(`${FOLDER}/all.ts`, imports.join(''));
});

test(
  'every recipe passes',
  async () => {
    const printed = await runBlock(FOLDER, 'all.ts', '--test-reporter', 'tap');
    expect(recipes).not.toEqual([]);
    expect(printed).toContain(`# pass ${recipes.length}`);
    expect(printed).toContain('# fail 0');
  },
  LONG,
);
