import { EVIDENCE } from '../lib/contract.js';
import type { Level, Rating, RedoclyChange } from './redocly-diff.js';
import type { Side } from './uses.js';

/** Rates a change of an `x-` mark. Marks that only tell where a fact is from are of no level. */
export function rateMark({ property = '', base, revision }: RedoclyChange, side: Side): Rating {
  const [before, after] = [base?.value, revision?.value];
  switch (property) {
    case 'x-evidence':
    case 'x-required-evidence':
      return evidence(before, after);
    case 'x-retry':
      return retry(before, after);
    case 'x-sensitive':
      return after === true
        ? { level: 'minor', text: 'is now a secret: logs and errors mask it' }
        : { level: 'major', text: 'is no longer a secret: logs and errors show it' };
    case 'x-client-supplied':
      return after === true
        ? { level: 'minor', text: 'is now supplied by the client' }
        : { level: 'major', text: 'is no longer supplied by the client' };
    case 'x-more-fields':
      if (side === 'request')
        return { level: 'patch', text: `${after === true ? 'now' : 'no longer'} may take fields that are not listed` };
      return after === true
        ? { level: 'minor', text: 'now has fields that are not listed' }
        : { level: 'major', text: 'no longer has fields that are not listed' };
    case 'x-method':
      return { level: 'major', text: `has another method: ${words(before)}, now ${words(after)}` };
    case 'x-known-values':
      return { level: 'patch', text: 'has other values that editors suggest' };
    case 'x-status':
      return { level: 'patch', text: `has another label: ${words(before)}, now ${words(after)}` };
    default:
      return { level: 'none', text: `has another ${property}` };
  }
}

/** A part without a mark has the evidence of the part that contains it, which is at least as sure. */
function evidence(before: unknown, after: unknown): Rating {
  const rank = (word: unknown) => EVIDENCE.findIndex((known) => known === (word ?? EVIDENCE[0]));
  const change = `${words(before)}, now ${words(after)}`;
  if (rank(after) <= rank(before)) return { level: 'patch', text: `is surer: ${change}` };
  return { level: 'minor', text: `is less sure: ${change}` };
}

/** Without its key, an operation no longer takes the option `idempotencyKey`, and a repeat can double its effect. */
function retry(before: unknown, after: unknown): Rating {
  const level: Level = before === 'keyed' ? 'major' : 'minor';
  return { level, text: `has another retry class: ${words(before)}, now ${words(after)}` };
}

const words = (value: unknown): string => (typeof value === 'string' ? value : 'no mark');
