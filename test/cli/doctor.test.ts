// Proves that `kobble-client doctor` asks for a token only, says in one sentence what is wrong, and prints no secret.
import type { RequestListener } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFakeKobble } from '../../src/testing/index.js';
import { runProgram } from '../support/cli/program.js';
import { listen } from '../support/listen.js';

const SECRET = 'correct-horse-battery-staple';
const TOKEN = 'eyJhbGciOiJub25lIn0.e30.c2VjcmV0';
const fake = createFakeKobble({ clientId: 'shop', clientSecret: SECRET });
const stops: (() => Promise<unknown>)[] = [];
let fakeUrl: string;

beforeAll(async () => void (fakeUrl = (await fake.listen()).url));
afterAll(async () => {
  await fake.close();
  await Promise.all(stops.map((stop) => stop()));
});

const variables = (baseUrl: string) => ({
  KOBBLE_BASE_URL: baseUrl,
  KOBBLE_CLIENT_ID: 'shop',
  KOBBLE_CLIENT_SECRET: SECRET,
  KOBBLE_SCOPE: 'client/read',
});

async function serverOf(listener: RequestListener): Promise<string> {
  const [url, stop] = await listen(listener);
  stops.push(stop);
  return url;
}

const json =
  (status: number, body: object): RequestListener =>
  (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };

it('says that all is well, and makes no call but for the token', async () => {
  const { code, stdout, stderr } = await runProgram(['doctor'], { env: variables(fakeUrl) });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toBe(`fine: ${new URL(fakeUrl).host} gave a token.\n`);
  expect([...fake.calls].map(({ operationId }) => operationId)).toEqual(['getAccessToken']);
});

it('prints one line of JSON with --json', async () => {
  const { stdout } = await runProgram(['doctor', '--json'], { env: variables(fakeUrl) });
  expect(JSON.parse(stdout)).toEqual({
    ok: true,
    code: 'fine',
    message: 'There is a token.',
    tokenHost: new URL(fakeUrl).host,
  });
});

it('takes options before variables, and the token host from its option', async () => {
  const { code } = await runProgram(
    ['doctor', '--base-url', 'http://127.0.0.1:1', '--token-url', `${fakeUrl}/oauth2/token`, '--client-id', 'shop'],
    { env: { ...variables('http://127.0.0.1:2'), KOBBLE_CLIENT_ID: 'other' } },
  );
  expect(code).toBe(0);
});

describe('of what is wrong, it says', () => {
  const secretive = { message: `no token for ${SECRET}`, error_description: SECRET };
  it.concurrent.each<[string, RequestListener, string, RegExp]>([
    [
      'wrong credentials',
      json(401, { ...secretive, error: 'invalid_client' }),
      'invalid_client',
      /does not know these/,
    ],
    ['a wrong scope', json(400, { ...secretive, error: 'invalid_scope' }), 'invalid_scope', /check KOBBLE_SCOPE/],
    ['a 400 without a reason', json(400, secretive), 'bad_request', /two token hosts/],
    ['a 401 without a reason', json(401, secretive), 'authentication_failed', /KOBBLE_CLIENT_SECRET/],
    ['a client that may not', json(403, secretive), 'permission_denied', /ask Kobble/],
    ['the wrong token host', json(404, secretive), 'not_found', /set KOBBLE_TOKEN_URL/],
    ['an answer without a token', json(200, { token: TOKEN }), 'invalid_token_answer', /not with a token/],
    ['a redirect', (_, response) => response.writeHead(302, { location: '/' }).end(), 'api_error', /status 302/],
    ['a failing host', json(500, secretive), 'server_error', /failing/],
  ])('%s', async (_, listener, code, reason) => {
    const url = await serverOf(listener);
    const run = await runProgram(['doctor', '--json'], { env: variables(url) });
    const said = JSON.parse(run.stdout) as { message: string };
    expect(run.code).toBe(1);
    expect(said).toMatchObject({ ok: false, code, tokenHost: new URL(url).host });
    expect(said.message).toMatch(reason);
    expect(said.message).not.toContain('\n');
    expect(run.stdout + run.stderr).not.toMatch(new RegExp(`${SECRET}|${TOKEN}`));
  });

  it('nothing that listens', async () => {
    const [url, stop] = await listen(() => {});
    await stop();
    const { code, stdout } = await runProgram(['doctor'], { env: variables(url) });
    expect(code).toBe(1);
    expect(stdout).toContain(`connection_refused: Nothing listens at ${new URL(url).host}`);
  });

  it('a wrong option, by its name, as wrong usage', async () => {
    const { code, stderr } = await runProgram(['doctor'], { env: variables('http://kobble.example') });
    expect(code).toBe(2);
    expect(stderr).toContain('baseUrl must be https');
    expect(stderr).not.toContain(SECRET);
  });
});
