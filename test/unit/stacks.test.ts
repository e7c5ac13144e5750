// Proves that the stack of an error leads to the line that made the call, although the error is found out much later.
import { beforeEach, expect, it } from 'vitest';
import type { KobbleClient } from '../../src/index.js';
import { failureOf } from '../support/failure.js';
import { hanging, status, type Reply } from '../support/replies.js';
import { setUp, type Setup } from '../support/requests.js';
import { holdTime, letTimePass } from '../support/time.js';

beforeEach(holdTime);

/** Answers later, so that the stack of the call itself is gone by then. */
const later =
  (reply: Reply): Reply =>
  async (request, index) => {
    await new Promise((resolve) => setTimeout(resolve, 1));
    return reply(request, index);
  };
const NOT_FOUND = { api: later(status(404)) };
const LIMITED = { api: hanging, timeoutMs: 5, retry: { maxRetries: 0 } };

type Caller = (kobble: KobbleClient) => Promise<unknown>;

async function getsCard(kobble: KobbleClient) {
  return await kobble.cards.get('1');
}
async function wantsResponse(kobble: KobbleClient) {
  return await kobble.cards.get('1').withResponse();
}
async function getsPage(kobble: KobbleClient) {
  return await kobble.cards.list();
}
async function walksPages(kobble: KobbleClient) {
  for await (const card of kobble.cards.list()) expect(card).toBe('never reached');
}
async function walksList(kobble: KobbleClient) {
  for await (const wallet of kobble.wallets.list()) expect(wallet).toBe('never reached');
}
async function requests(kobble: KobbleClient) {
  return await kobble.request('GET', '/customers/v1/news');
}
async function aborts(kobble: KobbleClient) {
  const controller = new AbortController();
  setTimeout(() => controller.abort(), 1);
  return await kobble.cards.get('1', { signal: controller.signal });
}

it.each<[what: string, code: string, setup: Setup, caller: Caller]>([
  ['a call', 'not_found', NOT_FOUND, getsCard],
  ['withResponse()', 'not_found', NOT_FOUND, wantsResponse],
  ['a page', 'not_found', NOT_FOUND, getsPage],
  ['a walk over pages', 'not_found', NOT_FOUND, walksPages],
  ['a walk over a list', 'not_found', NOT_FOUND, walksList],
  ['kobble.request', 'not_found', NOT_FOUND, requests],
  ['a timeout', 'attempt_timeout', LIMITED, getsCard],
  ['a deadline', 'deadline_exceeded', { api: hanging, deadlineMs: 5 }, getsCard],
  ['an abort', 'aborted', { api: hanging }, aborts],
  ['a refused token request', 'token_unavailable', { tokens: later(status(400)) }, getsCard],
  ['a token request that takes too long', 'token_unavailable', { tokens: hanging, deadlineMs: 20 }, getsCard],
  ["a caller's token function", 'token_unavailable', { token: () => Promise.reject(new Error('no')) }, getsCard],
])('%s', async (_, code, setup, caller) => {
  const { kobble } = setUp(setup);
  const error = await letTimePass(failureOf(caller(kobble)));
  expect(error.code).toBe(code);
  expect(error.stack).toMatch(new RegExp(`at (async )?${caller.name} \\(`)); // vitest leaves out `async`
});
