// Proves that a Next app with the package builds, by webpack and by Turbopack, with the recipe of examples/deployment/, and that
// its routes run on Node and on the edge runtime. Part of `npm test -- --mode long` only, as Next comes from the registry and builds for a minute.
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { beforeAll, describe, expect, it } from 'vitest';
import { signTestWebhook } from '../../src/webhooks/index.js';
import { fromRegistry } from '../support/from-registry.js';
import { listen } from '../support/listen.js';
import { installedPackage } from '../support/package.js';

const MINUTES = 60_000;
const root = join(import.meta.dirname, '../..');

let programs: string;
let app: string;
beforeAll(() => {
  const types = ['typescript@5.9.3', '@types/node@20.19.0', '@types/react@19.2.0'];
  programs = fromRegistry('next', ['next@16.4.6', 'react@19.3.1', 'react-dom@19.3.1', ...types]);
  app = join(programs, '../..');
  const own = join(app, 'node_modules/kobble-client');
  rmSync(own, { recursive: true, force: true });
  cpSync(installedPackage().folder, own, { recursive: true });
  const routes = ['nodejs', 'edge'].flatMap((runtime) => [
    [`app/${runtime}/route.js`, `export const runtime = '${runtime}';${CALLS}`],
    [`app/${runtime}/webhook/route.js`, `export const runtime = '${runtime}';${WEBHOOK}`],
  ]);
  const example = (name: string) => readFileSync(join(root, 'examples/deployment', name), 'utf8');
  const card = [
    ['app/layout.tsx', LAYOUT],
    ['app/card/page.tsx', PAGE],
    ...['next-action.ts', 'next-card.tsx'].map((name) => [`app/card/${name}`, example(name)]),
  ];
  for (const [file, text] of [['next.config.mjs', CONFIG], ...routes, ...card] as [string, string][]) {
    mkdirSync(dirname(join(app, file)), { recursive: true });
    writeFileSync(join(app, file), text);
  }
});

const CONFIG = `
export default {
  distDir: process.env.DIST,
  turbopack: { root: import.meta.dirname },
  outputFileTracingRoot: import.meta.dirname,
};`;

const LAYOUT = `
export default ({ children }: { children: React.ReactNode }) => <html><body>{children}</body></html>;`;

/** A page with the recipe of examples/deployment/: a server action, and the component that calls it. */
const PAGE = `
import { connection } from 'next/server';
import { cardSession } from './next-action';
import { Card } from './next-card';

export default async function Page() {
  await connection();
  return <Card session={cardSession.bind(null, 'card-1')} origin="https://widget.example.com" />;
}`;

const CALLS = `
import { createKobbleClient, isKobbleError } from 'kobble-client';

export async function GET(request) {
  const baseUrl = new URL(request.url).searchParams.get('baseUrl');
  const kobble = createKobbleClient({ baseUrl, token: 'any', retry: { maxRetries: 0 }, logLevel: 'off' });
  const card = await kobble.cards.create({ wallet_id: 'w', program_id: 'p' });
  const missing = await kobble.cards.get('missing').catch((error) => error);
  return Response.json([card.id, isKobbleError(missing), missing.name, missing.code, typeof EdgeRuntime]);
}`;

/** As the recipe in docs/webhooks.md: the build loads a route, without the variables of the server that will run it. */
const WEBHOOK = `
import { createWebhookHandler } from 'kobble-client/webhooks';

let handler;

export function POST(request) {
  handler ??= createWebhookHandler({
    topicArns: [process.env.KOBBLE_TOPIC_ARN ?? ''],
    fetch: async () => new Response(process.env.KOBBLE_CERTIFICATE),
    onEvent: () => {},
  });
  return handler(request);
}`;

async function start(dist: string, env: Record<string, string>): Promise<{ url: string; stop: () => void }> {
  const child = spawn(process.execPath, [join(programs, 'next'), 'start', '-p', '0', '-H', '127.0.0.1'], {
    cwd: app,
    env: { ...process.env, ...env, DIST: dist, NEXT_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface(child.stdout)) {
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0];
    if (url !== undefined) return { url, stop: () => child.kill() };
  }
  throw new Error('next did not start');
}

describe.each(['webpack', 'turbopack'])('what %s builds', (bundler) => {
  it('runs on Node and on the edge runtime', { timeout: 10 * MINUTES }, async () => {
    const dist = `.next-${bundler}`;
    const env = { ...process.env, DIST: dist, NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: undefined };
    const built = spawnSync(join(programs, 'next'), ['build', `--${bundler}`], { cwd: app, encoding: 'utf8', env });
    expect(built.status, built.stdout + built.stderr).toBe(0);

    const { rawBody, headers, topicArn, fetch: certificates } = signTestWebhook();
    const { SigningCertURL } = JSON.parse(rawBody) as { SigningCertURL: string };
    const certificate = await (await certificates(SigningCertURL, {})).text();
    const [baseUrl, stopServer] = await listen(({ method }, response) => {
      response.writeHead(method === 'POST' ? 201 : 404, { 'content-type': 'application/json' }).end('{"id":"card-1"}');
    });
    const { url, stop } = await start(dist, { KOBBLE_TOPIC_ARN: topicArn, KOBBLE_CERTIFICATE: certificate });
    try {
      const results: unknown[] = [];
      for (const runtime of ['nodejs', 'edge']) {
        const post = async (body: string) =>
          (await fetch(`${url}/${runtime}/webhook`, { method: 'POST', headers, body })).status;
        const calls = await fetch(`${url}/${runtime}?baseUrl=${encodeURIComponent(baseUrl)}`);
        results.push([
          await calls.json(),
          await post(rawBody),
          await post(rawBody.replace('"Message":"', '"Message":" ')),
        ]);
      }
      const page = await fetch(`${url}/card`);
      expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('<div')]);
      const ofCalls = ['card-1', true, 'NotFoundError', 'not_found'];
      expect(results).toEqual([
        [[...ofCalls, 'undefined'], 200, 403],
        [[...ofCalls, 'string'], 200, 403],
      ]);
    } finally {
      stop();
      await stopServer();
    }
  });
});
