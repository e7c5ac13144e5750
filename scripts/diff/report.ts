import type { Comparison, Difference } from './compare.js';
import type { Level } from './rules.js';

/** The forms of a report. */
export const FORMATS = ['text', 'json', 'markdown'] as const;
export type Format = (typeof FORMATS)[number];

/** Returns the report of a comparison in one of its forms. A text starts with the reason for the commit, if there is one. */
export function reportOf(comparison: Comparison, format: Format, base: string, reason?: string): string {
  if (format === 'json') return JSON.stringify({ base, ...comparison }, null, 2);
  return format === 'text'
    ? text(comparison, reason ?? `The contract in openapi/, compared with ${base}:`)
    : markdown(comparison, base);
}

const HEADINGS: Readonly<Record<Level, string>> = {
  major: 'Breaking',
  minor: 'Changed or added',
  patch: 'Corrected',
  none: 'Not seen by callers',
};

const VERDICTS: Readonly<Record<Level, string>> = {
  major: 'major: this breaks callers',
  minor: 'minor: callers gain something, or something behaves differently, and their code compiles',
  patch: 'patch: only descriptions, examples or evidence changed',
  none: 'none: callers see no difference',
};

function text({ verdict, differences }: Comparison, heading: string): string {
  return [heading, ...differences.map(linesOf), `${VERDICTS[verdict]}.`].join('\n');
}

/** Returns a difference as two lines: what changed, and its place with the methods that it touches. */
export const linesOf = (one: Difference): string =>
  `${one.level.padEnd(5)}  ${[one.part, one.text].filter(Boolean).join(' ')}\n       ${one.file}:${one.line}${usedBy(one, '  ')}`;

/** Groups as in a changelog. What callers do not see is left out. */
function markdown({ verdict, differences }: Comparison, base: string): string {
  const groups = (['major', 'minor', 'patch'] as const).flatMap((level) => {
    const entries = differences.filter((one) => one.level === level);
    if (entries.length === 0) return [];
    return [
      '',
      `### ${HEADINGS[level]}`,
      '',
      ...entries.map((one) => `- ${one.part === '' ? '' : `\`${one.part}\` `}${one.text}${usedBy(one, ': ', '`')}.`),
    ];
  });
  return [`The contract since ${base}, for callers: **${verdict}**.`, ...groups].join('\n');
}

/** Names the methods; the operations, if no method calls them. */
function usedBy({ methods, operations }: Difference, before: string, quote = ''): string {
  const names = methods.length > 0 ? methods : operations;
  return names.length === 0 ? '' : before + names.map((name) => quote + name + quote).join(', ');
}
