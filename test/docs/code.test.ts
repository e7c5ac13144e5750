// Proves that every block of TypeScript in README.md, AGENTS.md and docs/ compiles, and that the blocks that can run without a network
// do, and print what they say.
import { beforeAll, describe, expect, test } from 'vitest';
import {
  blocksOf,
  compileBlocks,
  PAGES,
  runPrograms,
  writeBlocks,
  type ProgramEnd,
} from '../support/docs/code-blocks.js';

/** Enough for a compiler and a second process on a busy machine, in milliseconds. */
const LONG = 120_000;
const FOLDER = '.cache/docs-code';
const blocks = PAGES.flatMap(blocksOf);
const programs = blocks.filter(({ isRun }) => isRun);

beforeAll(() => writeBlocks(FOLDER, blocks));

test('every block compiles', async () => expect(await compileBlocks(FOLDER)).toBe(''), LONG);

describe('a program', () => {
  let ends: ReadonlyMap<string, ProgramEnd>;
  beforeAll(async () => void (ends = await runPrograms(FOLDER, programs)), LONG);

  test.each(programs)('$file runs, and prints what $page says', ({ file, printed }) => {
    const { lines, error } = ends.get(file) ?? {};
    expect(error).toBeUndefined();
    expect(lines).toEqual(printed);
  });

  test('is in README.md and in most guides', () => {
    const pages = new Set(programs.map(({ page }) => page));
    expect(pages).toContain('README.md');
    expect(pages.size).toBeGreaterThanOrEqual(9);
  });
});
