import type { Evidence } from './contract.js';

/** Redoc's names of colours, which suit its light and its dark page. */
const COLOURS: Readonly<Record<Evidence, string>> = {
  documented: 'success',
  observed: 'success',
  example: 'processing',
  inferred: 'warning',
  unknown: 'error',
};

interface Part {
  readonly 'x-evidence'?: Evidence;
  readonly properties?: Readonly<Record<string, Part>>;
}

/**
 * Returns a copy of a bundled contract whose operations, parameters and fields have the badge of their evidence, which
 * Redoc shows beside their names (`x-badges`). A field without a mark has the evidence of its schema.
 */
export function withBadges<T>(contract: T): T {
  return mark(contract, undefined) as T;
}

function mark(part: unknown, inherited: Evidence | undefined): unknown {
  if (Array.isArray(part)) return part.map((item) => mark(item, inherited));
  if (!isPart(part)) return part;
  const evidence = part['x-evidence'] ?? inherited;
  const copy: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(part)) {
    if (name === 'example' || name === 'examples') copy[name] = value;
    else if (name === 'properties') copy[name] = markFields(value as Readonly<Record<string, Part>>, evidence);
    else copy[name] = mark(value, name === 'schema' || name === 'components' ? undefined : evidence);
  }
  const hasName = 'operationId' in part || 'in' in part;
  return hasName && evidence ? { ...copy, 'x-badges': badgesOf(evidence) } : copy;
}

const markFields = (fields: Readonly<Record<string, Part>>, inherited: Evidence | undefined) =>
  Object.fromEntries(
    Object.entries(fields).map(([name, field]) => {
      const evidence = field['x-evidence'] ?? inherited;
      return [name, { ...(mark(field, inherited) as object), ...(evidence && { 'x-badges': badgesOf(evidence) }) }];
    }),
  );

const badgesOf = (evidence: Evidence) => [{ name: evidence, color: COLOURS[evidence] }];

const isPart = (part: unknown): part is Part => typeof part === 'object' && part !== null;
