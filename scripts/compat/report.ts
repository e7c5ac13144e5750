import type { ChangedLine, TypeTestReport } from './type-tests.js';

/** The forms of a report. */
export const COMPAT_FORMATS = ['text', 'markdown'] as const;
export type CompatFormat = (typeof COMPAT_FORMATS)[number];

/** Returns the report about the type tests of a commit in one of its forms. */
export function compatReport(report: TypeTestReport, format: CompatFormat, ref: string): string {
  return format === 'text' ? text(report, ref) : markdown(report);
}

function text({ changed, support }: TypeTestReport, ref: string): string {
  const lines = changed.map(
    (one) =>
      `${one.breaking ? 'broken  ' : 'accepted'}  ${one.file}:${one.line}  ${one.code}\n${explanation(one, '          ')}`,
  );
  return [...lines, ...support.map((message) => `not checked  ${message}`), `Since ${ref}: ${verdict(changed)}`].join(
    '\n',
  );
}

function markdown({ changed }: TypeTestReport): string {
  const lines = changed.map(
    ({ breaking, file, line, code }) =>
      `- ${breaking ? 'No longer compiles' : 'Is accepted now'}: \`${code}\` (${file}:${line})`,
  );
  return [
    `The type tests, compiled against this build: **${verdict(changed)}**`,
    ...(lines.length > 0 ? [''] : []),
    ...lines,
  ].join('\n');
}

function explanation({ breaking, message }: ChangedLine, indent: string): string {
  return indent + (breaking ? message.replaceAll('\n', `\n${indent}`) : 'The compiler refused this line.');
}

function verdict(changed: readonly ChangedLine[]): string {
  const broken = changed.filter(({ breaking }) => breaking).length;
  const accepted = changed.length - broken;
  const first = broken === 0 ? 'all that compiled still does.' : `${broken} of the lines no longer compile.`;
  return accepted === 0 ? first : `${first} ${accepted} of the lines that were refused compile now.`;
}
