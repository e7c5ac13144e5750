// Proves that package.json, CHANGELOG.md and the newest tag agree on the version, and that a release is held up by what is
// missing, and by a version that is too small for its changes.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { baseCommit } from '../../scripts/lib/base-commit.js';
import { missingInChangelog, readChangelog } from '../../scripts/lib/changelog.js';
import { readManifest } from '../../scripts/lib/entries.js';
import { compareVersions, isFullRelease, nextVersion } from '../../scripts/lib/versions.js';
import { shown } from '../../scripts/release/notes.js';
import { obstacles } from '../../scripts/release/obstacles.js';
import { changedDeclarations } from '../../scripts/release/surface.js';

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
      .map((tag) => tag.slice(1))
      .filter(isFullRelease)
      .toSorted((one, other) => compareVersions(other, one));
    if (newest !== undefined) expect(released.slice(0, 2)).toContain(newest);
  });
});

it('versions are ordered, a pre-release before its release', () => {
  const versions = ['0.9.0', '0.10.0-beta.1', '0.10.0-rc.2', '0.10.0-rc.10', '0.10.0', '1.0.0'];
  expect(versions.toReversed().toSorted(compareVersions)).toEqual(versions);
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
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ version, ...more }, null, 2));
    writeFileSync(join(folder, 'CHANGELOG.md'), `# Changelog\n\n## ${heading}\n\nText.\n`);
    git('add', '.');
    git('commit', '--quiet', '-m', version);
  };
  const base = () => baseCommit(folder, readManifest(folder).version);
  const head = () => git('rev-parse', 'HEAD').trim();

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kobble-release-'));
    git('init', '--quiet');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is compared with the newest full release, whatever other tags there are', async () => {
    commit('0.4.0', '0.4.0 (2026-01-01)');
    git('tag', 'v0.4.0');
    commit('0.5.0', '0.5.0 (unreleased)');
    for (const tag of ['v0.5.0-rc.1', 'v0.6', 'vnext', 'demo']) git('tag', tag);
    commit('0.5.0-rc.2', '0.5.0-rc.2 (2026-01-02)');
    git('tag', 'v0.5.0'); // package.json says that it is a pre-release
    const reason = 'Compared with v0.4.0, the last release.';
    expect(await baseCommit(folder)).toEqual({ ref: 'v0.4.0', version: '0.4.0', reason });
  });
  it('is compared with the commit in which package.json got its version, if there was no release', async () => {
    commit('0.1.0', '0.1.0 (unreleased)');
    commit('0.2.0', '0.2.0 (unreleased)');
    const version = head();
    commit('0.2.0', '0.2.0 (unreleased)', { private: true });
    git('tag', 'demo');
    const reason = `Compared with ${version.slice(0, 7)}, in which package.json got version 0.2.0: no release has a tag.`;
    expect(await baseCommit(folder)).toEqual({ ref: version, version: undefined, reason });
  });
  it('of a pre-release needs the version that the full release will need', async () => {
    const more = { repository: 'https://kobble.test' };
    commit('0.4.0', '0.4.0 (2026-01-01)', more);
    git('tag', 'v0.4.0');
    commit('0.5.0-rc.1', '0.5.0-rc.1 (2026-01-02)', more);
    git('tag', 'v0.5.0-rc.1');
    expect(await obstacles(folder, await base(), { level: 'major', problems: [] })).toEqual([]);
    commit('0.4.1-rc.1', '0.4.1-rc.1 (2026-01-03)', more);
    git('tag', 'v0.4.1-rc.1');
    expect(await obstacles(folder, await base(), { level: 'major', problems: [] })).toEqual([
      'The changes since v0.4.0 are major: the version must be 0.5.0 or higher, not 0.4.1-rc.1.',
    ]);
  });
  it('names declarations that were removed or changed, and no additions', async () => {
    const report = (...lines: string[]) => {
      mkdirSync(join(folder, 'etc'), { recursive: true });
      writeFileSync(join(folder, 'etc/index.api.md'), ['// @public', ...lines, '}'].join('\n'));
    };
    report('get(id: string): Card;', 'close(): void;');
    commit('0.1.0', '0.1.0 (unreleased)');
    report('  get(id: string): Card;', 'close(): Promise<void>;', 'open(): void;');
    expect(await changedDeclarations(folder, 'HEAD')).toEqual([{ file: 'etc/index.api.md', line: 'close(): void;' }]);
  });
  it('is held up by what was found about its changes', async () => {
    const problems = ['generated/types.ts is stale: run `npm run generate` and commit the result.'];
    commit('0.1.0', '0.1.0 (2026-01-01)', { repository: 'https://kobble.test' });
    git('tag', 'v0.1.0');
    expect(await obstacles(folder, await base(), { level: 'none', problems })).toEqual(problems);
  });
  it('is held up by all that is missing', async () => {
    commit('0.1.0', '0.2.0 (unreleased)');
    writeFileSync(join(folder, 'more'), '');
    expect(await base()).toMatchObject({ ref: head(), version: undefined });
    expect(await obstacles(folder, await base(), { level: 'major', problems: [] })).toEqual([
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
    expect(await base()).toMatchObject({ ref: 'v1.1.0', version: '1.1.0' });
    expect(await obstacles(folder, await base(), { level: 'patch', problems: [] })).toEqual([]);
    expect(await obstacles(folder, await base(), { level: 'minor', problems: [] })).toEqual([
      'The changes since v1.1.0 are minor: the version must be 1.2.0 or higher, not 1.1.1.',
    ]);
  });
});

describe('CHANGELOG.md', () => {
  const changelog = (section: string) =>
    `# Changelog\n\n## 0.2.0 (unreleased)\n\n${section}\n\n## 0.1.0 (2026-01-01)\n`;
  const before = changelog('### Breaking, and how to move\n\n- An old break.');
  const NO_LINE = 'CHANGELOG.md has no new line';

  it.each([
    ['patch', before, []],
    ['none', before, []],
    ['minor', before, [`The changes are minor, and ${NO_LINE} about them.`]],
    ['minor', changelog('### Added\n\n- A field.'), []],
    ['major', before, [`The changes are major, and ${NO_LINE} about them.`]],
    [
      'major',
      changelog('### Added\n\n- A field.'),
      [`The changes break callers, and ${NO_LINE} below a heading "### Breaking".`],
    ],
    ['major', changelog('### Breaking\n\n- A method.'), []],
    [
      'major',
      changelog('Nothing breaks.\n\n### Breaking\n\n- A method.'),
      ['CHANGELOG.md says that nothing breaks, and the changes are major.'],
    ],
  ] as const)('of %s changes must say so: %j', (level, now, missing) => {
    expect(missingInChangelog(level, before, now)).toEqual(missing);
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
