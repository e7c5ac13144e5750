import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Level } from '../diff/rules.js';

/** The part of CHANGELOG.md about one version. */
export interface ChangelogEntry {
  readonly version: string;
  /** Day of the release, as YYYY-MM-DD; undefined until then. */
  readonly date: string | undefined;
  /** What follows the heading. */
  readonly text: string;
}

/**
 * Reads CHANGELOG.md, the newest version first. A heading is `## 0.2.0 (2026-11-30)`, or `## 0.2.0 (unreleased)`.
 *
 * @throws Error if a heading of that level has another form.
 */
export function readChangelog(root: string): readonly ChangelogEntry[] {
  const [, ...parts] = readFileSync(join(root, 'CHANGELOG.md'), 'utf8').split(/^## /m);
  return parts.map((part) => {
    const [heading = '', ...lines] = part.split('\n');
    const found = /^(\d+\.\d+\.\d+(?:-[\w.]+)?) \((?:(\d{4}-\d\d-\d\d)|unreleased)\)$/.exec(heading);
    if (found?.[1] === undefined) {
      throw new Error(`The heading "${heading}" of CHANGELOG.md is not a version with a date or "unreleased".`);
    }
    return { version: found[1], date: found[2], text: lines.join('\n').trim() };
  });
}

/** The heading of the section that tells callers what breaks; more words may follow. */
const BREAKING = /^### Breaking\b/;

/** Returns what CHANGELOG.md does not say yet about changes of a level, each as a sentence. */
export function missingInChangelog(level: Level, before: string, now: string): string[] {
  if (level !== 'major' && level !== 'minor') return [];
  const known = new Set(before.split('\n'));
  const added = linesOf(now).filter(({ line }) => line.trim() !== '' && !line.startsWith('#') && !known.has(line));
  const newest = now.split(/^## /m)[1] ?? '';
  if (added.length === 0) return [`The changes are ${level}, and CHANGELOG.md has no new line about them.`];
  if (level === 'minor') return [];
  return [
    ...(added.some(({ heading }) => BREAKING.test(heading))
      ? []
      : ['The changes break callers, and CHANGELOG.md has no new line below a heading "### Breaking".']),
    ...(/\bnothing breaks\b/i.test(newest)
      ? ['CHANGELOG.md says that nothing breaks, and the changes are major.']
      : []),
  ];
}

/** Returns each line with the heading above it. */
function linesOf(text: string): { readonly heading: string; readonly line: string }[] {
  let heading = '';
  return text.split('\n').map((line) => {
    if (/^##+ /.test(line)) heading = line;
    return { heading, line };
  });
}
