import { signTestWebhook } from '../../webhooks/sign-test-webhook.js';
import type { Fetch } from '../../webhooks/sns.js';
import type { WireRequest, WireResponse } from '../wire.js';

/** Path under which a fake that listens stands in for the hosts of SNS. */
const SNS_PATH = '/sns/';

/** The topic of the fake's messages, unless `deliverTo()` names another. */
export const TEST_TOPIC = 'arn:aws:sns:ap-southeast-2:000000000000:kobble-test';

/** What a webhook handler needs to trust a fake: its topic, and a `fetch` that vouches for its certificate. */
export interface FakeWebhookTrust {
  readonly topicArns: readonly string[];
  readonly fetch: Fetch;
}

/**
 * Returns what a webhook handler in another process needs to trust a fake that listens at this URL, which serves its
 * certificate, and takes confirmations, below `/sns/`.
 *
 * @example createWebhookHandler({ ...trustFake('http://127.0.0.1:4011'), onEvent })
 */
export const trustFake = (url: string): FakeWebhookTrust => ({
  topicArns: [TEST_TOPIC],
  fetch: (address, init) => {
    const { pathname, search } = new URL(address);
    return globalThis.fetch(new URL(SNS_PATH + pathname.slice(1) + search, url), init);
  },
});

/** Stands in for the hosts of Amazon SNS: serves the certificate, and takes confirmations. */
export class SnsStandIn {
  readonly #callbacks = new Map<string, () => void>();

  readonly trust: FakeWebhookTrust = {
    topicArns: [TEST_TOPIC],
    fetch: async (address, init) => {
      const { searchParams } = new URL(address);
      if (searchParams.get('Action') !== 'ConfirmSubscription') return signTestWebhook().fetch(address, init);
      const callback = this.#callbacks.get(searchParams.get('Token') ?? '');
      callback?.();
      return new Response(null, { status: callback === undefined ? 404 : 200 });
    },
  };

  /** Calls back when a subscription is confirmed with this token, each time. */
  onConfirm(token: string, callback: () => void): void {
    this.#callbacks.set(token, callback);
  }

  /** Serves the same over HTTP. Undefined: the request is for another path. */
  async serve({ method, path }: WireRequest): Promise<WireResponse | undefined> {
    if (method !== 'GET' || !path.startsWith(SNS_PATH)) return undefined;
    const response = await this.trust.fetch(`https://sns.invalid/${path.slice(SNS_PATH.length)}`, {});
    const headers = { 'content-type': 'text/plain; charset=utf-8' };
    return { status: response.status, headers, body: await response.text() };
  }
}
