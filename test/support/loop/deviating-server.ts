import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FakeFetch, FakeKobble } from '../../../src/testing/index.js';
import { listen } from '../listen.js';
import { deviatingFetch } from './deviating-fetch.js';
import { deviations, type DeviationCase } from './deviations.js';

/** Serves a fake over HTTP with several deviations at once. The second member stops it. */
export function serveDeviating(fake: FakeKobble, cases: readonly DeviationCase[]) {
  const fetch = cases.reduce<FakeFetch>((inner, one) => deviatingFetch({ fetch: inner }, one), fake.fetch);
  return listen((request, response) => void answer(fetch, request, response));
}

async function answer(fetch: FakeFetch, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { method = '', url = '', headers } = request;
  let body = '';
  for await (const chunk of request) body += String(chunk);
  const sent = { method, headers: headers as Record<string, string>, ...(body && { body }) };
  const result = await fetch(`http://kobble.test${url}`, sent);
  response.writeHead(result.status, Object.fromEntries(result.headers));
  response.end(Buffer.from(await result.arrayBuffer()));
}

/** Returns the deviations in rounds: those of one round can be served together, and are found each by itself. */
export function rounds(): DeviationCase[][] {
  const all: DeviationCase[][] = [];
  for (const deviation of deviations) {
    const free = all.find((round) => round.every((other) => !excludes(deviation, other)));
    if (free === undefined) all.push([deviation]);
    else free.push(deviation);
  }
  return all;
}

const excludes = (one: DeviationCase, other: DeviationCase): boolean =>
  hidesIds(one, other) ||
  hidesIds(other, one) ||
  (one.path === other.path && (isWhole(one) || isWhole(other) || isInside(one, other) || isInside(other, one)));

/** Single entries are not read if their list has no ids. */
const hidesIds = (list: DeviationCase, entry: DeviationCase): boolean =>
  isWhole(list) && entry.path === `${list.path}/{id}`;

/** A response of another status, or whose whole body is another one, leaves no place for a second deviation. */
const isWhole = ({ found }: DeviationCase): boolean => found.part === 'status' || ['', '/*'].includes(found.pointer);
const placeOf = ({ found }: DeviationCase): string => `${found.part} ${found.pointer}`;
const isInside = (one: DeviationCase, other: DeviationCase): boolean =>
  `${placeOf(one)}/`.startsWith(`${placeOf(other)}/`);
