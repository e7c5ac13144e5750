import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parse } from 'yaml';

/** One side of an operation: what a caller sends, or what a caller reads. A webhook's body is read. */
export type Side = 'request' | 'response';

/** An operation that uses a part of the contract. */
export interface Use {
  readonly operationId: string;
  /** Verb and path, or `webhook` and a name. */
  readonly endpoint: string;
  readonly side: Side;
}

/** A part of a file that an operation consists of, directly or through references. */
interface Region extends Use {
  readonly file: string;
  readonly pointer: string;
  /** True for an operation or path as a whole: its members are regions of their own. */
  readonly whole?: true;
}

/** Finds the operations that use a part of the contract. */
export type UsesOf = (file: string, pointer: string) => Use[];

const VERBS = ['get', 'post', 'put', 'patch', 'delete'];

/** Reads a contract, of one file or many, and follows all references from its operations. */
export function readUses(contract: string): UsesOf {
  const documents = new Map<string, unknown>();
  const read = (file: string): unknown => {
    if (!documents.has(file)) documents.set(file, parse(readFileSync(file, 'utf8')));
    return documents.get(file);
  };
  const regions = operationsIn(resolve(contract), read).flatMap((start) => [...reachable(start, read)]);
  return (file, pointer) => {
    const plain = pointer.replace(/^#/, '').replace(/\/$/, '');
    const inside = regions.filter((one) => one.file === file && holds(one, plain));
    const uses = inside.map(({ operationId, endpoint, side }): Use => ({ operationId, endpoint, side }));
    return [...new Map(uses.map((use) => [`${use.endpoint} ${use.side}`, use])).values()];
  };
}

type Read = (file: string) => unknown;

/** Returns the starting regions of each operation: its own members, and the parameters of its path. */
function operationsIn(root: string, read: Read): Region[] {
  return ['paths', 'webhooks'].flatMap((group) =>
    Object.keys(asObject(at(read(root), `/${group}`))).flatMap((name) => {
      const path = `/${group}/${escape(name)}`;
      const item = follow({ file: root, pointer: path }, read);
      return VERBS.flatMap((verb) => {
        const operation = asObject(at(read(item.file), `${item.pointer}/${verb}`));
        const { operationId } = operation;
        if (typeof operationId !== 'string') return [];
        const endpoint = group === 'paths' ? `${verb.toUpperCase()} ${name}` : `webhook ${name}`;
        const region = (pointer: string, side: Side): Region => ({
          operationId,
          endpoint,
          side: group === 'webhooks' ? 'response' : side,
          file: item.file,
          pointer: item.pointer + pointer,
        });
        const members = Object.keys(operation).map((key) =>
          region(`/${verb}/${escape(key)}`, key === 'responses' ? 'response' : 'request'),
        );
        const wholes = ['', `/${verb}`].map((pointer): Region => ({ ...region(pointer, 'request'), whole: true }));
        const listed: Region = { ...region('', 'request'), file: root, pointer: path, whole: true };
        return [...members, region('/parameters', 'request'), ...wholes, listed];
      });
    }),
  );
}

/** Yields a region and all that it refers to. */
function* reachable(start: Region, read: Read): Generator<Region> {
  yield start;
  if (start.whole) return;
  const seen = new Set<string>();
  const waiting = [{ file: start.file, pointer: start.pointer }];
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    for (const reference of referencesIn(at(read(place.file), place.pointer))) {
      const target = locate(reference, place.file);
      if (seen.has(`${target.file}#${target.pointer}`)) continue;
      seen.add(`${target.file}#${target.pointer}`);
      waiting.push(target);
      yield { ...start, ...target };
    }
  }
}

function* referencesIn(node: unknown): Generator<string> {
  if (typeof node !== 'object' || node === null) return;
  const { $ref } = node as { readonly $ref?: unknown };
  if (typeof $ref === 'string') yield $ref;
  for (const child of Object.values(node)) yield* referencesIn(child);
}

interface Target {
  readonly file: string;
  readonly pointer: string;
}

function follow(target: Target, read: Read): Target {
  const { $ref } = asObject(at(read(target.file), target.pointer));
  return typeof $ref === 'string' ? locate($ref, target.file) : target;
}

/** Returns the place that a reference in a file leads to. */
export function locate(reference: string, from: string): Target {
  const [file = '', pointer = ''] = reference.split('#', 2);
  return { file: file === '' ? from : resolve(dirname(from), decodeURI(file)), pointer: pointer.replace(/\/$/, '') };
}

/** Returns the node at a JSON pointer, undefined if there is none. */
export function at(document: unknown, pointer: string): unknown {
  const steps = pointer.split('/').slice(1);
  return steps.reduce((node, step) => asObject(node)[unescape(step)], document);
}

const asObject = (node: unknown): Readonly<Record<string, unknown>> =>
  typeof node === 'object' && node !== null ? (node as Record<string, unknown>) : {};

const escape = (step: string): string => step.replaceAll('~', '~0').replaceAll('/', '~1');
const unescape = (step: string): string => decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~');

/** Returns true if a pointer is that of a region or, unless the region is a whole, below it. */
const holds = (region: Region, pointer: string): boolean =>
  pointer === region.pointer || (region.whole !== true && pointer.startsWith(`${region.pointer}/`));
