import { execFile } from 'node:child_process';

/** Scripts that say, when started with `--check`, which derived files are not those that they would write. */
const CHECKS = ['generate', 'coverage', 'docs'] as const;

/** Returns what the scripts say about derived files that are stale, each as a sentence. Nothing, if all are fresh. */
export async function staleFiles(root: string): Promise<string[]> {
  const said = await Promise.all(CHECKS.map((name) => check(root, name)));
  return said.flat();
}

function check(root: string, name: string): Promise<string[]> {
  const command = ['--import', 'tsx', `scripts/${name}.ts`, '--check'];
  return new Promise((done) => {
    execFile(process.execPath, command, { cwd: root }, (error, stdout, stderr) => {
      const lines = (stdout + stderr).split('\n').filter((line) => line.trim() !== '');
      done(error === null ? [] : lines.length > 0 ? lines : [`scripts/${name}.ts --check fails.`]);
    });
  });
}
