import { HIDDEN_NAME } from './finding.js';
import type { Observation } from './recorder.js';
import type { Shape } from './shape.js';

/**
 * Returns what was observed as YAML, to be compared with the documentation and copied to the schemas of the contract. It
 * proposes types and formats, and neither required flags nor enums: these cannot be seen without values.
 *
 * @param date The day of the observation, as `2026-11-26`.
 */
export function proposalOf(observations: readonly Observation[], date: string): string {
  const note = `Seen in live responses by kobble-client drift on ${date}.`;
  return [
    `# Proposed by kobble-client drift --record on ${date}: names, types and formats of what the contract does not have.`,
    '# Compare it with the documentation, then copy what holds to openapi/components/schemas/<name>.yaml.',
    ...observations.flatMap((observation) => ['', ...linesOf(observation, note)]),
    '',
  ].join('\n');
}

function linesOf({ schema, isUnknown, operations, shape }: Observation, note: string): string[] {
  const from = `# seen ${shape.seen} × by ${operations.join(', ')}`;
  const marks = ['x-evidence: observed', `x-evidence-note: ${note}`];
  if (isUnknown) return [`${schema}: ${from}`, ...indent([...marks, ...schemaLines(shape)])];
  const fields = fieldLines(shape.fields, marks);
  return [`${schema}: # further fields, ${from.slice(2)}`, ...indent(['properties:', ...indent(fields)])];
}

function schemaLines({ types, formats, fields, entries }: Shape): string[] {
  // An amount is 5 or 5.5: a number.
  const names = types.filter((type) => type !== 'integer' || !types.includes('number'));
  const [format] = formats;
  return [
    `type: ${names.length === 1 ? quoted(names[0]) : `[${names.map(quoted).join(', ')}]`}`,
    ...(format && formats.length === 1 ? [`format: ${format}`] : []),
    ...(names.includes('object') ? ['additionalProperties: true'] : []),
    ...(Object.keys(fields).length > 0 ? ['properties:', ...indent(fieldLines(fields, []))] : []),
    ...(entries === undefined ? [] : ['items:', ...indent(schemaLines(entries))]),
  ];
}

/** Names that may be data are left out: `{…}` is no name. */
const fieldLines = (fields: Shape['fields'], marks: readonly string[]): string[] =>
  Object.entries(fields).flatMap(([name, shape]) =>
    name === HIDDEN_NAME
      ? [`# names that are not shown, as they may be data: seen ${shape.seen} ×`]
      : [`${quoted(name)}: # seen ${shape.seen} ×`, ...indent([...marks, ...schemaLines(shape)])],
  );

/** Quotes the words that YAML reads as something other than text. */
const quoted = (word = ''): string => (/^(null|true|false|yes|no|on|off|y|n|~)$/i.test(word) ? `'${word}'` : word);

const indent = (lines: readonly string[]): string[] => lines.map((line) => `  ${line}`);
