import { isMap, isSeq, type Pair, type Node } from 'yaml';
import { YamlPart } from './yaml-part.js';

type Path = readonly (string | number)[];

/**
 * Edits the text of a YAML file in place, so that everything that is not edited keeps its form, comments included. Each
 * function returns the new text.
 */
export function setKey(text: string, path: Path, key: string, value: string, after: readonly string[] = []): string {
  const map = at(text, path);
  const known = map.get(key);
  if (known && !known.isMap() && !known.isSeq()) return text.slice(0, known.start) + value + text.slice(known.end);
  if (known) return setKey(removeKey(text, path, key), path, key, value, after);
  const anchor = [...after].reverse().find((name) => map.get(name) !== undefined);
  const line = `${indentOf(text, map)}${key}:${value.startsWith('\n') ? value : ` ${value}`}\n`;
  const position = anchor === undefined ? endOf(text, map) : endOf(text, child(map, anchor));
  return insert(text, position, line);
}

/** Replaces a part that is written in one line. */
export function replacePart(text: string, path: Path, value: string): string {
  const { start, end } = at(text, path);
  return text.slice(0, start) + value + text.slice(end);
}

/** Removes a key with its value. */
export function removeKey(text: string, path: Path, key: string): string {
  const map = at(text, path);
  const pair = pairOf(map, key);
  if (pair === undefined) return text;
  const start = lineStart(text, pair.key.range?.[0] ?? 0);
  return text.slice(0, start) + text.slice(endOf(text, child(map, key)));
}

/** Appends an entry to a list, which may be written in one line. */
export function appendTo(text: string, path: Path, value: string): string {
  const list = at(text, path);
  if (isSeq(list.node) && list.node.flow === true) {
    const bracket = text.lastIndexOf(']', list.end);
    const before = text.slice(0, bracket).trimEnd();
    return `${before}${before.endsWith('[') ? '' : ', '}${value}${text.slice(bracket)}`;
  }
  const dash = text.lastIndexOf('-', list.items()[0]?.start ?? list.start);
  const indent = ' '.repeat(dash - lineStart(text, dash));
  return insert(text, endOf(text, list), `${indent}- ${indented(value, `${indent}  `)}\n`);
}

/** Removes an entry of a list of scalars. The list goes with its last entry. */
export function removeFrom(text: string, path: Path, value: string): string {
  const list = at(text, path);
  const entries = list.items();
  const entry = entries.find(({ scalar }) => String(scalar) === value);
  if (entry === undefined) return text;
  if (entries.length === 1) return removeKey(text, path.slice(0, -1), String(path.at(-1)));
  return text.slice(0, lineStart(text, entry.start)) + text.slice(endOf(text, entry));
}

/** Inserts a key into a map before another key, or at its end. The value is a block of its own. */
export function insertBefore(text: string, path: Path, key: string, block: string, before: string | undefined): string {
  const map = at(text, path);
  const indent = indentOf(text, map);
  const pair = before === undefined ? undefined : pairOf(map, before);
  const position = pair ? aboveComments(text, lineStart(text, pair.key.range?.[0] ?? 0)) : endOf(text, map);
  return insert(text, position, `${indent}${key}:\n${indent}  ${indented(block, `${indent}  `)}\n`);
}

/** Indents all lines but the first. */
export const indented = (text: string, indent: string): string => text.trimEnd().replaceAll('\n', `\n${indent}`);

function at(text: string, path: Path): YamlPart {
  const part = YamlPart.parse(text, '').at(path);
  if (part === undefined) throw new Error(`There is no ${path.join('.')} to edit.`);
  return part;
}

function child(map: YamlPart, key: string): YamlPart {
  const part = map.get(key);
  if (part === undefined) throw new Error(`There is no ${key} to edit.`);
  return part.node === null ? map : part;
}

const pairOf = (map: YamlPart, key: string): (Pair & { key: Node }) | undefined =>
  isMap(map.node)
    ? (map.node.items.find((pair) => String(pair.key) === key) as (Pair & { key: Node }) | undefined)
    : undefined; // keys are scalars

function indentOf(text: string, map: YamlPart): string {
  const start = isMap(map.node) ? ((map.node.items[0]?.key as Node | undefined)?.range?.[0] ?? map.start) : map.start; // a scalar
  return ' '.repeat(start - lineStart(text, start)).replace(/^-/, ' ');
}

const lineStart = (text: string, offset: number): number => text.lastIndexOf('\n', offset - 1) + 1;

/** Returns the start of the comment lines above a line: they belong to what follows. */
function aboveComments(text: string, start: number): number {
  const above = lineStart(text, start - 1);
  return start > 0 && /^\s*#/.test(text.slice(above, start)) ? aboveComments(text, above) : start;
}

/** Returns where the line ends on which a part ends. */
function endOf(text: string, part: YamlPart): number {
  const end = text.slice(0, part.end).trimEnd().length;
  const newline = text.indexOf('\n', end);
  return newline < 0 ? text.length : newline + 1;
}

const insert = (text: string, position: number, added: string): string => {
  const before = text.slice(0, position);
  return `${before}${before === '' || before.endsWith('\n') ? '' : '\n'}${added}${text.slice(position)}`;
};
