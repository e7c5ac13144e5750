import { isObject } from '../../src/checks.js';

/** Says what a key had before and has now: `default 10 → 20`. Of long values it shows where they differ. */
export function changed(key: string, before: unknown, after: unknown): string {
  const [from, to] = [whole(before), whole(after)];
  const isLong = before !== undefined && after !== undefined && Math.max(from.length, to.length) > LONGEST;
  return `${key} ${(isLong ? excerpts(from, to) : [from, to]).map(cut).join(' → ')}`;
}

const LONGEST = 60;

const cut = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);

/** Writes a value in one line. A text of one word has no quotes. */
function whole(value: unknown): string {
  if (value === undefined) return 'none';
  return typeof value === 'string' && /^[^\s"]+$/.test(value) ? value : JSON.stringify(value);
}

/** Writes a value in one short line. */
const show = (value: unknown): string => cut(whole(value));

/** Returns of two texts where they differ, with a word or two before it. */
function excerpts(before: string, after: string): [before: string, after: string] {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  const from = start < LONGEST / 2 ? 0 : before.lastIndexOf(' ', start - LONGEST / 4) + 1 || start - LONGEST / 4;
  const rest = (text: string) => (from > 0 ? '…' : '') + text.slice(from);
  return [rest(before), rest(after)];
}

/** Says where two samples differ: `/amount 10 → 20, /id none → 1`. */
export function sampleChanges(before: unknown, after: unknown): string {
  const all = [...differencesOf(before, after, '')];
  return all.slice(0, 3).join(', ') + (all.length > 3 ? ` and ${all.length - 3} more` : '');
}

function* differencesOf(before: unknown, after: unknown, pointer: string): Generator<string> {
  if (isObject(before) && isObject(after)) {
    const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
    for (const key of keys) yield* differencesOf(before[key], after[key], `${pointer}/${key}`);
  } else if (before !== after) {
    yield changed(pointer, before, after).trim();
  }
}

/** Names some of a list: `a, b`. */
export const list = (values: readonly unknown[]): string => values.map(show).join(', ');
