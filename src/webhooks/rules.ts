import { optionError, ownCopy } from '../checks.js';
import { hostOfTopic, type Fetch } from './sns.js';

const HOUR_MS = 60 * 60 * 1_000;

/** Options of {@link verifyWebhook} and {@link createWebhookHandler} that say which messages to trust. */
export interface WebhookTrust {
  /**
   * The SNS topics that events may come from; Kobble tells you theirs. Required: anyone can have SNS sign messages of a
   * topic of their own.
   */
  topicArns: readonly string[];
  /**
   * Age in milliseconds above which a message is refused, by its `Timestamp`. Default: one hour, since SNS delivers late
   * messages again; `Infinity` turns the check off, for messages of a dead-letter queue. A timestamp may be 5 minutes in
   * the future.
   */
  maxAgeMs?: number | undefined;
  /** Returns the time in milliseconds since 1970. Default: `Date.now`. */
  now?: (() => number) | undefined;
  /** Fetches certificates and confirms subscriptions. Default: the platform's `fetch`. */
  fetch?: Fetch | undefined;
}

/** {@link WebhookTrust}, checked and complete. */
export interface Rules {
  /** Host of SNS by topic. */
  readonly topics: ReadonlyMap<string, string>;
  readonly maxAgeMs: number;
  readonly now: () => number;
  readonly fetch: Fetch;
}

/** Checks the options and adds the defaults. They are not typed here: callers may write JavaScript. */
export function readRules(options: Partial<WebhookTrust> | undefined): Rules {
  const { topicArns, maxAgeMs = HOUR_MS, now = Date.now, fetch = globalThis.fetch } = ownCopy(options ?? {});
  if (!Array.isArray(topicArns) || topicArns.length === 0) {
    throw optionError('topicArns', 'is required: list the SNS topics that may send events');
  }
  const topics = new Map(topicArns.map((arn: unknown) => [String(arn), hostOf(arn)]));
  if (typeof maxAgeMs !== 'number' || !(maxAgeMs > 0)) {
    throw optionError('maxAgeMs', 'must be a positive number of milliseconds');
  }
  if (typeof now !== 'function') throw optionError('now', 'must be a function');
  if (typeof fetch !== 'function') throw optionError('fetch', 'must be a function');
  return { topics, maxAgeMs, now, fetch };
}

function hostOf(arn: unknown): string {
  const host = typeof arn === 'string' ? hostOfTopic(arn) : undefined;
  if (host === undefined) throw optionError('topicArns', 'must contain ARNs of SNS topics only');
  return host;
}
