import type { Evidence } from '../lib/contract.js';

const MEANING: Record<Exclude<Evidence, 'documented'>, string> = {
  example: 'seen only in a sample',
  inferred: 'no page shows it',
  unknown: 'it has a name, and no more is known',
};

/** A part of the contract that can say how sure it is. */
export interface Described {
  readonly description?: unknown;
  readonly 'x-evidence'?: unknown;
  readonly 'x-evidence-note'?: unknown;
}

/** Returns the description of a part, and below it how sure the part is unless a page documents it. */
export function describe(part: Described): string {
  return [part.description, evidenceLine(part)]
    .filter((text) => typeof text === 'string')
    .map((text) => text.trim())
    .join('\n\n');
}

function evidenceLine({ 'x-evidence': evidence, 'x-evidence-note': note }: Described): string | undefined {
  if (typeof evidence !== 'string' || evidence === 'documented') return undefined;
  const meaning = MEANING[evidence as keyof typeof MEANING];
  return `Evidence: ${evidence} (${meaning}).${typeof note === 'string' ? ` ${note.trim()}` : ''}`;
}
