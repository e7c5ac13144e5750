import assert from 'node:assert/strict';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ANSWER, ANSWER_HEADERS, BODY, CARD_ID, PATH, type Calls } from './calls.js';
import { onFetch } from './contenders.js';
import { onOwnTransport } from './own-transports.js';

/** Clients of another API. They send to its paths, in its format. */
const OF_OTHER_APIS = /^(lithic|modern-treasury|stripe|square)/;

interface Received {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/**
 * Checks that each contender sends one request: the same one, if it is a client of Kobble's API, and else one with the same
 * verb, with authorization, and with a body of its own. Throws if a contender does something else.
 */
export async function checkRequests(): Promise<void> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const { method, url, headers } = request;
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      received.push({ method, url, headers, body: Buffer.concat(chunks).toString() });
      response.writeHead(200, ANSWER_HEADERS).end(ANSWER);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const [viaFetch, own] = [await onFetch(baseUrl, fetch), await onOwnTransport(baseUrl)];
  const check = async (calls: Calls, expected: (name: string, request: Received) => void) => {
    for (const [name, call] of Object.entries(calls)) {
      await call();
      const requests = received.splice(0);
      assert.equal(requests.length, 1, `${name} sends one request`);
      const [request] = requests;
      if (request === undefined) continue;
      assert.match(request.headers.authorization ?? '', /\S/, `${name} sends its authorization`);
      expected(name, request);
    }
  };
  try {
    await check({ ...viaFetch.create, ...own.create }, checkCreate);
    await check({ ...viaFetch.get, ...own.get }, checkGet);
  } finally {
    server.close().closeAllConnections();
  }
}

function checkCreate(name: string, { method, url, headers, body }: Received): void {
  assert.equal(method, 'POST', name);
  assert.notEqual(body, '', name);
  if (OF_OTHER_APIS.test(name)) return;
  assert.equal(url, PATH, name);
  assert.deepEqual(JSON.parse(body), BODY, name);
  assert.equal(headers.authorization, 'Bearer token', name);
  assert.match(headers['content-type'] ?? '', /^application\/json/, name);
  assert.match(String(headers['idempotency-key']), /^[\da-f-]{36}$/, name);
}

function checkGet(name: string, { method, url, headers, body }: Received): void {
  assert.deepEqual([method, body], ['GET', ''], name);
  if (OF_OTHER_APIS.test(name)) return;
  assert.equal(url, `${PATH}/${CARD_ID}`, name);
  assert.equal(headers.authorization, 'Bearer token', name);
  assert.equal(headers['idempotency-key'], undefined, name);
}
