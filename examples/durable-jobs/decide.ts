import { isKobbleError } from 'kobble-client';
import { AskPerson, LookAgain } from './once.js';

/** What a queue does after a job failed. `afterMs` is at least so long a wait. */
export type Decision =
  | { readonly do: 'retry'; readonly afterMs: number }
  /** Running it again finds out whether the step was carried out, once its request can no longer be on its way. */
  | { readonly do: 'look'; readonly afterMs: number }
  /** Running it again would fail again: a person corrects it first. */
  | { readonly do: 'stop' };

/** Decides by the `outcome` of an error. What is not of this library, such as a lost database, is retried. */
export function decide(error: unknown): Decision {
  if (error instanceof LookAgain) return { do: 'look', afterMs: error.afterMs };
  if (error instanceof AskPerson) return { do: 'stop' };
  if (!isKobbleError(error)) return { do: 'retry', afterMs: 0 };
  const afterMs = error.retryAfterMs ?? 0;
  if (error.code === 'rate_limited') return { do: 'retry', afterMs };
  if (error.outcome === 'unknown') return { do: error.idempotencyKey === undefined ? 'look' : 'retry', afterMs };
  if (error.outcome === 'rejected' || error.name === 'ConfigError') return { do: 'stop' };
  const isRefused = 'status' in error && (error.status === 400 || error.status === 401); // the client secret is wrong
  if (error.code === 'token_unavailable' && isRefused) return { do: 'stop' };
  return { do: 'retry', afterMs };
}
