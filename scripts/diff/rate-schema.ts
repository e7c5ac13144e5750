import type { Rating, RedoclyChange } from './redocly-diff.js';
import type { Side } from './uses.js';

/** Rates a change of a schema. What widens a request is additive; what widens a response breaks who reads it. */
export function rateSchema(change: RedoclyChange, side: Side): Rating {
  const { kind, property, base, revision } = change;
  const [before, after] = [base?.value, revision?.value];
  switch (property) {
    case undefined:
      return node(change, side);
    case 'key':
      return { level: 'major', text: `was renamed from ${String(before)}` };
    case 'type':
      return type(typesOf(before), typesOf(after), side);
    case 'required':
      return required(listOf(before), listOf(after), side);
    case 'enum':
    case 'const':
      return values(valuesOf(before), valuesOf(after), side);
    case 'additionalProperties':
      return side === 'request' && after === false
        ? { level: 'major', text: 'accepts no further fields' }
        : { level: 'patch', text: 'has another rule about further fields' };
    default:
      if (TIGHTER[property] === undefined) return { level: 'patch', text: `has another ${property}` };
      if (side === 'response') return { level: 'patch', text: `has another ${property}` };
      return TIGHTER[property](before, after)
        ? { level: 'major', text: `has a tighter ${property}` }
        : { level: 'minor', text: `has a looser ${property}` };
  }
  function node({ path }: RedoclyChange, of: Side): Rating {
    const text = `was ${kind}`;
    if (/\/(one|any)Of\/\d+$/.test(path)) {
      const widens = kind === 'added';
      return { level: widens === (of === 'request') ? 'minor' : 'major', text: `${text} as an alternative` };
    }
    return { level: kind === 'added' ? 'minor' : 'major', text };
  }
}

function type(before: readonly string[], after: readonly string[], side: Side): Rating {
  const text = `has another type: ${before.join(' | ')}, now ${after.join(' | ')}`;
  const widens = before.every((one) => after.includes(one) || (one === 'integer' && after.includes('number')));
  const narrows = after.every((one) => before.includes(one) || (one === 'integer' && before.includes('number')));
  const nullness = before.includes('null') === after.includes('null');
  if (side === 'request') return { level: widens ? 'minor' : 'major', text };
  // In TypeScript, integer and number are the same type.
  const sameInTypes = nullness && [...before, ...after].every((one) => ['integer', 'number', 'null'].includes(one));
  return { level: sameInTypes || narrows ? 'minor' : 'major', text };
}

function required(before: readonly string[], after: readonly string[], side: Side): Rating {
  const gained = after.filter((name) => !before.includes(name));
  const lost = before.filter((name) => !after.includes(name));
  const breaks = side === 'request' ? gained.length > 0 : lost.length > 0;
  const parts = [
    ...(gained.length > 0 ? [`always has ${gained.join(', ')}`] : []),
    ...(lost.length > 0 ? [`may lack ${lost.join(', ')}`] : []),
  ];
  const moved = gained.length + lost.length > 0;
  return { level: breaks ? 'major' : moved ? 'minor' : 'none', text: `now ${parts.join(' and ')}` };
}

function values(before: readonly string[] | undefined, after: readonly string[] | undefined, side: Side): Rating {
  if (before === undefined) return { level: side === 'request' ? 'major' : 'minor', text: 'now has listed values' };
  if (after === undefined) return { level: 'minor', text: 'now takes any value' };
  const gained = after.filter((value) => !before.includes(value));
  const lost = before.filter((value) => !after.includes(value));
  const parts = [
    ...(gained.length > 0 ? [`has new values: ${gained.join(', ')}`] : []),
    ...(lost.length > 0 ? [`has lost values: ${lost.join(', ')}`] : []),
  ];
  const level = side === 'request' && lost.length > 0 ? 'major' : parts.length > 0 ? 'minor' : 'none';
  return { level, text: parts.join(' and ') || 'has its values in another order' };
}

const rises = (before: unknown, after: unknown): boolean => after !== undefined && Number(after) > Number(before ?? 0);
const falls = (before: unknown, after: unknown): boolean =>
  after !== undefined && (before === undefined || Number(after) < Number(before));
const imposed = (_: unknown, after: unknown): boolean => after !== undefined;

/** Limits of a value. Each says if the change refuses a value that was accepted before. */
const TIGHTER: Readonly<Record<string, (before: unknown, after: unknown) => boolean>> = {
  minLength: rises,
  minimum: rises,
  exclusiveMinimum: rises,
  minItems: rises,
  maxLength: falls,
  maximum: falls,
  exclusiveMaximum: falls,
  maxItems: falls,
  pattern: imposed,
  multipleOf: imposed,
  uniqueItems: imposed,
};

const listOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
const valuesOf = (value: unknown): string[] | undefined =>
  value === undefined ? undefined : [value].flat().map(String);
const typesOf = (value: unknown): string[] => valuesOf(value) ?? ['any'];
