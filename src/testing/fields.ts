import { isObject, optionError, own } from '../checks.js';

/** What the value of a field must be, and whether it must be there. */
export interface Rule {
  /** Ends the sentence "… must". */
  readonly be: string;
  readonly fits: (value: unknown) => boolean;
  readonly isRequired?: boolean;
}

/** The fields that an object may have. */
export type Fields = Readonly<Record<string, Rule>>;

const isText = (value: unknown): boolean => typeof value === 'string';
const isNumber = (value: unknown): value is number => typeof value === 'number' && value >= 0;
const isWhole = (value: unknown, least: number, most: number): boolean =>
  Number.isSafeInteger(value) && Number(value) >= least && Number(value) <= most;

/** The rules. */
export const is = {
  anything: { be: 'be there', fits: () => true },
  text: { be: 'be a text', fits: isText },
  texts: { be: 'be an object of texts', fits: (value) => isObject(value) && Object.values(value).every(isText) },
  flag: { be: 'be true or false', fits: (value) => typeof value === 'boolean' },
  object: { be: 'be an object', fits: (value) => isObject(value) && !Array.isArray(value) },
  function: { be: 'be a function', fits: (value) => typeof value === 'function' },
  number: { be: 'be a number', fits: Number.isFinite },
  rate: { be: 'be a rate from 0 to 1', fits: (value) => isNumber(value) && value <= 1 },
  count: { be: 'be a whole number above 0', fits: (value) => isWhole(value, 1, Infinity) },
  status: { be: 'be a status from 200 to 599', fits: (value) => isWhole(value, 200, 599) },
  time: { be: 'be a number of milliseconds from 0', fits: (value) => isNumber(value) && value < Infinity },
  /** A timer takes no larger number. */
  wait: {
    be: 'be a number of milliseconds above 0, at most 2147483647',
    fits: (value) => isNumber(value) && value > 0 && value < 2 ** 31,
  },
} satisfies Record<string, Rule>;

export const required = (rule: Rule): Rule => ({ ...rule, isRequired: true });

/** Returns a rule that allows these values. */
export const oneOf = (...values: readonly unknown[]): Rule => ({
  be: `be ${values
    .map((value) => JSON.stringify(value))
    .join(', ')
    .replace(/, ([^,]*)$/, ' or $1')}`,
  fits: (value) => values.includes(value),
});

/** Returns a rule that allows what any of these rules allows. */
export const either = (...rules: readonly Rule[]): Rule => ({
  be: rules.map(({ be }) => be).join(', or '),
  fits: (value) => rules.some(({ fits }) => fits(value)),
});

/** Refuses a field that is not known, and a value that does not fit. What is undefined counts as not given. */
export function checkFields(where: string, given: unknown, known: Fields): void {
  if (!isObject(given) || Array.isArray(given)) throw optionError(where, 'must be given an object');
  const names = Object.keys(known);
  const unknown = Object.keys(given).find((name) => !names.includes(name));
  if (unknown !== undefined) {
    const instead = nearestOf(unknown, names) ?? `It has ${names.join(', ') || 'none'}`;
    throw optionError(JSON.stringify(unknown), `is not a field of ${where}. ${instead}`);
  }
  for (const [name, { be, fits, isRequired = false }] of Object.entries(known)) {
    const value = own(given, name);
    if (value === undefined ? isRequired : !fits(value)) throw optionError(`"${name}" of ${where}`, `must ${be}`);
  }
}

/** Returns `Did you mean "…"?` with the first of the names that are the least edits away. Undefined if none is near. */
export function nearestOf(given: string, names: readonly string[]): string | undefined {
  const isNear = (name: string, edits: number) =>
    edits <= name.length / 2 && isWithin(edits, given.toLowerCase(), name.toLowerCase());
  const near = [0, 1, 2].flatMap((edits) => names.find((name) => isNear(name, edits)) ?? []);
  return near[0] === undefined ? undefined : `Did you mean "${near[0]}"?`;
}

/** Returns true if the texts differ by so many letters: added, left out, replaced, or exchanged with the next one. */
function isWithin(edits: number, from: string, to: string): boolean {
  if (from === '' && to === '') return true;
  if (from[0] === to[0]) return isWithin(edits, from.slice(1), to.slice(1));
  const skip = (more: number, ofOther: number) => isWithin(edits - 1, from.slice(more), to.slice(ofOther));
  if (edits === 0) return false;
  return skip(1, 0) || skip(0, 1) || skip(1, 1) || (from[0] === to[1] && from[1] === to[0] && skip(2, 2));
}
