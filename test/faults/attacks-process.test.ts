// Proves that a call that has ended, in whichever way, keeps no process alive: a program that makes one call ends by itself,
// soon after the call.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import type { RequestListener, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveHttp } from '../support/faults/servers.js';

const PROGRAM = fileURLToPath(new URL('../support/faults/short-lived.ts', import.meta.url));
const directory = mkdtempSync(join(tmpdir(), 'short-lived-'));
const program = join(directory, 'program.mjs');
/** Far below the time limits of the client (10 s and more), and enough for a busy machine. */
const SOON_MS = 4_000;

beforeAll(async () => {
  await build({
    entryPoints: [PROGRAM],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
  });
});
afterAll(() => rmSync(directory, { recursive: true }));

const answer =
  (status: number, headers: Record<string, string> = {}) =>
  (response: ServerResponse) =>
    void response.writeHead(status, headers).end('[{"id":"1"}]');
const hang = () => {};
const drip = (response: ServerResponse) => void response.writeHead(200).write('{');

const object = (response: ServerResponse) => void response.writeHead(200).end('{"id":"1"}');
const cases: [attack: string, api: (response: ServerResponse) => void, doesTokenHang?: boolean][] = [
  ['success', object],
  ['abort before the call', hang],
  ['abort while the API hangs', hang],
  ['timeout while the API hangs', hang],
  ['abort while the token endpoint hangs', object, true],
  ['deadline while the token endpoint hangs', object, true],
  ['abort while the body drips', drip],
  ['abort during a long backoff', answer(503, { 'retry-after': '50' })],
  ['a Retry-After beyond the deadline', answer(503, { 'retry-after': '9999' })],
  ['an error without a retry', answer(404)],
  ['a redirect', answer(302, { location: 'https://elsewhere.test' })],
  ['a store that hangs', object],
  ['a walk that is left early', answer(200, { 'x-total-count': '100' })],
];

test.each(cases)('%s: the process ends by itself', async (attack, api, doesTokenHang = false) => {
  const serve: RequestListener = ({ url }, response) => {
    if (url !== '/oauth2/token') api(response);
    else if (!doesTokenHang) response.writeHead(200).end('{"access_token":"T","expires_in":3600}');
  };
  const { url } = await serveHttp(serve);
  const started = performance.now();
  // `timeout` kills a process that does not end, which rejects.
  const { stdout } = await promisify(execFile)(process.execPath, [program, url, attack], { timeout: 60_000 });
  const lifetime = performance.now() - started;
  expect(Number(stdout)).toBeGreaterThan(0);
  expect(lifetime - Number(stdout)).toBeLessThan(SOON_MS);
});
