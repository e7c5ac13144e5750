import { reasonOf } from '../errors/foreign.js';
import { systemClock, withTimeLimit, type Cancellation } from '../time.js';
import { WebhookError, type WebhookErrorCode } from './webhook-error.js';

/** Function that sends a request, given a URL string and a plain init. The platform's `fetch` is one. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

const TIMEOUT_MS = 5_000;

/** Statuses by which a server says that there is nothing at an address. S3 and its like say 403. */
const UNKNOWN_STATUSES = [403, 404, 410];

/** Codes of the error for a request that failed, and for an address that SNS does not know. */
export interface FailureCodes {
  readonly failed: WebhookErrorCode;
  readonly unknown: WebhookErrorCode;
}

/** Sends a GET that follows no redirect and takes 5 s at most, body included. Any status but 200 is an error. */
export async function fetchFromSns<T>(
  url: string,
  fetch: Fetch,
  { failed, unknown }: FailureCodes,
  read: (body: Response['body']) => Promise<T>,
): Promise<T> {
  try {
    const get = async (cancellation: Cancellation) => {
      const { signal } = cancellation;
      // No `credentials`: workerd refused the name before 2025, and servers keep no cookies.
      const response = await fetch(url, { method: 'GET', redirect: 'manual', signal });
      if (response.status === 200 && !response.redirected) return read(response.body);
      response.body?.cancel().catch(() => {}); // it is refused either way
      const code = UNKNOWN_STATUSES.includes(response.status) ? unknown : failed;
      throw new WebhookError(code, `status ${response.status}`);
    };
    const onTimeout = () => new WebhookError(failed, 'no response in 5 s');
    return await withTimeLimit(get, { clock: systemClock, ms: TIMEOUT_MS, onTimeout });
  } catch (error) {
    if (error instanceof WebhookError) throw error;
    throw new WebhookError(failed, reasonOf(error));
  }
}

/** Public partitions of AWS: the beginning of their regions and the end of their hosts. Each other region is of `aws`. */
const PARTITIONS = [
  { name: 'aws-cn', regions: 'cn-', suffix: 'amazonaws.com.cn' },
  { name: 'aws-us-gov', regions: 'us-gov-', suffix: 'amazonaws.com' },
  { name: 'aws-eusc', regions: 'eusc-', suffix: 'amazonaws.eu' },
  { name: 'aws', regions: '', suffix: 'amazonaws.com' },
] as const;

const REGION = '(?:[a-z]{2}|eusc)(?:-[a-z]+)+-[0-9]{1,2}';
const TOPIC_ARN = new RegExp(`^arn:([a-z-]+):sns:(${REGION}):[0-9]{12}:[A-Za-z0-9_-]{1,256}(?:\\.fifo)?$`);
const HOST = `sns\\.${REGION}\\.amazonaws\\.(?:com|com\\.cn|eu)`;
/** Matches the whole text before any URL parser sees it: no port, user info, query, fragment, escape or `..` fits. */
const CERTIFICATE_URL = new RegExp(`^https://(${HOST})/SimpleNotificationService-[0-9a-f]{1,128}\\.pem$`);
const SUBSCRIBE_URL = new RegExp(`^https://(${HOST})/\\?([\\x21\\x22\\x24-\\x7e]+)$`);

/** Returns the host of SNS for a topic, from the partition and region of the topic; undefined if it is not a topic's ARN. */
export function hostOfTopic(topicArn: string): string | undefined {
  const [, partition, region] = TOPIC_ARN.exec(topicArn) ?? [];
  if (region === undefined) return undefined;
  const { name, suffix } = partitionOf(region);
  return name === partition ? `sns.${region}.${suffix}` : undefined;
}

/** Returns the partition of a region. */
export const partitionOf = (region: string): (typeof PARTITIONS)[number] =>
  PARTITIONS.find(({ regions }) => region.startsWith(regions)) ?? PARTITIONS[3];

/**
 * Throws unless SNS keeps certificates at this address, in the region of the topic. The form of the region matters:
 * `sns.s3.amazonaws.com` is a bucket that anyone could have made.
 */
export function checkCertificateUrl(url: string, topicHost: string): void {
  const host = CERTIFICATE_URL.exec(url)?.[1];
  if (host === undefined) throw new WebhookError('certificate_url_not_allowed');
  if (host !== topicHost) throw new WebhookError('certificate_region_mismatch');
}

/** Throws unless a GET to this address confirms this topic, with this token, at SNS itself. */
export function checkSubscribeUrl(url: string, topicHost: string, topicArn: string, token: string): void {
  const [, host, query] = SUBSCRIBE_URL.exec(url) ?? [];
  if (host !== topicHost) throw new WebhookError('subscribe_url_not_allowed', 'its host');
  const parameters = new URLSearchParams(query);
  const wanted = { Action: 'ConfirmSubscription', TopicArn: topicArn, Token: token };
  for (const [name, value] of Object.entries(wanted)) {
    const values = parameters.getAll(name);
    if (values.length !== 1 || values[0] !== value) throw new WebhookError('subscribe_url_not_allowed', `its ${name}`);
  }
}
