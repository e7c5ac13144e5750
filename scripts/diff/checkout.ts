import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * Calls `work` with a folder that holds parts of the project as of a commit, then deletes the folder. The first of the
 * parts must exist; others may be missing.
 *
 * @throws Error if git does not know the commit, or the commit lacks the first part.
 */
export async function withCheckout<T>(
  root: string,
  ref: string,
  [required, ...others]: readonly [string, ...string[]],
  work: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'kobble-ref-'));
  try {
    const files = (await git(root, 'ls-tree', '-r', '--name-only', ref, required, ...others)).split('\n');
    const exists = (part: string) => files.some((file) => file === part || file.startsWith(`${part}/`));
    if (!exists(required)) throw new Error(`The commit ${ref} has no ${required}.`);
    const archive = join(folder, 'ref.tar');
    await git(root, 'archive', '--format=tar', '-o', archive, ref, required, ...others.filter(exists));
    await run('tar', ['-xf', archive, '-C', folder]);
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Runs git in a folder, and returns what it prints. */
export async function git(root: string, ...options: string[]): Promise<string> {
  const { stdout } = await run('git', options, { cwd: root, maxBuffer: 2 ** 26 });
  return stdout.trim();
}
