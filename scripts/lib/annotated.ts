import { isObject } from '../../src/checks.js';
import type { Evidence } from './contract.js';

type Node = Readonly<Record<string, unknown>>;

/** Where a part stands. */
export interface Around {
  /** The schema that the part is a field of. */
  readonly owner?: Node;
  /** The evidence of what contains it. What stands behind `schema` or `components` has none but its own. */
  readonly evidence?: Evidence | undefined;
}

/**
 * Copies a bundled contract, and lets `annotate` add to the copy of each part what follows from its evidence. Examples are
 * left as they are.
 */
export function annotated<T>(contract: T, annotate: (part: Node, copy: Node, around: Around) => Node): T {
  const copyOf = (part: unknown, around: Around): unknown => {
    if (Array.isArray(part)) return part.map((item) => copyOf(item, { evidence: around.evidence }));
    if (!isObject(part)) return part;
    const evidence = (part['x-evidence'] as Evidence | undefined) ?? around.evidence; // the linter checks it
    const copy = mapped(part, (value, name) => {
      if (name === 'example' || name === 'examples') return value;
      if (name === 'properties') return mapped(value as Node, (field) => copyOf(field, { owner: part, evidence }));
      return copyOf(value, name === 'schema' || name === 'components' ? {} : { evidence });
    });
    return annotate(part, copy, around);
  };
  return copyOf(contract, {}) as T; // the same form, with more members
}

const mapped = (node: Node, map: (value: unknown, name: string) => unknown): Node =>
  Object.fromEntries(Object.entries(node).map(([name, value]) => [name, map(value, name)]));
