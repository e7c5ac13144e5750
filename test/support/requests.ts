// A client whose requests are recorded and answered by the replies of a test.
import { createKobbleClient, type KobbleClient, type KobbleClientOptions } from '../../src/index.js';
import { json, token, type Reply, type Sent } from './replies.js';

export const BASE_URL = 'https://api.kobble.test';
export const SECRET = 'S3cr3t-of-the-client';
export const CREDENTIALS = { baseUrl: BASE_URL, clientId: 'client-1', clientSecret: SECRET, scope: 'client/read' };
export const UUID_V4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Options of the client, and the replies to its requests. */
export interface Setup extends Omit<KobbleClientOptions, 'fetch'> {
  /** Replies to calls of the API. Default: a JSON object with an `id`. */
  api?: Reply;
  /** Replies to token requests. Default: `token-1`, `token-2`…, valid for an hour. */
  tokens?: Reply;
}

/** A client and the requests that it sent. */
export interface Stage {
  readonly kobble: KobbleClient;
  /** Requests to the API, in the order they were sent. */
  readonly sent: Sent[];
  readonly tokenRequests: Sent[];
}

/** Creates a client on a `fetch` that records each request and answers it; nothing leaves the process. */
export function setUp({ api, tokens, ...options }: Setup = {}): Stage {
  const sent: Sent[] = [];
  const tokenRequests: Sent[] = [];
  const answerToken = tokens ?? ((_, index) => token(`token-${index + 1}`, 3600));
  const answerCall = api ?? (() => json({ id: 'card-1' }));
  const fetch = async (url: string, init: RequestInit): Promise<Response> => {
    const isToken = url.endsWith('/oauth2/token');
    const list = isToken ? tokenRequests : sent;
    const { method = 'GET', body, signal, redirect } = init;
    const request: Sent = {
      url,
      method,
      headers: init.headers as Record<string, string>, // the client gives a plain object
      body: typeof body === 'string' ? body : undefined,
      signal: signal ?? new AbortController().signal,
      redirect,
      at: performance.now(),
    };
    list.push(request);
    return (isToken ? answerToken : answerCall)(request, list.length - 1);
  };
  const own = options.token === undefined ? CREDENTIALS : { baseUrl: BASE_URL };
  const kobble = createKobbleClient({ ...own, logLevel: 'off', ...options, fetch });
  return { kobble, sent, tokenRequests };
}
