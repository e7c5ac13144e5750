import { listOperations, type Operation } from './operations.js';

/** The paths of the contract, by segment. */
interface Node {
  readonly segments: Map<string, Node>;
  placeholder?: Node;
  readonly operations: Operation[];
}

let root: Node | undefined;

/**
 * Returns the operation at a verb and a path as it is sent, without the query. A static segment wins over a placeholder, and
 * one slash at the end is ignored. It reads no further than the contract's paths go, so that a long path costs nothing.
 */
export const findOperation = (method: string, path: string): Operation | undefined =>
  path.startsWith('/') ? walk((root ??= readPaths()), method, path, 1) : undefined;

function walk(node: Node, method: string, path: string, from: number): Operation | undefined {
  if (from >= path.length) return node.operations.find((operation) => operation.method === method);
  const slash = path.indexOf('/', from);
  const end = slash < 0 ? path.length : slash;
  const segment = path.slice(from, end);
  const below = (next: Node | undefined) => next && walk(next, method, path, end + 1);
  return below(node.segments.get(segment)) ?? (/^\.{0,2}$/.test(segment) ? undefined : below(node.placeholder));
}

function readPaths(): Node {
  const top = newNode();
  for (const operation of listOperations()) {
    let node = top;
    for (const segment of operation.path.slice(1).split('/')) {
      if (segment.startsWith('{')) node = node.placeholder ??= newNode();
      else {
        const next = node.segments.get(segment) ?? newNode();
        node.segments.set(segment, next);
        node = next;
      }
    }
    node.operations.push(operation);
  }
  return top;
}

const newNode = (): Node => ({ segments: new Map(), operations: [] });
