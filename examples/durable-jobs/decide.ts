import { isKobbleError, type KobbleError } from 'kobble-client';
import { AskPerson, LookAgain } from './once.js';

/** What a queue does after a job failed. It waits for `afterMs` before it runs the job again. */
export type Decision =
  | { readonly do: 'retry'; readonly afterMs: number }
  /** Running it again finds out whether the step was carried out, once its request can no longer be on its way. */
  | { readonly do: 'look'; readonly afterMs: number }
  /** Running it again would fail again: a person corrects it first. */
  | { readonly do: 'stop' };

const BACKOFF_MS = 1_000;
const MAX_BACKOFF_MS = 300_000;

/**
 * Decides by the `outcome` of an error. What is not of this library, such as a lost database, is retried. The wait is
 * as long as the server asks for, and at least 1 s, doubled by each of the `failures` before this one, up to 5 minutes.
 */
export function decide(error: unknown, failures = 0): Decision {
  if (error instanceof LookAgain) return { do: 'look', afterMs: Math.max(BACKOFF_MS, error.afterMs) };
  if (error instanceof AskPerson) return { do: 'stop' };
  const backoffMs = Math.min(MAX_BACKOFF_MS, BACKOFF_MS * 2 ** failures);
  if (!isKobbleError(error)) return { do: 'retry', afterMs: backoffMs };
  if (needsPerson(error)) return { do: 'stop' };
  const isInDoubt = error.outcome === 'unknown' && error.idempotencyKey === undefined;
  return { do: isInDoubt ? 'look' : 'retry', afterMs: Math.max(backoffMs, error.retryAfterMs ?? 0) };
}

/** Returns true for a mistake of the job or its settings: its call, the client secret, the scope, the token host. */
function needsPerson(error: KobbleError): boolean {
  const { name, code, outcome } = error;
  if (code === 'client_closed' || code === 'aborted') return false; // a deploy: the next process goes on
  if (name === 'ConfigError') return true;
  if (outcome !== 'rejected' && (outcome !== 'not-sent' || code !== 'token_unavailable')) return false;
  return !mayPass('status' in error ? Number(error.status) : 0);
}

/** Returns true for a status that passes by itself. 0 is no response; without a token it is the token endpoint's. */
const mayPass = (status: number): boolean => [0, 408, 425, 429].includes(status) || status >= 500;
