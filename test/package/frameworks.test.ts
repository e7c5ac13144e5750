// Proves that a webhook posted as JSON is handed over behind the real frameworks that keep its bytes: Firebase's functions
// framework and Nest. Part of `npm test -- --mode long` only, as they come from the registry.
import type { RequestListener, Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { signTestWebhook, toNodeHandler } from '../../src/webhooks/index.js';
import { fromRegistry } from '../support/from-registry.js';
import { endpoint } from '../support/webhooks/endpoint.js';

/** The parts of the packages that are used. */
interface Packages {
  '@google-cloud/functions-framework': { http(name: string, listener: RequestListener): void };
  '@google-cloud/functions-framework/testing': { getTestServer(name: string): Server };
  '@nestjs/common': Record<'Controller' | 'Module' | 'Post' | 'Req' | 'Res', (value?: unknown) => Decorator>;
  '@nestjs/core': { NestFactory: { create(module: object, options: object): Promise<NestApplication> } };
  'reflect-metadata': unknown;
}
type Decorator = (target: object, key?: string, place?: number | PropertyDescriptor) => void;
interface NestApplication {
  listen(port: number, host: string): Promise<Server>;
  close(): Promise<void>;
}

let load: <Name extends keyof Packages>(name: Name) => Packages[Name];
beforeAll(() => {
  const folder = fromRegistry('webhook-frameworks', [
    ...['@google-cloud/functions-framework@5.0.5', 'reflect-metadata@0.2.2', 'rxjs@7.8.2'],
    ...['@nestjs/common', '@nestjs/core', '@nestjs/platform-express'].map((name) => `${name}@11.1.6`),
  ]);
  load = createRequire(join(folder, 'here.js')) as typeof load;
});

const { handler, events, log } = endpoint();
const listener = toNodeHandler(handler, { logger: log });

/** Posts an event as JSON, and returns the status and what was handed over. */
async function post(server: Server): Promise<unknown> {
  events.length = 0;
  const { rawBody, headers } = signTestWebhook({ id: 'カード' });
  const { port } = server.address() as AddressInfo;
  const init = { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body: rawBody };
  const { status } = await fetch(`http://127.0.0.1:${port}/hook`, init);
  return [status, ...events];
}

it("Firebase's functions framework keeps the bytes", async () => {
  load('@google-cloud/functions-framework').http('hook', listener);
  const server = load('@google-cloud/functions-framework/testing').getTestServer('hook');
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  expect(await post(server)).toEqual([200, { id: 'カード' }]);
  server.close();
});

it.each([
  [true, [200, { id: 'カード' }]],
  [false, [500]],
])('Nest with rawBody: %s', async (rawBody, expected) => {
  load('reflect-metadata');
  const { Controller, Module, Post, Req, Res } = load('@nestjs/common');
  class Hook {
    receive(...[request, response]: Parameters<RequestListener>): void {
      listener(request, response);
    }
  }
  Req()(Hook.prototype, 'receive', 0);
  Res()(Hook.prototype, 'receive', 1);
  Post()(Hook.prototype, 'receive', Object.getOwnPropertyDescriptor(Hook.prototype, 'receive'));
  Controller('hook')(Hook);
  class Root {
    readonly name = 'root';
  }
  Module({ controllers: [Hook] })(Root);
  const app = await load('@nestjs/core').NestFactory.create(Root, { rawBody, logger: false });
  expect(await post(await app.listen(0, '127.0.0.1'))).toEqual(expected);
  await app.close();
  if (!rawBody) expect(log.lines.at(-1)).toMatch(/Content-Type is JSON.*request\.rawBody/);
});
