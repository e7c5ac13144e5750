import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** All pages whose code is compiled. */
export const PAGES = ['README.md', 'AGENTS.md', 'examples/README.md', 'src/testing/README.md', ...docs()];

/** A block of TypeScript of a page. */
export interface CodeBlock {
  readonly page: string;
  /** Name of the file that it is written to. */
  readonly file: string;
  readonly code: string;
  /** True for a fence that says `ts run`: the block is a program that needs no network. */
  readonly isRun: boolean;
  /** The lines that the block says it prints, each in a comment: `// printed: …`. */
  readonly printed: readonly string[];
}

function docs(): string[] {
  return readdirSync('docs')
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`);
}

/** Fence of TypeScript, after an optional comment with what the block leaves to the reader: `<!-- given: declare … -->`. */
const FENCE = /(?:^<!-- given:(.*?)-->\s+)?^```(tsx?)( run)?\n(.*?)^```$/gms;

/** Returns the blocks of a page. */
export function blocksOf(page: string): CodeBlock[] {
  return [...readFileSync(page, 'utf8').matchAll(FENCE)].map(
    ([, given = '', ending = 'ts', isRun, code = ''], index) => ({
      page,
      file: `${basename(page === basename(page) ? page : page.replaceAll('/', '-'), '.md')}-${index + 1}.${ending}`,
      code: `${code}\n${given.trim()}\nexport {};\n`,
      isRun: isRun !== undefined,
      printed: [...code.matchAll(/\/\/ printed: (.*)$/gm)].map(([, line = '']) => line),
    }),
  );
}

/** Writes blocks into a folder with a project of their own, in which the package's name leads to the source. */
export function writeBlocks(folder: string, blocks: readonly CodeBlock[]): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const paths = { 'kobble-client': ['../../src/index.ts'], 'kobble-client/*': ['../../src/*/index.ts'] };
  const types = { types: ['node'], lib: ['ES2023', 'DOM', 'DOM.Iterable'], jsx: 'react-jsx' };
  const compilerOptions = { paths, ...types, noEmit: true, skipLibCheck: true, noUnusedLocals: false };
  const config = { extends: '../../tsconfig.json', compilerOptions, include: ['*.ts', '*.tsx'], exclude: [] };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
  for (const { file, code } of blocks) writeFileSync(join(folder, file), code);
}

/** Compiles the blocks in a folder. Returns the errors of the compiler, empty if there are none. */
export async function compileBlocks(folder: string): Promise<string> {
  const compiler = run(process.execPath, ['node_modules/typescript7/bin/tsc', '-p', folder]);
  return compiler.then(
    () => '',
    (error: unknown) => (error as { stdout: string }).stdout,
  ); // what a child process fails with
}

/** Runs a file of a folder. Resolves to what it prints, and rejects if it fails. */
export async function runBlock(folder: string, file: string, ...options: readonly string[]): Promise<string> {
  const env: Record<string, string> = { TSX_TSCONFIG_PATH: join(folder, 'tsconfig.json') };
  for (const [name, value] of Object.entries(process.env)) {
    if (value !== undefined && !/^(KOBBLE_|NODE_TEST|NODE_OPTIONS)/.test(name)) env[name] = value; // only what the page says
  }
  return (await run(process.execPath, ['--import', 'tsx', ...options, join(folder, file)], { env })).stdout;
}

/** The end of a program: the lines that it logged, and the error that it threw. */
export interface ProgramEnd {
  readonly lines: readonly string[];
  readonly error?: string;
}

/** Runs programs of a folder one after another in one process: starting one for each takes a second. Ends by file. */
export async function runPrograms(
  folder: string,
  programs: readonly CodeBlock[],
): Promise<ReadonlyMap<string, ProgramEnd>> {
  const files = programs.map(({ file }) => file);
  writeFileSync(join(folder, 'run-all.ts'), `const files = ${JSON.stringify(files)};\n${RUN_ALL}`);
  await runBlock(folder, 'run-all.ts');
  const ends = JSON.parse(readFileSync(join(folder, 'ends.json'), 'utf8')) as Readonly<Record<string, ProgramEnd>>;
  return new Map(Object.entries(ends));
}

const RUN_ALL = `
import { writeFileSync } from 'node:fs';
import { format } from 'node:util';

const ends: Record<string, { lines: string[]; error?: string }> = {};
for (const file of files) {
  const end: (typeof ends)[string] = (ends[file] = { lines: [] });
  console.log = (...values) => void end.lines.push(format(...values));
  await import(\`./\${file}\`).catch((error) => (end.error = String(error.stack)));
}
writeFileSync(new URL('ends.json', import.meta.url), JSON.stringify(ends));
`;
