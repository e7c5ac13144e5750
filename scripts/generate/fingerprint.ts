import { createHash } from 'node:crypto';
import { isObject } from '../../src/checks.js';
import type { Contract } from '../lib/contract.js';

/** Parts of a contract that are words for readers, sources of facts, or samples. */
const WORDS = new Set([
  ...['description', 'summary', 'title', 'externalDocs', 'example', 'examples', 'info'],
  ...['x-evidence-note', 'x-source', 'x-displayName', 'x-meaning', 'x-page-says'],
]);

/** Returns a hash of the facts of a contract. It does not depend on its words, and not on the order of names. */
export const fingerprintOf = (contract: Contract): string =>
  createHash('sha256')
    .update(JSON.stringify(factsOf(contract)))
    .digest('hex')
    .slice(0, 12);

function factsOf(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(factsOf);
  if (!isObject(part)) return part;
  const names = Object.keys(part).filter((name) => !WORDS.has(name));
  return Object.fromEntries(names.sort().map((name) => [name, factOf(name, part[name])]));
}

/** The names of fields and schemas are the API's, also if they are such words; of several methods, the names count. */
function factOf(name: string, value: unknown): unknown {
  if (name === 'x-method' && isObject(value)) return Object.keys(value).sort();
  if ((name !== 'properties' && name !== 'schemas') || !isObject(value)) return factsOf(value);
  return Object.entries(value)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([field, schema]) => [field, factsOf(schema)]);
}
