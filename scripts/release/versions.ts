import { git } from '../diff/checkout.js';
import type { Level } from '../diff/redocly-diff.js';
import type { Manifest } from '../lib/entries.js';

/** What a release is compared with. */
export interface Base {
  readonly ref: string;
  /** Version of the last release; undefined if there is none. */
  readonly version: string | undefined;
}

/** Returns the last tag, but for that of the version itself; the given commit if there is none. */
export async function baseOf(root: string, version: string, fallback: () => Promise<string>): Promise<Base> {
  try {
    const ref = await git(root, 'describe', '--tags', '--abbrev=0', `--exclude=v${version}`);
    const { version: previous } = JSON.parse(await git(root, 'show', `${ref}:package.json`)) as Manifest;
    return { ref, version: previous };
  } catch {
    return { ref: await fallback(), version: undefined };
  }
}

/** Returns a negative number if the first version is older, a positive one if it is newer. Versions are three numbers. */
export function compareVersions(one: string, other: string): number {
  const [left, right] = [partsOf(one), partsOf(other)];
  const differing = left.findIndex((part, index) => part !== right[index]);
  return differing === -1 ? 0 : (left[differing] ?? 0) - (right[differing] ?? 0);
}

/**
 * Returns the smallest version that may follow for changes of a level, by Semantic Versioning: before 1.0.0, the second
 * number counts changes that break callers, and the third all others.
 */
export function nextVersion(previous: string, level: Level): string {
  const [major = 0, minor = 0, patch = 0] = partsOf(previous);
  const isEarly = major === 0;
  if (level === 'major') return isEarly ? `0.${minor + 1}.0` : `${major + 1}.0.0`;
  return level === 'minor' && !isEarly ? `${major}.${minor + 1}.0` : `${major}.${minor}.${patch + 1}`;
}

const partsOf = (version: string): number[] => version.split('.').map(Number);
