// Proves that every block of TypeScript in the READMEs compiles, and that the recipes for tests pass as they are.
import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { beforeAll, expect, test } from 'vitest';

const run = promisify(execFile);
/** Enough for a compiler and a second process on a busy machine, in milliseconds. */
const LONG = 120_000;
const FOLDER = '.cache/recipes';
const blocksOf = (page: string): string[] =>
  [...readFileSync(page, 'utf8').matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code = '']) => code);
const recipes = blocksOf('src/testing/README.md');

/** Names that the code of the main README leaves to the reader. */
const READERS_OWN = `
declare const wallet_id: string, program_id: string, base: string, client_id: string, client_secret: string, scope: string;
declare const show: (url: string) => void, repeatLaterWith: (key: string | undefined) => void;
declare const report: (error: unknown) => void, refresh: (id: unknown) => Promise<void>;
declare const keyv: import('kobble-client/webhooks').SeenStore;
export {};
`;

/** Writes each recipe to a file, unchanged. The package's name leads to the source. */
beforeAll(() => {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  const files = recipes.map((code, index) => {
    const file = `recipe-${index}.ts`;
    writeFileSync(`${FOLDER}/${file}`, code);
    return file;
  });
  ['README.md', 'examples/README.md']
    .flatMap(blocksOf)
    .forEach((code, index) => writeFileSync(`${FOLDER}/readme-${index}.ts`, code + READERS_OWN));
  const paths = { 'kobble-client': ['../../src/index.ts'], 'kobble-client/*': ['../../src/*/index.ts'] };
  const compilerOptions = { paths, noEmit: true, skipLibCheck: true, noUnusedLocals: false, types: ['node'] };
  const config = { extends: '../../tsconfig.json', compilerOptions, include: ['*.ts'], exclude: [] };
  writeFileSync(`${FOLDER}/tsconfig.json`, JSON.stringify(config));
  writeFileSync(`${FOLDER}/all.ts`, files.map((file) => `import './${file.replace(/ts$/, 'js')}';\n`).join(''));
});

test(
  'every recipe compiles, and so does the README',
  async () => {
    await run(process.execPath, ['node_modules/typescript/bin/tsc', '-p', FOLDER]);
  },
  LONG,
);

test(
  'every recipe passes',
  async () => {
    const env = { ...process.env, TSX_TSCONFIG_PATH: `${FOLDER}/tsconfig.json` };
    const { stdout } = await run(process.execPath, ['--import', 'tsx', '--test-reporter', 'tap', `${FOLDER}/all.ts`], {
      env,
    });
    expect(recipes).not.toEqual([]);
    expect(stdout).toContain(`# pass ${recipes.length}`);
    expect(stdout).toContain('# fail 0');
  },
  LONG,
);
