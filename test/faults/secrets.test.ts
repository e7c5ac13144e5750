// Proves that no secret is in anything that a log, a monitor or an error report gets: canaries are put wherever a server or
// a proxy could put a secret, and searched for in all output.
import { expect, test } from 'vitest';
import { rawAnswer, serveHttp, serveRaw } from '../support/faults/servers.js';
import {
  CANARY,
  TOKEN_ANSWER,
  expectNoTrace,
  watched,
  CONFESSION,
  LOUD_HEADERS,
  withTokens,
  CALLS,
  expectSilence,
} from '../support/faults/watched.js';

test('success: the secrets are in the data, and nowhere else', async () => {
  const session = { cardId: 'card-1', totp: CANARY.totp, widgetUrl: 'https://widget.example.com/', expiresIn: 60 };
  const { url } = await serveHttp(
    withTokens((request, response) => {
      const body = request.url?.endsWith('/secrets') ? { secret: CANARY.cardSecret } : session;
      response.writeHead(200, LOUD_HEADERS).end(JSON.stringify(body));
    }),
  );
  const { kobble, seen, watch } = watched({ baseUrl: url });
  const widget = await watch(({ cards }) => cards.createWidgetSession('card-1'));
  expect(widget).toMatchObject({ iframeUrl: 'https://widget.example.com/?cardId=card-1&totp=canary-totp%234711' });
  expect(await watch(({ cards }) => cards.createSecret('card-1', { remarks: 'call centre' }))).toEqual({
    secret: CANARY.cardSecret,
  });
  const promise = kobble.cards.createSecret('card-1', { remarks: 'call centre' });
  await promise;
  expect(seen.length).toBeGreaterThan(5);
  expectNoTrace([...seen, kobble, kobble.cards, kobble.fetch]);
});

test.each([302, 307, 400, 401, 403, 404, 409, 418, 422, 429, 500, 503])(
  'a %d that quotes all it was sent',
  async (status) => {
    await expectSilence(withTokens((_, response) => void response.writeHead(status, LOUD_HEADERS).end(CONFESSION)));
  },
);

test('a status line that quotes the token', async () => {
  await expectSilence(withTokens((_, response) => void response.writeHead(500, `for ${CANARY.token}`).end(CONFESSION)));
});

test.each([
  ['cut JSON, which a parser quotes', CONFESSION.slice(0, -2)],
  ['a token where JSON should be', CANARY.token],
  ['a short token, which a parser quotes whole', 'eyJhbGciOi'],
  ['a number', CANARY.pan],
  ['text', JSON.stringify(CANARY.cardSecret)],
  ['invalid UTF-8', Buffer.concat([Buffer.from(CONFESSION), Buffer.from([0xff])])],
  ['nothing', ''],
])('a 200 with %s', async (_, body) => {
  await expectSilence(withTokens((_request, response) => void response.writeHead(200, LOUD_HEADERS).end(body)));
});

test('a 200 that breaks off, and one that stalls', async () => {
  await expectSilence(
    withTokens((_, response) => {
      response.writeHead(200, { ...LOUD_HEADERS, 'content-length': 9_999 });
      response.write(CONFESSION, () => response.socket?.resetAndDestroy());
    }),
  );
  await expectSilence(
    withTokens(
      (_, response) => void response.writeHead(200, { ...LOUD_HEADERS, 'content-length': 9_999 }).write(CONFESSION),
    ),
  );
});

test.each([
  ['a widget URL that is none', `no URL: ${CANARY.totp}`],
  ['a widget URL that is not safe', `http://elsewhere.example.com/?totp=${CANARY.totp}`],
  ['a widget URL with user info', `https://user:${CANARY.token}@elsewhere.example.com/`],
])('%s', async (_, widgetUrl) => {
  const { url } = await serveHttp(
    withTokens((_request, response) =>
      response.writeHead(200).end(JSON.stringify({ cardId: 'card-1', totp: CANARY.totp, widgetUrl })),
    ),
  );
  const { seen, watch } = watched({ baseUrl: url });
  expect(await watch(({ cards }) => cards.createWidgetSession('card-1'))).toBeInstanceOf(Error);
  expectNoTrace(seen);
});

test.each([
  ['400 that quotes the form', 400, CONFESSION],
  ['401 that quotes the form', 401, CONFESSION],
  ['500 that quotes the form', 500, CONFESSION],
  ['redirect', 307, CONFESSION],
  ['200 with a token and nothing else, which a parser quotes whole', 200, 'eyJhbGciOi'],
  ['200 with cut JSON', 200, TOKEN_ANSWER.slice(0, -5)],
  ['200 with a token that no header can carry', 200, JSON.stringify({ access_token: `${CANARY.token}\nx-admin: 1` })],
  ['200 with a token beyond ASCII', 200, JSON.stringify({ access_token: `${CANARY.token}\u{1f600}` })],
  ['200 with tokens in a list', 200, JSON.stringify({ access_token: [CANARY.token] })],
])('a token endpoint that answers %s', async (_, status, body) => {
  await expectSilence((_request, response) => void response.writeHead(status, LOUD_HEADERS).end(body));
});

test.each<[string, string]>([
  [
    'a header that breaks off',
    `HTTP/1.1 200 OK\r\nx-echo: ${CANARY.token}\r\nbro\0ken: ${CANARY.pan}\r\n\r\n${CONFESSION}`,
  ],
  ['no HTTP at all', `${CONFESSION}\r\n\r\n`],
  ['two lengths', `HTTP/1.1 200 OK\r\ncontent-length: 2\r\ncontent-length: ${CANARY.pan}\r\n\r\n${CONFESSION}`],
  ['a broken chunk', `HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n${CONFESSION}\r\n0\r\n\r\n`],
  ['more than the length', `${rawAnswer('200 OK', [], '{"id":"1"}')}${CONFESSION}`],
  ['headers without end', `HTTP/1.1 200 OK\r\n${`x-echo: ${CANARY.token}\r\n`.repeat(2_000)}`],
  ['an upgrade', `HTTP/1.1 101 Switching Protocols\r\nupgrade: ${CANARY.token}\r\nconnection: upgrade\r\n\r\n`],
])('what is not quite HTTP: %s', async (_, words) => {
  const { url } = await serveRaw((socket) => socket.once('data', () => socket.write(words)));
  const { seen, watch } = watched({ baseUrl: url, token: CANARY.token });
  await Promise.all(CALLS.map(watch));
  const secretly = watched({ baseUrl: url });
  await Promise.all(CALLS.map(secretly.watch));
  expect(seen.length).toBeGreaterThan(CALLS.length);
  expectNoTrace([...seen, ...secretly.seen]);
});
