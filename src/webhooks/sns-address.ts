import { WebhookError } from './webhook-error.js';

const REGION = '[a-z]{2}(?:-[a-z]+)+-[0-9]{1,2}';
const TOPIC_ARN = new RegExp(`^arn:(aws|aws-cn):sns:(${REGION}):[0-9]{12}:[A-Za-z0-9_-]{1,256}(?:\\.fifo)?$`);
const HOST = `sns\\.${REGION}\\.amazonaws\\.com(?:\\.cn)?`;
/** The whole text is matched, before any URL parser sees it: no port, user info, query, fragment, escape or `..` fits. */
const CERTIFICATE_URL = new RegExp(`^https://(${HOST})/SimpleNotificationService-[0-9a-f]{1,128}\\.pem$`);
const SUBSCRIBE_URL = new RegExp(`^https://(${HOST})/\\?([\\x21\\x22\\x24-\\x7e]+)$`);

/** The host that speaks for a topic, from the topic's own partition and region; undefined where that is no topic's ARN. */
export function hostOfTopic(topicArn: string): string | undefined {
  const [, partition, region] = TOPIC_ARN.exec(topicArn) ?? [];
  if (region === undefined) return undefined;
  const chinese = region.startsWith('cn-');
  if (chinese !== (partition === 'aws-cn')) return undefined;
  return `sns.${region}.amazonaws.com${chinese ? '.cn' : ''}`;
}

/**
 * Throws unless SNS keeps certificates at this address, in the region of the topic. The shape of the region matters:
 * `sns.s3.amazonaws.com` is a bucket that anyone could have made.
 */
export function checkCertificateUrl(url: string, topicHost: string): void {
  const host = CERTIFICATE_URL.exec(url)?.[1];
  if (host === undefined) throw new WebhookError('certificate_url_not_allowed');
  if (host !== topicHost) throw new WebhookError('certificate_region_mismatch');
}

/** Throws unless a visit to this address confirms this topic, with this token, at SNS itself. */
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
