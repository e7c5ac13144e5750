import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { quantile } from './measure.js';

/** Seconds that each step takes with a contract of so many operations. */
export interface CostOfContract {
  readonly operations: number;
  readonly seconds: Readonly<Record<string, number>>;
  /** Kilobytes of the main entry as one file. */
  readonly kilobytes: number;
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const COPIED = ['openapi', 'scripts', 'src', 'generated', 'package.json', 'tsconfig.json', 'redocly.yaml'];
const IMPORTS = 9;

/** Measures the steps on a copy of the project whose contract has each path, and each schema, so many times. */
export function costOfContract(times: number): CostOfContract {
  const folder = mkdtempSync(join(tmpdir(), 'kobble-growth-'));
  try {
    for (const name of COPIED) cpSync(join(root, name), join(folder, name), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    for (let copy = 1; copy < times; copy++) addCopy(join(folder, 'openapi'), copy);
    const timeOf = (program: string, ...args: string[]): number => {
      const start = performance.now();
      const { status, stdout, stderr } = spawnSync(join(root, 'node_modules/.bin', program), args, {
        cwd: folder,
        encoding: 'utf8',
      });
      if (status !== 0) throw new Error(`${program} ${args.join(' ')}: ${stdout}${stderr}`);
      return (performance.now() - start) / 1_000;
    };
    const run = (...command: [program: string, ...args: string[]]): number =>
      Math.min(timeOf(...command), timeOf(...command));
    const seconds = {
      generate: run('tsx', 'scripts/generate.ts'),
      lint: run('redocly', 'lint', 'openapi/openapi.yaml'),
      typecheck: run('tsc', '-p', '.', '--noEmit'),
      // The main entry alone: the fake does not compile without a handler for each operation.
      bundle: run('esbuild', 'src/index.ts', '--bundle', '--format=esm', '--outfile=bundle.mjs'),
      import: importTime(join(folder, 'bundle.mjs')),
    };
    const table = readFileSync(join(folder, 'generated/operations.ts'), 'utf8');
    const kilobytes = readFileSync(join(folder, 'bundle.mjs')).length / 1_000;
    return { operations: table.match(/'[A-Z]+ \w+( \w+)*'/g)?.length ?? 0, seconds, kilobytes };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Adds each path once more below a prefix, with schemas of its own: `listCardsCopyAb` at `/copy-ab/customers/v1/cards`. */
function addCopy(openapi: string, copy: number): void {
  const letters = `${String.fromCharCode(97 + Math.floor(copy / 26))}${String.fromCharCode(97 + (copy % 26))}`;
  const suffix = `Copy${letters.charAt(0).toUpperCase()}${letters.charAt(1)}`;
  const rename = (text: string): string =>
    text
      .replace(/(operationId: \w+)/g, `$1${suffix}`)
      .replace(/(\$ref: (?:(?:\.\.\/)*(?:components\/)?schemas\/)?)([A-Z]\w*)\.yaml/g, `$1$2${suffix}.yaml`);
  for (const name of originals(join(openapi, 'components/schemas'))) {
    const text = readFileSync(join(openapi, 'components/schemas', name), 'utf8');
    writeFileSync(join(openapi, 'components/schemas', name.replace('.yaml', `${suffix}.yaml`)), rename(text));
  }
  const entry = join(openapi, 'openapi.yaml');
  let lines = '';
  for (const name of originals(join(openapi, 'paths'))) {
    const text = readFileSync(join(openapi, 'paths', name), 'utf8');
    const url = new RegExp(`^  (\\S+):\\n    \\$ref: paths/${name.replace(/[{}.]/g, '\\$&')}$`, 'm').exec(
      readFileSync(entry, 'utf8'),
    )?.[1];
    if (url === undefined) throw new Error(`openapi.yaml has no path for paths/${name}.`);
    writeFileSync(join(openapi, 'paths', `copy-${letters}_${name}`), rename(text));
    lines += `  /copy-${letters}${url}:\n    $ref: paths/copy-${letters}_${name}\n`;
  }
  writeFileSync(entry, readFileSync(entry, 'utf8').replace(/^paths:\n/m, `paths:\n${lines}`));
}

const originals = (folder: string): string[] =>
  readdirSync(folder).filter((name) => name.endsWith('.yaml') && !/^copy-|Copy[A-Z][a-z]\.yaml$/.test(name));

/** Median seconds of the processor for a cold import, each in a process of its own. */
function importTime(file: string): number {
  const program = `
    const before = process.cpuUsage();
    await import(${JSON.stringify(file)});
    const { user, system } = process.cpuUsage(before);
    console.log(user + system);`;
  const times = Array.from({ length: IMPORTS }, () =>
    Number(execFileSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' })),
  );
  return quantile(times, 0.5) / 1e6;
}
