import type { Fetch } from './calls.js';

const TIMEOUT_MS = 30_000;
const MAX_BYTES = 10 * 1024 * 1024;

/** Sends a call as a careful caller writes it by hand: with a signal, a timer, no redirects, and a bound for the body. */
export async function withSameDuties(fetch: Fetch, url: string, init: RequestInit): Promise<unknown> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), TIMEOUT_MS);
  try {
    const response = await fetch(url, { ...init, redirect: 'manual', signal: controller.signal });
    if (!response.ok) throw new Error(`the server answered ${response.status}`);
    return JSON.parse(await readText(response)) as unknown;
  } finally {
    clearTimeout(timer);
  }
}

async function readText({ body }: Response): Promise<string> {
  const reader = body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let length = 0;
  for (let part = await reader?.read(); part?.done === false; part = await reader?.read()) {
    length += part.value.byteLength;
    if (length > MAX_BYTES) throw new Error('the response is too large');
    text += decoder.decode(part.value, { stream: true });
  }
  return text + decoder.decode();
}
