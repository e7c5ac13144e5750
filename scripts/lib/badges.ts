import { annotated } from './annotated.js';
import type { Evidence } from './contract.js';

/** Redoc's names of colours, which suit its light and its dark page. */
const COLOURS: Readonly<Record<Evidence, string>> = {
  documented: 'success',
  observed: 'success',
  example: 'processing',
  inferred: 'warning',
  unknown: 'error',
};

/**
 * Returns a copy of a bundled contract whose operations, parameters and fields have the badge of their evidence, which
 * Redoc shows beside their names (`x-badges`). A field without a mark has the evidence of its schema.
 */
export const withBadges = <T>(contract: T): T =>
  annotated(contract, (part, copy, { owner, evidence: inherited }) => {
    const evidence = (part['x-evidence'] as Evidence | undefined) ?? inherited; // the linter checks it
    const hasName = owner !== undefined || 'operationId' in part || 'in' in part;
    return hasName && evidence ? { ...copy, 'x-badges': [{ name: evidence, color: COLOURS[evidence] }] } : copy;
  });
