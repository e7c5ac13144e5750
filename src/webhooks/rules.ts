import type { Fetch } from './fetch-from-sns.js';
import { hostOfTopic } from './sns-address.js';

const HOUR_MS = 60 * 60 * 1_000;

/** What {@link verifyWebhook} and {@link createWebhookHandler} trust. */
export interface WebhookTrust {
  /**
   * The SNS topics that events may come from, as Kobble names them to you. Required: anyone can have SNS sign messages
   * of a topic of their own.
   */
  topicArns: readonly string[];
  /**
   * The oldest `Timestamp` that is taken, in milliseconds. Default: one hour, since SNS delivers late messages again;
   * `Infinity` turns the check off. A timestamp may be 5 minutes in the future.
   */
  maxAgeMs?: number | undefined;
  /** The time, in milliseconds since 1970. Default: `Date.now`. */
  now?: (() => number) | undefined;
  /** What fetches certificates and visits the SubscribeURL. Default: the platform's `fetch`. */
  fetch?: Fetch | undefined;
}

/** {@link WebhookTrust}, checked and complete. */
export interface Rules {
  /** Topic to host. */
  readonly topics: ReadonlyMap<string, string>;
  readonly maxAgeMs: number;
  readonly now: () => number;
  readonly fetch: Fetch;
}

/** Throws a `TypeError` that names the option where one is wrong. Options are not typed here: callers may write JavaScript. */
export function rulesOf(options: Partial<WebhookTrust> | undefined): Rules {
  const { topicArns, maxAgeMs = HOUR_MS, now = Date.now, fetch = globalThis.fetch } = options ?? {};
  if (!Array.isArray(topicArns) || topicArns.length === 0) {
    wrong('topicArns is required: list the SNS topics that may send events');
  }
  const topics = new Map(topicArns.map((arn: unknown) => [String(arn), hostOf(arn)]));
  if (typeof maxAgeMs !== 'number' || !(maxAgeMs > 0)) wrong('maxAgeMs is not a positive number of milliseconds');
  if (typeof now !== 'function') wrong('now is not a function');
  if (typeof fetch !== 'function') wrong('fetch is not a function');
  return { topics, maxAgeMs, now, fetch };
}

function hostOf(arn: unknown): string {
  return (typeof arn === 'string' ? hostOfTopic(arn) : undefined) ?? wrong('topicArns holds what is no ARN of a topic');
}

function wrong(what: string): never {
  throw new TypeError(`kobble-client: ${what}`);
}
