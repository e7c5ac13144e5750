import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runRedocly } from '../lib/redocly.js';

const rules = fileURLToPath(new URL('redocly.yaml', import.meta.url));

/** The size of a version's step, from none to the one that breaks callers. */
export const LEVELS = ['none', 'patch', 'minor', 'major'] as const;
export type Level = (typeof LEVELS)[number];

/** What a difference means to a caller of this library, for one side of its uses. */
export interface Rating {
  readonly level: Level;
  /** What happened, in words that follow the name of the part: "is no longer required". */
  readonly text: string;
}

/** A position in one of the two contracts. */
export interface Place {
  /** Absolute path. */
  readonly file: string;
  /** JSON pointer in the file, with `#` before it. */
  readonly pointer: string;
  readonly line: number;
  readonly value?: unknown;
}

/** One difference, as Redocly reports it. A component that several operations use is reported once. */
export interface RedoclyChange {
  /** Pointer of the first use, from the root of the contract. */
  readonly path: string;
  /** Redocly's name of the kind of node, for example `Schema` or `Parameter`. */
  readonly typeName: string;
  readonly kind: 'added' | 'removed' | 'modified';
  readonly impact: Level;
  readonly verdicts: readonly { readonly ruleId: string; readonly message: string }[];
  /** The property of the node that changed; absent if the whole node came or went. */
  readonly property?: string;
  readonly base?: Place;
  readonly revision?: Place;
}

/**
 * Compares two contracts by `redocly diff` with the rules of `redocly.yaml` beside this file.
 *
 * @throws Error with Redocly's messages if one of the contracts cannot be read.
 */
export async function redoclyDiff(base: string, revision: string, signal?: AbortSignal): Promise<RedoclyChange[]> {
  const folder = await mkdtemp(join(tmpdir(), 'kobble-diff-'));
  try {
    const report = join(folder, 'report.json');
    const options = ['--config', rules, '--fail-on', 'none', '--format', 'json', '-o', report];
    const { code, text } = await runRedocly(['diff', resolve(base), resolve(revision), ...options], {
      cwd: folder,
      signal,
    });
    if (code !== 0) throw new Error(`redocly diff failed:\n${text}`);
    return readReport(await readFile(report, 'utf8'), folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

function readReport(text: string, folder: string): RedoclyChange[] {
  const report = JSON.parse(text) as { readonly reportVersion: string; readonly changes: readonly RedoclyChange[] };
  if (report.reportVersion !== '1') {
    throw new Error(`redocly diff wrote a report of version ${report.reportVersion}; this script reads version 1.`);
  }
  const absolute = (place: Place): Place => ({ ...place, file: resolve(folder, place.file) }); // relative to its cwd
  return report.changes.map(({ base, revision, ...change }) => ({
    ...change,
    ...(base && { base: absolute(base) }),
    ...(revision && { revision: absolute(revision) }),
  }));
}
