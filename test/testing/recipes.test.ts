import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { beforeAll, expect, test } from 'vitest';

const run = promisify(execFile);
/** A compiler and a second process take their time on a busy machine. */
const LONG = 120_000;
const FOLDER = '.cache/recipes';
const recipes = [...readFileSync('src/testing/README.md', 'utf8').matchAll(/^```ts\n(.*?)^```$/gms)].map(
  ([, code = '']) => code,
);

/** Each recipe as a file of its own, unchanged; only the package's name leads to the source. */
beforeAll(() => {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  const files = recipes.map((code, index) => {
    const file = `recipe-${index}.ts`;
    writeFileSync(`${FOLDER}/${file}`, code);
    return file;
  });
  const paths = { 'kobble-client': ['../../src/index.ts'], 'kobble-client/testing': ['../../src/testing/index.ts'] };
  const compilerOptions = { paths, noEmit: true, skipLibCheck: true, types: ['node'] };
  const config = { extends: '../../tsconfig.json', compilerOptions, include: ['*.ts'], exclude: [] };
  writeFileSync(`${FOLDER}/tsconfig.json`, JSON.stringify(config));
  writeFileSync(`${FOLDER}/all.ts`, files.map((file) => `import './${file.replace(/ts$/, 'js')}';\n`).join(''));
});

test(
  'every recipe compiles',
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
    expect(recipes).toHaveLength(6);
    expect(stdout).toContain(`# pass ${recipes.length}`);
    expect(stdout).toContain('# fail 0');
  },
  LONG,
);
