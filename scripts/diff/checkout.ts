import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Returns the commit to compare with if none is given: the last tag, or else the first commit. */
export async function defaultRef(root: string): Promise<string> {
  try {
    return await git(root, 'describe', '--tags', '--abbrev=0');
  } catch {
    const roots = await git(root, 'rev-list', '--max-parents=0', 'HEAD');
    return roots.split('\n').at(-1) ?? 'HEAD';
  }
}

/**
 * Calls `work` with a folder that holds the contract and the resources as of a commit, then deletes the folder.
 *
 * @throws Error if git does not know the commit, or the commit has no contract.
 */
export async function withCheckout<T>(root: string, ref: string, work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'kobble-ref-'));
  try {
    const files = await git(root, 'ls-tree', '-r', '--name-only', ref, 'openapi', 'src/resources');
    if (!files.split('\n').includes('openapi/openapi.yaml')) {
      throw new Error(`The commit ${ref} has no openapi/openapi.yaml.`);
    }
    const folders = ['openapi', 'src/resources'].filter((name) => files.includes(`${name}/`));
    const archive = join(folder, 'ref.tar');
    await git(root, 'archive', '--format=tar', '-o', archive, ref, ...folders);
    await run('tar', ['-xf', archive, '-C', folder]);
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function git(root: string, ...options: string[]): Promise<string> {
  const { stdout } = await run('git', options, { cwd: root, maxBuffer: 2 ** 26 });
  return stdout.trim();
}
