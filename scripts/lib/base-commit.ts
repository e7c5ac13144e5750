import { git } from '../diff/checkout.js';
import type { Manifest } from './entries.js';
import { compareVersions, isFullRelease } from './versions.js';

/** The commit that changes are compared with. */
export interface BaseCommit {
  readonly ref: string;
  /** Version of the release that the commit is; undefined if there was no release yet. */
  readonly version: string | undefined;
  /** Sentence about why this commit was chosen. */
  readonly reason: string;
}

/**
 * Finds the commit to compare with: the newest release, or else the commit in which package.json got its version. A release
 * has a tag of `v` and its version. Other tags and pre-releases do not count: what changed before a pre-release still
 * belongs to the next release.
 *
 * @param except Version of a release that does not count, because it is being made.
 */
export async function baseCommit(root: string, except?: string): Promise<BaseCommit> {
  const tags = (await git(root, 'tag', '--merged', 'HEAD', '--list', 'v*')).split('\n');
  const versions = tags.map((tag) => tag.slice(1)).filter((version) => isFullRelease(version) && version !== except);
  for (const version of versions.toSorted((one, other) => compareVersions(other, one))) {
    const ref = `v${version}`;
    const { version: stated = version } = await manifestOf(root, ref);
    if (isFullRelease(stated)) return { ref, version, reason: `Compared with ${ref}, the last release.` };
  }
  return versionCommit(root);
}

/** Finds the commit in which package.json got the version that it has at the last commit. */
async function versionCommit(root: string): Promise<BaseCommit> {
  const { version = 'undefined' } = await manifestOf(root, 'HEAD');
  const added = await git(root, 'log', '-1', '--format=%H', `-S"version": "${version}"`, '--', 'package.json');
  const ref = added === '' ? 'HEAD' : added;
  const reason = `Compared with ${ref.slice(0, 7)}, in which package.json got version ${version}: no release has a tag.`;
  return { ref, version: undefined, reason };
}

const manifestOf = async (root: string, ref: string): Promise<Partial<Manifest>> =>
  JSON.parse(await git(root, 'show', `${ref}:package.json`)) as Partial<Manifest>;
