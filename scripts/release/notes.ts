import { compatReport } from '../compat/report.js';
import type { TypeTestReport } from '../compat/type-tests.js';
import type { Comparison } from '../diff/compare.js';
import { reportOf } from '../diff/report.js';
import { readChangelog } from '../lib/changelog.js';
import { readManifest } from '../lib/entries.js';
import type { Tarball } from '../lib/pack.js';
import type { Base } from './obstacles.js';

/** What the notes of a release are made of. */
export interface NotesInput {
  readonly root: string;
  readonly base: Base;
  readonly contract: Comparison;
  readonly types: TypeTestReport;
}

/** Returns the notes of a release: the entry of CHANGELOG.md, then what `npm run diff` and `npm run compat` say. */
export function notes({ root, base, contract, types }: NotesInput): string {
  const { name, version } = readManifest(root);
  const entry = readChangelog(root).find((one) => one.version === version);
  return [
    `# ${name} ${version}`,
    entry?.text ?? 'CHANGELOG.md has no entry of this version.',
    `## Since ${base.ref}`,
    reportOf(contract, 'markdown', base.ref),
    compatReport(types, 'markdown', base.ref),
    '',
  ].join('\n\n');
}

/** Returns what a dry run prints: the files with their sizes, the notes, and what stands in the way. */
export function shown(tarball: Tarball, text: string, obstacles: readonly string[]): string {
  const files = tarball.files.map(({ path, size }) => `${kilobytes(size)}  ${path}`);
  return [
    ...files,
    `${kilobytes(tarball.size)}  ${tarball.path}, of ${files.length} files with ${kilobytes(tarball.unpackedSize).trim()}`,
    `           ${tarball.integrity}`,
    '',
    text,
    'Nothing was published.',
    ...(obstacles.length === 0
      ? ['Ready to be released.']
      : ['Before it can be released:', ...obstacles.map((one) => `- ${one}`)]),
  ].join('\n');
}

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`.padStart(9);
