// Proves that the fake can give each response that a caller has to survive: errors and redirects after the effect, and
// successes with another status, with text or with nothing.
import { describe, expect, test } from 'vitest';
import { cardBody, WAYS, world, type World } from '../support/worlds.js';

/** Creates a card without the client, so that nothing is retried or read as JSON. */
async function createCard({ fake, fetch, baseUrl }: World, key: string, body: object): Promise<Response> {
  return fetch(`${baseUrl}/customers/v1/cards`, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      authorization: `Bearer ${fake.state.addToken()}`,
      'content-type': 'application/json',
      'idempotency-key': key,
    },
    body: JSON.stringify(body),
  });
}

/** Creates a card whose response is replaced after the effect, then repeats the request. */
async function replaced(way: (typeof WAYS)[number], status: number, answer: object) {
  const here = await world(way);
  const key = crypto.randomUUID();
  const body = cardBody(here.fake);
  here.fake.faults.on('createCard').respond(status, { after: 'effect', ...answer });
  const first = await createCard(here, key, body);
  const text = await first.text();
  const repeat = await createCard(here, key, body);
  const [card, ...others] = here.fake.state.cards.values();
  expect(others).toEqual([]);
  expect([repeat.status, await repeat.json()]).toEqual([200, card]);
  expect(here.fake.calls.of('createCard')).toMatchObject([
    { status, effect: true, fault: 'respond' },
    { status: 200, effect: false },
  ]);
  return { status: first.status, headers: first.headers, text, card };
}

describe.each(WAYS)('after the effect, %s', (way) => {
  test('503 with Retry-After, as a gateway responds that has passed the request on', async () => {
    const { status, headers, text } = await replaced(way, 503, { retryAfter: 1 });
    expect([status, headers.get('retry-after'), text]).toEqual([503, '1', '{"message":"fault: 503"}']);
  });

  test('303 with a location', async () => {
    const location = 'https://kobble.test/elsewhere';
    const { status, headers } = await replaced(way, 303, { headers: { Location: location } });
    expect([status, headers.get('location')]).toEqual([303, location]);
  });

  test('202 and 201, with the body of the operation', async () => {
    for (const accepted of [201, 202]) {
      const { status, headers, text, card } = await replaced(way, accepted, { headers: { 'x-request-id': 'a' } });
      expect([status, headers.get('x-request-id')]).toEqual([accepted, 'a']);
      expect(JSON.parse(text)).toEqual(card);
    }
  });

  test('a success whose body is text', async () => {
    const { status, headers, text } = await replaced(way, 200, { body: 'OK' });
    expect([status, headers.get('content-type'), text]).toEqual([200, 'text/plain; charset=utf-8', 'OK']);
    const html = await replaced(way, 200, { body: '<p>', headers: { 'Content-Type': 'text/html' } });
    expect(html.headers.get('content-type')).toBe('text/html');
  });

  test('a success without a body', async () => {
    for (const [given, answer] of [[200, { body: '' }] as const, [204, {}] as const]) {
      const { status, headers, text } = await replaced(way, given, answer);
      expect([status, headers.get('content-type'), text]).toEqual([given, null, '']);
    }
  });

  test('a refused operation has no effect, and its body is never sent as a success', async () => {
    const { fake, once } = await world(way);
    fake.faults.on('getCard').respond(202, { after: 'effect' });
    expect(await once.cards.get('none')).toEqual({ message: 'fault: 202' });
    expect(fake.state.effects).toEqual([]);
  });

  test('random faults too', async () => {
    const { fake, once } = await world(way);
    fake.faults.random({ seed: 1, respond503: 1, after: 'effect', operations: ['createCard'] });
    await expect(once.cards.create(cardBody(fake))).rejects.toMatchObject({ status: 503 });
    expect(fake.state.cards.size).toBe(1);
  });
});

test('a limit is capped, and a walk gets all the same', async () => {
  const { fake, kobble } = await world('in process', { maxPageLimit: 2 });
  const ids = Array.from({ length: 5 }, () => fake.state.addCard().id);
  expect((await kobble.cards.list({ limit: 50 })).items).toHaveLength(2);
  const walked: string[] = [];
  for await (const { id } of kobble.cards.list({ limit: 50 })) walked.push(id);
  expect(walked).toEqual(ids);
});
