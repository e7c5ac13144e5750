/**
 * Type-checks every project (each folder that has a `tsconfig.json`), all at the same time. Prints each error once, though
 * several projects may have the file, and fails if there are any. The compiler keeps its state in `.cache/typecheck`, so that the next run is faster.
 */
import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const entryPoints = readdirSync(join(root, 'src')).map((name) => `src/${name}`);
const projects = ['.', ...entryPoints, 'scripts/redocly', 'test', 'examples'].filter((folder) =>
  existsSync(join(root, folder, 'tsconfig.json')),
);

const printed = new Set<string>();
const results = await Promise.all(projects.map(typecheck));
process.exitCode = results.every((passed) => passed) ? 0 : 1;

/** Prints the errors of one project when its compiler is done. Resolves to true if there are none. */
async function typecheck(folder: string): Promise<boolean> {
  const state = `.cache/typecheck/${folder === '.' ? 'main' : folder.replaceAll('/', '-')}.tsbuildinfo`;
  const options = ['--noEmit', '--pretty', 'false', '--incremental', '--tsBuildInfoFile', state];
  const command = [join(root, 'node_modules/typescript/bin/tsc'), '-p', folder, ...options];
  return new Promise((resolve) => {
    execFile(process.execPath, command, { cwd: root, maxBuffer: Number.POSITIVE_INFINITY }, (error, stdout, stderr) => {
      console.log(`${error ? '✗' : '✓'} ${folder}`);
      for (const line of (stdout + stderr).split('\n')) {
        if (line !== '' && !printed.has(line)) console.log(line);
        printed.add(line);
      }
      resolve(error === null);
    });
  });
}
