import { basename } from 'node:path';
import { readChangelog } from '../lib/changelog.js';
import { readManifest, type Manifest } from '../lib/entries.js';
import type { Tarball } from '../lib/pack.js';
import { verdictReport, type Verdict } from './verdict.js';

/** What the notes of a release are made of. */
export interface NotesInput {
  readonly root: string;
  readonly verdict: Verdict;
}

/** Returns the notes of a release: the entry of CHANGELOG.md, then what changed for callers. */
export function notes({ root, verdict }: NotesInput): string {
  const { name, version } = readManifest(root);
  const entry = readChangelog(root).find((one) => one.version === version);
  return [
    `# ${name} ${version}`,
    entry?.text ?? 'CHANGELOG.md has no entry of this version.',
    `## Since ${verdict.ref}`,
    verdictReport({ ...verdict, problems: [] }),
    '',
  ].join('\n\n');
}

/** What a dry run shows. */
export interface DryRun {
  readonly manifest: Pick<Manifest, 'name' | 'version'>;
  readonly tarball: Tarball;
  readonly notes: string;
  /** What stands in the way of a release, each as a sentence. */
  readonly obstacles: readonly string[];
}

/** Returns what a dry run prints: the notes, then what would be published, by folder, and what stands in the way. */
export function shown({ manifest, tarball, notes, obstacles }: DryRun): string {
  const { files, size, unpackedSize, integrity } = tarball;
  const topOf = (path: string) => path.replace(/\/.*/, '/');
  const lines = [...new Set(files.map(({ path }) => topOf(path)))].map((top) => {
    const held = files.filter(({ path }) => topOf(path) === top);
    const bytes = held.reduce((sum, file) => sum + file.size, 0);
    return `${kilobytes(bytes)}  ${top}${top.endsWith('/') ? ` (${held.length} files)` : ''}`;
  });
  return [
    notes,
    `${manifest.name} ${manifest.version}: ${files.length} files, ${kilobytes(unpackedSize).trim()} unpacked`,
    '',
    ...lines,
    '',
    `${kilobytes(size)}  ${basename(tarball.path)}`,
    `           ${integrity}`,
    '',
    'Nothing was published.',
    ...(obstacles.length === 0
      ? ['Ready to be released.']
      : ['Before it can be released:', ...obstacles.map((one) => `- ${one}`)]),
  ].join('\n');
}

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`.padStart(9);
