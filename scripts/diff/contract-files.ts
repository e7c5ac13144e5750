import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  type Document,
  type Node,
} from 'yaml';

/** A position in the files of a contract. */
export interface Place {
  /** Path as the file that the contract starts with has it: absolute, or from a folder. */
  readonly file: string;
  /** JSON pointer in the file. */
  readonly pointer: string;
}

/** A part of a contract: what stands at a place. */
export interface Part extends Place {
  readonly value: unknown;
}

/** A file that is no YAML. */
export class InvalidYaml extends Error {
  readonly line: number;

  constructor(file: string, line: number, cause: Error) {
    super(`${file}, line ${line}: the YAML is not valid.`, { cause });
    this.line = line;
  }
}

interface ReadFile {
  readonly value: unknown;
  readonly document: Document;
  readonly lines: LineCounter;
  /** What anchors stand on, by their names. */
  readonly anchors: ReadonlyMap<string, Node>;
  /** Nodes that were found, and where they or their keys start, by pointers. */
  readonly found: Map<string, { readonly node: unknown; readonly start: number }>;
}

/** The files of a contract, of one file or many. Each is read once. */
export class ContractFiles {
  readonly #files = new Map<string, ReadFile>();
  readonly #text: (file: string) => string;
  readonly root: Part;

  /**
   * @param text Returns the text of a file; by default, that of the disk.
   * @throws Error if the first file is missing, or is no YAML.
   */
  constructor(contract: string, text = (file: string): string => readFileSync(file, 'utf8')) {
    this.#text = text;
    this.root = this.part({ file: contract, pointer: '' });
  }

  /**
   * Returns the part at a place.
   *
   * @throws Error if the file is missing, or is no YAML.
   */
  part({ file, pointer }: Place): Part {
    return { file, pointer, value: at(this.#read(file).value, pointer) };
  }

  /**
   * Returns a part, or the one that it refers to.
   *
   * @throws Error if the reference leads nowhere.
   */
  follow(part: Part): Part {
    const { $ref } = asObject(part.value);
    if (typeof $ref !== 'string') return part;
    const target = this.part(locate($ref, part.file));
    if (target.value === undefined) throw new Error(`${part.file} refers to ${$ref}, which does not exist.`);
    return this.follow(target);
  }

  /** Returns a member of a part, or the part that it refers to. */
  child(part: Part, key: string | number): Part {
    return this.follow(member(part, key));
  }

  /** Returns the members of a part by their keys, each followed if it is a reference. */
  children(part: Part): Map<string, Part> {
    return new Map([...members(part)].map(([key, one]) => [key, this.follow(one)]));
  }

  /** Returns the line of a part, counted from 1: that of its key, if it has one. If it is missing, that of its owner. */
  lineOf({ file, pointer }: Place): number {
    const read = this.#read(file);
    return read.lines.linePos(find(read, pointer).start).line;
  }

  #read(file: string): ReadFile {
    const known = this.#files.get(file);
    if (known !== undefined) return known;
    const lines = new LineCounter();
    const document: Document = parseDocument(this.#text(file), { lineCounter: lines, logLevel: 'silent' });
    const [error] = document.errors;
    if (error !== undefined) throw new InvalidYaml(file, lines.linePos(error.pos[0]).line, error);
    const anchors = new Map<string, Node>();
    visit(document, {
      Value: (_, node) => {
        if (node.anchor !== undefined) anchors.set(node.anchor, node);
      },
    });
    // What an alias leads to is shared, not copied.
    const value: unknown = document.toJS({ maxAliasCount: -1 });
    const read = { value, document, lines, anchors, found: new Map() };
    this.#files.set(file, read);
    return read;
  }
}

function find(read: ReadFile, pointer: string): { readonly node: unknown; readonly start: number } {
  const known = read.found.get(pointer);
  if (known) return known;
  const { contents } = read.document;
  if (pointer === '') return { node: contents, start: contents?.range?.[0] ?? 0 };
  const [step = ''] = stepsOf(pointer.slice(pointer.lastIndexOf('/')));
  const { node: owner, start } = find(read, pointer.slice(0, pointer.lastIndexOf('/')));
  const pair = isMap(owner) ? owner.items.find(({ key }) => isScalar(key) && String(key.value) === step) : undefined;
  const value = pair?.value ?? (isSeq(owner) ? owner.items[Number(step)] : undefined);
  const shown = pair?.key ?? value;
  const node = isAlias(value) ? read.anchors.get(value.source) : value;
  const found = { node, start: (isNode(shown) ? shown.range?.[0] : undefined) ?? start };
  read.found.set(pointer, found);
  return found;
}

/** Returns a member of a part as it is written: it may be a reference. Its value is undefined if it is missing. */
export const member = ({ file, pointer, value }: Part, key: string | number): Part => ({
  file,
  pointer: `${pointer}/${escape(String(key))}`,
  value: asObject(value)[key],
});

/** Returns the members of a part by their keys, as they are written. */
export const members = (part: Part): Map<string, Part> =>
  new Map(Object.keys(asObject(part.value)).map((key) => [key, member(part, key)]));

/** Returns the place that a reference in a file leads to. */
export function locate(reference: string, from: string): Place {
  const [file = '', pointer = ''] = reference.split('#', 2);
  const steps = decodeURIComponent(pointer).replace(/\/$/, '');
  return { file: file === '' ? from : join(dirname(from), decodeURI(file)), pointer: steps };
}

/** Returns the name of the component at a place, and its kind: `schemas`, `parameters`… */
export function componentAt({ file, pointer }: Place): { readonly kind: string; readonly name: string } | undefined {
  const [, kind, name] =
    (pointer === '' ? /components\/(\w+)\/(\w+)\.yaml$/.exec(file) : /^\/components\/(\w+)\/([^/]+)$/.exec(pointer)) ??
    [];
  return kind === undefined || name === undefined ? undefined : { kind, name };
}

/** Returns the value of a member. */
export const valueOf = ({ value }: Part, key: string): unknown => asObject(value)[key];

/** Returns the value of a member that is a text or a number, as text. */
export function textOf(part: Part | undefined, key: string): string | undefined {
  const value = part && valueOf(part, key);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

/** Returns the texts of a list; none if there is none. */
export function textsOf(part: Part, key: string): string[] {
  const value = valueOf(part, key);
  return Array.isArray(value) ? value.map(String) : [];
}

export const asObject = (node: unknown): Readonly<Record<string, unknown>> =>
  typeof node === 'object' && node !== null ? (node as Record<string, unknown>) : {};

/** Returns a step of a JSON pointer. */
export const escape = (step: string): string => step.replaceAll('~', '~0').replaceAll('/', '~1');

const at = (document: unknown, pointer: string): unknown =>
  stepsOf(pointer).reduce((node, step) => asObject(node)[step], document);

export const stepsOf = (pointer: string): string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
