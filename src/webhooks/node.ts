import { ownCopy, PREFIX } from '../checks.js';
import { reasonOf } from '../errors/foreign.js';
import type { Logger } from '../hooks.js';
import type { WebhookHandler } from './handler.js';
import { safeLogger } from './log.js';
import { WebhookError } from './webhook-error.js';

/** The members of a `node:http` request (Express's is one) that {@link toNodeHandler} uses. */
export interface NodeRequest {
  readonly method?: string | undefined;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** True once the request has been read from, most often by a body parser. */
  readonly readableDidRead?: boolean | undefined;
  /** True once the request has ended, completely or not. */
  readonly destroyed?: boolean | undefined;
  /** The encoding of `setEncoding`. Chunks are then text. */
  readonly readableEncoding?: string | null | undefined;
  /** The raw body, if a framework kept it: Firebase, Nest (option `rawBody`), or `verify` of `express.json()`. */
  readonly rawBody?: unknown;
  /** The result of a body parser. */
  readonly body?: unknown;
  on(event: 'data', listener: (chunk: Uint8Array | string) => void): unknown;
  on(event: 'end' | 'error' | 'close', listener: () => void): unknown;
  pause(): unknown;
  resume(): unknown;
}

/** The members of a `node:http` response that {@link toNodeHandler} uses. */
export interface NodeResponse {
  statusCode: number;
  /** True once an answer has begun, most often by a middleware that gave up waiting. */
  readonly headersSent?: boolean | undefined;
  setHeader(name: string, value: string): unknown;
  end(body: Uint8Array): unknown;
}

/** Options of {@link toNodeHandler}. */
export interface NodeHandlerOptions {
  /** Receives the failures, at `error`. Default: `console`. */
  logger?: Pick<Logger, 'error'> | undefined;
}

/**
 * Converts a webhook handler into one for `node:http` and Express.
 *
 * The signature is over the raw body. A plain `express.json()` does no harm, since SNS sends `text/plain` unless it was
 * told to send JSON; neither do `express.text()` and `express.raw()`, whose result is used, nor a framework that keeps the
 * body as `request.rawBody`. A parser that has read it as JSON leaves nothing to verify: mount the webhook before it. Until
 * then the answer is 500, and the log says why, once.
 *
 * @example
 * app.post('/webhooks/kobble', toNodeHandler(createWebhookHandler({ topicArns, onEvent })));
 * http.createServer(toNodeHandler(createWebhookHandler({ topicArns, onEvent }))).listen(8080);
 */
export function toNodeHandler(
  handler: WebhookHandler,
  options: NodeHandlerOptions = {},
): (request: NodeRequest, response: NodeResponse) => void {
  const log = safeLogger(ownCopy(options).logger ?? console);
  let isTold = false;
  const answerTo = async (request: NodeRequest): Promise<Response> => {
    const { method = 'GET' } = request;
    // Fetch has no request of these methods, and SNS sends none.
    if (/^(CONNECT|TRACE|TRACK)$/i.test(method)) return new Response(null, { status: 405, headers: { allow: 'POST' } });
    return handler(toRequest(method, request));
  };
  const handle = async (request: NodeRequest, response: NodeResponse): Promise<void> => {
    try {
      await send(await answerTo(request), response);
    } catch (error) {
      const isParsed = error instanceof ParsedBodyError;
      // Every delivery fails in the same way, so it is told once.
      if (!isParsed || !isTold) log.error(isParsed ? error.message : notHandled(error));
      isTold ||= isParsed;
      await send(new Response(null, { status: 500 }), response).catch(() => {});
    }
  };
  return (request, response) => void handle(request, response);
}

const notHandled = (error: unknown) =>
  `${PREFIX}a webhook was not handled, and SNS will deliver it again: ${reasonOf(error)}`;

function toRequest(method: string, request: NodeRequest): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (name.startsWith(':')) continue; // HTTP/2's pseudo headers
    for (const one of [value ?? []].flat()) headers.append(name, one);
  }
  const body = method === 'GET' || method === 'HEAD' ? null : bodyOf(request);
  // The path is a placeholder: only the router needs the real one, and it has done its work.
  const init: RequestInit & { duplex: 'half' } = { method, headers, body, duplex: 'half' };
  return new Request('http://webhook.invalid/', init);
}

function bodyOf(request: NodeRequest): ReadableStream<Uint8Array> | Uint8Array<ArrayBuffer> {
  if (request.readableDidRead !== true) return streamOf(request);
  const { rawBody, body, headers } = request;
  const kept = [rawBody, body].map(bytesOf).find((bytes) => bytes !== undefined && isWhole(bytes, headers));
  if (kept !== undefined) return kept;
  const isJson = /^application\/([\w.-]+\+)?json\b/i.test(String(headers['content-type']));
  throw new ParsedBodyError('raw_body_consumed', isJson ? JSON_CURE : undefined);
}

/** The refusal of a request whose body is gone: each further one is refused in the same way. */
class ParsedBodyError extends WebhookError {}

const JSON_CURE =
  'its Content-Type is JSON, so that express.json() or the like has parsed it; if that must come first, keep the bytes as request.rawBody, with its option verify';

function bytesOf(kept: unknown): Uint8Array<ArrayBuffer> | undefined {
  if (typeof kept === 'string') return new TextEncoder().encode(kept);
  return kept instanceof Uint8Array ? new Uint8Array(kept) : undefined;
}

/** Returns false for what cannot be the body as it was sent, such as an empty buffer, or text made of a parsed body. */
function isWhole({ length }: Uint8Array, headers: NodeRequest['headers']): boolean {
  const sent = headers['content-length'];
  return sent === undefined || headers['content-encoding'] !== undefined || length === Number(sent);
}

/** Streams by events rather than iteration: ending an iteration early would close the socket before the answer is sent. */
function streamOf(request: NodeRequest): ReadableStream<Uint8Array> {
  const { readableEncoding } = request;
  if (readableEncoding && !/^utf-?8$/i.test(readableEncoding)) {
    throw new WebhookError('raw_body_consumed', `it was decoded as ${readableEncoding}, so do not call setEncoding`);
  }
  let open = request.destroyed !== true;
  return new ReadableStream<Uint8Array>({
    start(controller) {
      if (!open) return controller.error(new Error('the request broke off'));
      const end = (how: () => void) => () => {
        if (open) how();
        open = false;
      };
      request.on('data', (chunk) => {
        if (!open) return;
        controller.enqueue(typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk);
        request.pause();
      });
      request.on(
        'end',
        end(() => controller.close()),
      );
      request.on(
        'error',
        end(() => controller.error(new Error('the request broke off'))),
      );
      request.on(
        'close',
        end(() => controller.error(new Error('the request broke off'))),
      );
    },
    pull() {
      request.resume();
    },
    cancel() {
      open = false;
      request.resume();
    },
  });
}

async function send(answer: Response, response: NodeResponse): Promise<void> {
  // A second answer would be an error event without a listener, which ends the process.
  if (response.headersSent === true) return;
  response.statusCode = answer.status;
  answer.headers.forEach((value, name) => response.setHeader(name, value));
  response.end(new Uint8Array(await answer.arrayBuffer()));
}
