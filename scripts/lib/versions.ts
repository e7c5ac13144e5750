import type { Level } from '../diff/rules.js';

/** Returns true for a version that is released to everyone: three numbers, without a pre-release part. */
export const isFullRelease = (version: string): boolean => /^\d+\.\d+\.\d+$/.test(version);

/** Returns the three numbers of a version, without its pre-release part. */
export const coreOf = (version: string): string => version.replace(/[-+].*/, '');

/** Returns a negative number if the first version is older, a positive one if it is newer. `1.0.0-rc.1` is older than `1.0.0`. */
export function compareVersions(one: string, other: string): number {
  const [left, right] = [partsOf(one), partsOf(other)];
  const differing = left.findIndex((part, index) => part !== right[index]);
  if (differing !== -1) return (left[differing] ?? 0) - (right[differing] ?? 0);
  if (isFullRelease(one) || isFullRelease(other)) return Number(isFullRelease(one)) - Number(isFullRelease(other));
  return one.localeCompare(other, 'en', { numeric: true }); // rc.2 before rc.10, beta before rc
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

const partsOf = (version: string): number[] => coreOf(version).split('.').map(Number);
