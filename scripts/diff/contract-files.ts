import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { isMap, isScalar, LineCounter, parseDocument, type Document } from 'yaml';

/** A position in the files of a contract. */
export interface Place {
  /** Absolute path. */
  readonly file: string;
  /** JSON pointer in the file. */
  readonly pointer: string;
}

/** A part of a contract: what stands at a place. */
export interface Part extends Place {
  readonly value: unknown;
}

interface ReadFile {
  readonly document: Document;
  readonly lines: LineCounter;
  readonly value: unknown;
}

/** The files of a contract, of one file or many. Each is read once. */
export class ContractFiles {
  readonly #files = new Map<string, ReadFile>();
  readonly root: Part;

  /** @throws Error if the first file is missing, or is no YAML. */
  constructor(contract: string) {
    this.root = this.part({ file: resolve(contract), pointer: '' });
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
    const { document, lines } = this.#read(file);
    const steps = stepsOf(pointer);
    const owner: unknown = steps.length > 0 ? document.getIn(steps.slice(0, -1), true) : undefined;
    const pairs = isMap(owner) ? owner.items : [];
    const pair = pairs.find(({ key }) => isScalar(key) && String(key.value) === steps.at(-1));
    const node: unknown = pair?.key ?? document.getIn(steps, true);
    const start = (node as { readonly range?: readonly number[] } | undefined)?.range?.[0];
    if (start !== undefined) return lines.linePos(start).line;
    return steps.length === 0 ? 1 : this.lineOf({ file, pointer: pointer.slice(0, pointer.lastIndexOf('/')) });
  }

  #read(file: string): ReadFile {
    const known = this.#files.get(file);
    if (known !== undefined) return known;
    const lines = new LineCounter();
    const document = parseDocument(readFileSync(file, 'utf8'), { lineCounter: lines });
    const [error] = document.errors;
    if (error !== undefined) throw new Error(`${file}: ${error.message}`);
    const read = { document, lines, value: document.toJS() as unknown };
    this.#files.set(file, read);
    return read;
  }
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
  return { file: file === '' ? from : resolve(dirname(from), decodeURI(file)), pointer: steps };
}

/** Returns the name of the component at a place, and its kind: `schemas`, `parameters`… */
export function componentAt({ file, pointer }: Place): { readonly kind: string; readonly name: string } | undefined {
  const [, kind, name] =
    (pointer === '' ? /components\/(\w+)\/(\w+)\.yaml$/.exec(file) : /^\/components\/(\w+)\/([^/]+)$/.exec(pointer)) ??
    [];
  return kind === undefined || name === undefined ? undefined : { kind, name };
}

export const asObject = (node: unknown): Readonly<Record<string, unknown>> =>
  typeof node === 'object' && node !== null ? (node as Record<string, unknown>) : {};

/** Returns a step of a JSON pointer. */
export const escape = (step: string): string => step.replaceAll('~', '~0').replaceAll('/', '~1');

const at = (document: unknown, pointer: string): unknown =>
  stepsOf(pointer).reduce((node, step) => asObject(node)[step], document);

const stepsOf = (pointer: string): string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
