const MOST_BYTES = 5_000_000;
const MOST_REDIRECTS = 3;

/** What a request for a page gave. */
export interface FetchedText {
  readonly text: string;
  /** Why it is no page; absent if it is one. */
  readonly problem?: string;
  readonly isUnchanged?: boolean;
  readonly etag?: string | undefined;
  readonly modified?: string | undefined;
}

export interface Validators {
  readonly etag?: string | undefined;
  readonly modified?: string | undefined;
}

/**
 * Fetches a text of at most 5 MB. What is HTML, empty or an error is no page, and neither is what a redirect to another
 * host leads to, which is not followed.
 */
export async function fetchText(
  url: URL,
  { timeout, validators = {} }: { readonly timeout: number; readonly validators?: Validators | undefined },
): Promise<FetchedText> {
  try {
    return await follow(url, url, validators, AbortSignal.timeout(timeout), 0);
  } catch (error) {
    const isSlow = error instanceof Error && error.name === 'TimeoutError';
    return none(isSlow ? `it took longer than ${Math.round(timeout / 1_000)} s` : 'the connection failed');
  }
}

const none = (problem: string): FetchedText => ({ text: '', problem });

async function follow(
  url: URL,
  first: URL,
  { etag, modified }: Validators,
  signal: AbortSignal,
  redirects: number,
): Promise<FetchedText> {
  const headers = {
    accept: 'text/markdown, text/plain;q=0.9',
    ...(etag !== undefined && { 'if-none-match': etag }),
    ...(modified !== undefined && { 'if-modified-since': modified }),
  };
  const response = await fetch(url, { headers, redirect: 'manual', credentials: 'omit', signal });
  const location = response.headers.get('location');
  if (response.status >= 300 && response.status < 400 && response.status !== 304) {
    await response.body?.cancel();
    const target = location !== null && URL.canParse(location, url) ? new URL(location, url) : undefined;
    if (target?.origin !== first.origin) return none('it redirects to another host');
    return redirects < MOST_REDIRECTS
      ? follow(target, first, { etag, modified }, signal, redirects + 1)
      : none('it redirects too often');
  }
  if (response.status === 304) return { text: '', isUnchanged: true };
  return readResponse(response);
}

async function readResponse(response: Response): Promise<FetchedText> {
  const type = response.headers.get('content-type') ?? 'text/plain';
  if (response.status !== 200) {
    await response.body?.cancel();
    return none(`the status is ${response.status}`);
  }
  if (!/^text\/(markdown|plain|x-markdown)\b/.test(type)) {
    await response.body?.cancel();
    return none(/html/.test(type) ? 'it is HTML' : 'it is neither Markdown nor text');
  }
  const text = await readBounded(response);
  if (text === undefined) return none('it is larger than 5 MB');
  if (text.trim() === '') return none('it is empty');
  return {
    text,
    etag: response.headers.get('etag') ?? undefined,
    modified: response.headers.get('last-modified') ?? undefined,
  };
}

/** Returns the body, or undefined if it is too large: the rest is not read. */
async function readBounded(response: Response): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  const reader = response.body?.getReader();
  for (let part = await reader?.read(); part?.done === false; part = await reader?.read()) {
    bytes += part.value.byteLength;
    if (bytes > MOST_BYTES) {
      await reader?.cancel();
      return undefined;
    }
    chunks.push(part.value);
  }
  return Buffer.concat(chunks).toString('utf8');
}
