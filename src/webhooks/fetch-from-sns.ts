import { systemClock, withTimeLimit, type Cancellation } from '../time.js';
import { WebhookError, type WebhookErrorCode } from './webhook-error.js';

/** What sends a request: it is given a URL string and a plain init. The platform's `fetch` is one. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

const TIMEOUT_MS = 5_000;

/** A GET that follows no redirect and takes 5 s at most, its body included; anything but a 200 is an error of this code. */
export async function fetchFromSns<T>(
  url: string,
  fetch: Fetch,
  code: WebhookErrorCode,
  read: (body: Response['body']) => Promise<T>,
): Promise<T> {
  try {
    const get = async (cancellation: Cancellation) => {
      const { signal } = cancellation;
      const response = await fetch(url, { method: 'GET', redirect: 'manual', credentials: 'omit', signal });
      if (response.status === 200 && !response.redirected) return read(response.body);
      response.body?.cancel().catch(() => undefined); // it is refused either way
      throw new WebhookError(code, `status ${response.status}`);
    };
    const onTimeout = () => new WebhookError(code, 'no response in 5 s');
    return await withTimeLimit(get, { clock: systemClock, ms: TIMEOUT_MS, onTimeout });
  } catch (error) {
    if (error instanceof WebhookError) throw error;
    // Not as the cause: what fetch throws may quote the URL, and the SubscribeURL is a secret.
    throw new WebhookError(code, error instanceof Error ? error.name : 'not an Error');
  }
}
