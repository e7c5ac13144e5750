import { execFile, execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const COPIED = [
  'openapi',
  'generated',
  'scripts',
  'src',
  'package.json',
  'redocly.yaml',
  'tsconfig.json',
  'test/tsconfig.json',
  'etc',
  'test/types',
  'test/support/samples.ts',
  'test/support/contract.ts',
  'test/support/openapi-client.ts',
  'AGENTS.md',
  'README.md', // pages with lists that are generated
  'docs',
];

/** A copy of the project in a repository of its own, with one commit. */
export interface Scratch {
  readonly folder: string;
  readonly git: (...options: string[]) => string;
  /** Replaces a text in a file wherever it occurs. */
  readonly edit: (file: string, from: string, to: string) => void;
  readonly read: (file: string) => string;
  readonly write: (file: string, text: string) => void;
  /** Runs one of `scripts/` to its end. Its lines about progress are left out. */
  readonly run: (script: string, ...options: string[]) => Promise<{ code: number; output: string }>;
  readonly remove: () => void;
}

/** Copies what the scripts work on, and links the installed packages. */
export function scratchProject(): Scratch {
  const folder = mkdtempSync(join(tmpdir(), 'kobble-scratch-'));
  for (const name of COPIED) cpSync(join(root, name), join(folder, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  writeFileSync(join(folder, '.gitignore'), 'node_modules\n.cache/\n');
  const author = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', '-c', 'commit.gpgsign=false'];
  const git = (...options: string[]) => execFileSync('git', [...author, ...options], { cwd: folder, encoding: 'utf8' });
  git('init', '--quiet');
  git('add', '.');
  git('commit', '--quiet', '-m', 'Start');
  const read = (file: string) => readFileSync(join(folder, file), 'utf8');
  return {
    folder,
    git,
    read,
    write: (file, text) => writeFileSync(join(folder, file), text),
    edit: (file, from, to) => {
      const text = read(file);
      if (!text.includes(from)) throw new Error(`${file} does not hold ${JSON.stringify(from)}.`);
      writeFileSync(
        join(folder, file),
        text.replaceAll(from, () => to),
      );
    },
    run: (script, ...options) =>
      new Promise((done) => {
        const command = ['--import', 'tsx', `scripts/${script}.ts`, ...options];
        const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined };
        execFile(process.execPath, command, { cwd: folder, env }, (error, stdout, stderr) => {
          const output = stdout + stderr.replace(/^[⠋✔✖] .*\n/gm, '');
          done({ code: typeof error?.code === 'number' ? error.code : 0, output });
        });
      }),
    remove: () => rmSync(folder, { recursive: true }),
  };
}
