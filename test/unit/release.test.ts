// Proves that package.json, CHANGELOG.md and the newest tag agree on the version, and that a release is held up by what is
// missing, and by a version that is too small for its changes.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readChangelog } from '../../scripts/lib/changelog.js';
import { readManifest } from '../../scripts/lib/entries.js';
import { shown } from '../../scripts/release/notes.js';
import { obstacles } from '../../scripts/release/obstacles.js';
import { baseOf, compareVersions, nextVersion } from '../../scripts/release/versions.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

describe('the version', () => {
  const entries = readChangelog(root);
  const released = entries.filter(({ date }) => date !== undefined).map(({ version }) => version);

  it('of package.json and of its lock file is that of the newest entry of CHANGELOG.md', () => {
    const { version } = readManifest(root);
    expect(entries[0]?.version).toBe(version);
    const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as { readonly version: string };
    expect(lock.version).toBe(version);
  });
  it('has a date in CHANGELOG.md, unless it is the newest, and the entries are in order', () => {
    expect(released).toEqual(entries.map(({ version }) => version).slice(entries.length - released.length));
    expect(entries.length - released.length).toBeLessThanOrEqual(1);
    const versions = entries.map(({ version }) => version);
    expect(versions).toEqual(versions.toSorted((one, other) => compareVersions(other, one)));
    const dates = entries.flatMap(({ date }) => date ?? []);
    expect(dates).toEqual(dates.toSorted().reverse());
  });
  it('of the newest tag has a date in CHANGELOG.md; only the tag of a release being made may be missing', () => {
    const tags = execFileSync('git', ['tag', '--list', 'v*'], { cwd: root, encoding: 'utf8' }).split('\n');
    const [newest] = tags
      .filter(Boolean)
      .map((tag) => tag.slice(1))
      .toSorted((one, other) => compareVersions(other, one));
    if (newest !== undefined) expect(released.slice(0, 2)).toContain(newest);
  });
});

describe('the next version', () => {
  it.each([
    ['0.1.4', 'major', '0.2.0'],
    ['0.1.4', 'minor', '0.1.5'],
    ['0.1.4', 'none', '0.1.5'],
    ['1.2.3', 'major', '2.0.0'],
    ['1.2.3', 'minor', '1.3.0'],
    ['1.2.3', 'patch', '1.2.4'],
  ] as const)('after %s with changes that are %s is %s', (previous, level, next) => {
    expect(nextVersion(previous, level)).toBe(next);
  });
});

describe('a release', () => {
  let folder: string;
  const git = (...options: string[]) => execFileSync('git', [...AUTHOR, ...options], { cwd: folder, encoding: 'utf8' });
  const commit = (version: string, heading: string, more: object = {}) => {
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ version, ...more }));
    writeFileSync(join(folder, 'CHANGELOG.md'), `# Changelog\n\n## ${heading}\n\nText.\n`);
    git('add', '.');
    git('commit', '--quiet', '-m', version);
  };
  const base = () => baseOf(folder, readManifest(folder).version, async () => 'HEAD');

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kobble-release-'));
    git('init', '--quiet');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is held up by all that is missing', async () => {
    commit('0.1.0', '0.2.0 (unreleased)');
    writeFileSync(join(folder, 'more'), '');
    expect(await base()).toEqual({ ref: 'HEAD', version: undefined });
    expect(await obstacles(folder, await base(), 'major')).toEqual([
      'CHANGELOG.md starts with 0.2.0, package.json has 0.1.0.',
      'The newest entry of CHANGELOG.md has no date.',
      'package.json has no repository. npm takes a package with provenance only if it names where it was built.',
      'There are changes that are not committed.',
      'The commit has no tag v0.1.0.',
    ]);
  });
  it('is compared with the last tag that is not its own, and needs a version as large as its changes', async () => {
    const more = { repository: 'https://kobble.test' };
    commit('1.1.0', '1.1.0 (2026-01-01)', more);
    git('tag', 'v1.1.0');
    commit('1.1.1', '1.1.1 (2026-01-02)', more);
    git('tag', 'v1.1.1');
    expect(await base()).toEqual({ ref: 'v1.1.0', version: '1.1.0' });
    expect(await obstacles(folder, await base(), 'patch')).toEqual([]);
    expect(await obstacles(folder, await base(), 'minor')).toEqual([
      'The changes since v1.1.0 are minor: the version must be 1.2.0 or higher, not 1.1.1.',
    ]);
  });
});

it('a dry run shows what would be published by folder, and that nothing was', () => {
  const files = [
    { path: 'README.md', size: 1_000 },
    { path: 'dist/index.js', size: 2_000 },
    { path: 'dist/types/index.d.ts', size: 500 },
  ];
  const tarball = { path: '/any/a-1.0.0.tgz', files, size: 1_200, unpackedSize: 3_500, integrity: 'sha512-any' };
  const manifest = { name: 'a', version: '1.0.0' };
  expect(shown({ manifest, tarball, notes: '# a 1.0.0\n', obstacles: ['Something is missing.'] })).toBe(
    [
      '# a 1.0.0\n',
      'a 1.0.0: 3 files, 3.5 kB unpacked\n',
      '   1.0 kB  README.md',
      '   2.5 kB  dist/ (2 files)\n',
      '   1.2 kB  a-1.0.0.tgz',
      '           sha512-any\n',
      'Nothing was published.',
      'Before it can be released:',
      '- Something is missing.',
    ].join('\n'),
  );
});

const AUTHOR = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', '-c', 'commit.gpgsign=false'];
