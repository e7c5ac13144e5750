import { execFile } from 'node:child_process';

/** Returns what `generate --check` says of derived files that are stale, a line each. Nothing, if all are fresh. */
export function staleFiles(root: string): Promise<string[]> {
  const command = ['--import', 'tsx', 'scripts/generate.ts', '--check'];
  return new Promise((done) => {
    execFile(process.execPath, command, { cwd: root }, (error, stdout, stderr) => {
      const lines = (stdout + stderr).split('\n').filter((line) => line.trim() !== '');
      done(error === null ? [] : lines.length > 0 ? lines : ['scripts/generate.ts --check fails.']);
    });
  });
}
