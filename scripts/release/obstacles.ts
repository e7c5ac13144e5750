import { git } from '../diff/checkout.js';
import type { Level } from '../diff/rules.js';
import type { BaseCommit } from '../lib/base-commit.js';
import { readChangelog } from '../lib/changelog.js';
import { readManifest } from '../lib/entries.js';
import { compareVersions, coreOf, nextVersion } from '../lib/versions.js';

/** What was found about the changes since the base. */
export interface Findings {
  readonly level: Level;
  /** What must be done first, each as a sentence. */
  readonly problems: readonly string[];
}

/** Returns what stands in the way of a release of this commit, each as a sentence. */
export async function obstacles(root: string, base: BaseCommit, { level, problems }: Findings): Promise<string[]> {
  const { version, repository } = readManifest(root);
  const [newest] = readChangelog(root);
  const tags = await git(root, 'tag', '--points-at', 'HEAD');
  const changes = await git(root, 'status', '--porcelain');
  const needed = base.version === undefined ? version : nextVersion(base.version, level);
  return [
    ...problems,
    ...(newest?.version === version
      ? []
      : [`CHANGELOG.md starts with ${newest?.version}, package.json has ${version}.`]),
    ...(newest?.date === undefined ? ['The newest entry of CHANGELOG.md has no date.'] : []),
    ...(repository === undefined
      ? ['package.json has no repository. npm takes a package with provenance only if it names where it was built.']
      : []),
    ...(changes === '' ? [] : ['There are changes that are not committed.']),
    ...(tags.split('\n').includes(`v${version}`) ? [] : [`The commit has no tag v${version}.`]),
    ...(compareVersions(coreOf(version), needed) < 0
      ? [`The changes since ${base.ref} are ${level}: the version must be ${needed} or higher, not ${version}.`]
      : []),
  ];
}
