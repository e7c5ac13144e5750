import { readFileSync } from 'node:fs';
import { join } from 'node:path';

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
