import { UnreadablePage } from './model.js';

const MOST_BYTES = 5_000_000;
const MOST_REDIRECTS = 3;

/** What a server needs to know if a page has changed. */
export interface Validators {
  readonly etag?: string | undefined;
  readonly modified?: string | undefined;
}

/** A text that was fetched. */
export interface FetchedText extends Validators {
  readonly text: string;
}

/**
 * Fetches a text of at most 5 MB; undefined if it is as the validators have it. A redirect to another host is not followed.
 *
 * @throws UnreadablePage if it is none: HTML, empty, an error.
 */
export async function fetchText(url: URL, timeout: number, known: Validators = {}): Promise<FetchedText | undefined> {
  const headers = {
    accept: 'text/markdown, text/plain;q=0.9',
    ...(known.etag !== undefined && { 'if-none-match': known.etag }),
    ...(known.modified !== undefined && { 'if-modified-since': known.modified }),
  };
  const signal = AbortSignal.timeout(timeout);
  try {
    let target = url;
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
      const response = await fetch(target, { headers, redirect: 'manual', credentials: 'omit', signal });
      const { status } = response;
      if (status === 304) return undefined;
      if (status < 300 || status >= 400) return await readResponse(response);
      await response.body?.cancel();
      const location = response.headers.get('location') ?? '';
      if (location === '' || !URL.canParse(location, target) || new URL(location, target).origin !== url.origin)
        throw new UnreadablePage('it redirects to another host');
      target = new URL(location, target);
    }
    throw new UnreadablePage('it redirects too often');
  } catch (error) {
    if (error instanceof UnreadablePage) throw error;
    const isSlow = error instanceof Error && error.name === 'TimeoutError';
    throw new UnreadablePage(isSlow ? `it took longer than ${Math.round(timeout / 1_000)} s` : 'the connection failed');
  }
}

async function readResponse({ status, headers, body }: Response): Promise<FetchedText> {
  const type = headers.get('content-type') ?? 'text/plain';
  const isText = /^text\/(markdown|plain|x-markdown)\b/.test(type);
  if (status !== 200 || !isText) await body?.cancel();
  if (status !== 200) throw new UnreadablePage(`the status is ${status}`);
  if (!isText) throw new UnreadablePage(/html/.test(type) ? 'it is HTML' : 'it is neither Markdown nor text');
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  const reader = body?.getReader();
  for (let part = await reader?.read(); part?.done === false; part = await reader?.read()) {
    bytes += part.value.byteLength;
    chunks.push(part.value);
    if (bytes > MOST_BYTES) await reader?.cancel(); // the rest is not read
    if (bytes > MOST_BYTES) throw new UnreadablePage('it is larger than 5 MB');
  }
  const text = Buffer.concat(chunks).toString('utf8');
  if (text.trim() === '') throw new UnreadablePage('it is empty');
  return { text, etag: headers.get('etag') ?? undefined, modified: headers.get('last-modified') ?? undefined };
}
