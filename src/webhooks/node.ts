import { PREFIX } from '../checks.js';
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
 * The signature is over the raw body. A plain `express.json()` does no harm, since SNS sends `text/plain`; neither do
 * `express.text()` and `express.raw()`, whose result is used. A parser that reads every type as JSON leaves nothing to
 * verify: mount the webhook before it. Until then the answer is 500, and the log says why.
 *
 * @example
 * app.post('/webhooks/kobble', toNodeHandler(createWebhookHandler({ topicArns, onEvent })));
 * http.createServer(toNodeHandler(createWebhookHandler({ topicArns, onEvent }))).listen(8080);
 */
export function toNodeHandler(
  handler: WebhookHandler,
  { logger }: NodeHandlerOptions = {},
): (request: NodeRequest, response: NodeResponse) => void {
  const log = safeLogger(logger ?? console);
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
      log.error(`${PREFIX}a webhook was not handled, and SNS will deliver it again: ${reasonOf(error)}`);
      await send(new Response(null, { status: 500 }), response).catch(() => {});
    }
  };
  return (request, response) => void handle(request, response);
}

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

function bodyOf(request: NodeRequest): ReadableStream<Uint8Array> | string | Uint8Array<ArrayBuffer> {
  if (request.readableDidRead !== true) return streamOf(request);
  const { body } = request;
  if (typeof body === 'string') return body;
  if (body instanceof Uint8Array) return new Uint8Array(body);
  throw new WebhookError('raw_body_consumed');
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
