import {
  asObject,
  componentAt,
  ContractFiles,
  escape,
  locate,
  member,
  type Part,
  type Place,
} from './contract-files.js';
import type { Side } from './rules.js';

/** An operation that uses a part of the contract. */
export interface Use {
  readonly operationId: string;
  /** Verb and path, or `webhook` and a name. */
  readonly endpoint: string;
  readonly side: Side;
}

/** An operation, as the contract has it. */
export interface Operation extends Omit<Use, 'side'> {
  /** Its path, or the name of the webhook. */
  readonly path: string;
  readonly isWebhook: boolean;
  readonly item: Part;
  readonly part: Part;
}

/** A part of a file that an operation consists of, directly or through references. */
interface Region extends Use, Place {
  /** True for an operation or path as a whole: its members are regions of their own. */
  readonly whole?: true;
}

/** The uses of the parts of a contract. */
export interface Uses {
  /** Finds the operations that use a part. */
  readonly of: (place: Place) => Use[];
  /** Component schemas by their names, with a place of each. */
  readonly schemas: ReadonlyMap<string, Part>;
  /** Names of the component schemas that responses consist of. */
  readonly answers: ReadonlySet<string>;
}

export const VERBS = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options', 'trace'];

/** Returns the operations of a contract, its webhooks too. One without a name is left out. */
export function operationsIn(files: ContractFiles): Operation[] {
  return ['paths', 'webhooks'].flatMap((group) =>
    [...files.children(member(files.root, group))].flatMap(([path, item]) =>
      VERBS.flatMap((verb): Operation[] => {
        const part = member(item, verb);
        const { operationId } = asObject(part.value);
        if (typeof operationId !== 'string') return [];
        const isWebhook = group === 'webhooks';
        const endpoint = isWebhook ? `webhook ${path}` : `${verb.toUpperCase()} ${path}`;
        return [{ operationId, endpoint, path, isWebhook, item, part }];
      }),
    ),
  );
}

/** Follows all references from the operations of a contract. */
export function readUses(files: ContractFiles): Uses {
  const regions = operationsIn(files).flatMap((one) =>
    startsOf(files.root.file, one).flatMap((start) => [...reachable(start, files)]),
  );
  const named = regions.filter((region) => componentAt(region)?.kind === 'schemas');
  const nameOf = (place: Place): string => componentAt(place)?.name ?? '';
  return {
    of: ({ file, pointer }) => {
      const plain = pointer.replace(/^#/, '').replace(/\/$/, '');
      const inside = regions.filter((one) => one.file === file && holds(one, plain));
      const uses = inside.map(({ operationId, endpoint, side }): Use => ({ operationId, endpoint, side }));
      return [...new Map(uses.map((use) => [`${use.endpoint} ${use.side}`, use])).values()];
    },
    schemas: new Map(named.map((region) => [nameOf(region), files.part(region)])),
    answers: new Set(named.filter(({ side }) => side === 'response').map(nameOf)),
  };
}

/** Returns the regions that an operation starts with: its members, the parameters of its path, and both as a whole. */
function startsOf(root: string, { operationId, endpoint, path, isWebhook, item, part }: Operation): Region[] {
  const region = ({ file, pointer }: Place, side: Side): Region => ({
    ...{ operationId, endpoint, file, pointer },
    side: isWebhook ? 'event' : side,
  });
  const members = Object.keys(asObject(part.value)).map((key) =>
    region(member(part, key), key === 'responses' ? 'response' : 'request'),
  );
  const listed = { file: root, pointer: `/${isWebhook ? 'webhooks' : 'paths'}/${escape(path)}` };
  const wholes = [item, part, listed].map((place): Region => ({ ...region(place, 'request'), whole: true }));
  return [...members, region(member(item, 'parameters'), 'request'), ...wholes];
}

/** Yields a region and all that it refers to. */
function* reachable(start: Region, files: ContractFiles): Generator<Region> {
  yield start;
  if (start.whole) return;
  const seen = new Set<string>();
  const waiting: Place[] = [start];
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    for (const reference of referencesIn(files.part(place).value)) {
      const target = locate(reference, place.file);
      if (seen.has(`${target.file}#${target.pointer}`)) continue;
      seen.add(`${target.file}#${target.pointer}`);
      waiting.push(target);
      yield { ...start, ...target };
    }
  }
}

function* referencesIn(node: unknown): Generator<string> {
  const { $ref } = asObject(node);
  if (typeof $ref === 'string') yield $ref;
  for (const child of Object.values(asObject(node))) yield* referencesIn(child);
}

/** Returns true if a pointer is that of a region or, unless the region is a whole, below it. */
const holds = (region: Region, pointer: string): boolean =>
  pointer === region.pointer || (region.whole !== true && pointer.startsWith(`${region.pointer}/`));
