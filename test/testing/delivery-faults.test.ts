// Proves that each fault of a delivery does what it says, and what a handler of this library makes of it.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFakeKobble, type DeliveryFaultStep, type FakeKobble } from '../../src/testing/index.js';
import { createWebhookHandler } from '../../src/webhooks/index.js';

let fake: FakeKobble;
let received: unknown[];
let handed: unknown[];
beforeEach(async () => {
  fake = createFakeKobble();
  received = [];
  handed = [];
  const handler = createWebhookHandler({
    ...fake.webhooks.trust,
    onEvent: ({ entity_id }) => void handed.push(entity_id),
    logger: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
  });
  await fake.webhooks.deliverTo(async (request) => {
    const envelope = (await request.clone().json()) as { Message: string; Type: string };
    if (envelope.Type === 'Notification') {
      received.push((JSON.parse(envelope.Message) as { entity_id: unknown }).entity_id);
    }
    return handler(request);
  });
});
afterEach(() => fake.close());

const publish = (...ids: readonly string[]) => ids.forEach((entity_id) => fake.webhooks.publish({ entity_id }));
const notifications = () => fake.webhooks.deliveries.slice(1);

describe.each<[string, (step: DeliveryFaultStep) => void, string[], string[]]>([
  ['repeat', (step) => step.repeat(2), ['a', 'a', 'a', 'b'], ['a', 'b']],
  ['swap', (step) => step.swap(), ['b', 'a'], ['b', 'a']],
  ['delay', (step) => step.delay(1), ['b', 'a'], ['b', 'a']],
  ['lose', (step) => step.lose(), ['b'], ['b']],
])('%s', (fault, plan, expectedReceived, expectedHanded) => {
  it('happens to the next message', async () => {
    plan(fake.webhooks.faults.next());
    expect(fake.webhooks.faults.pending()).toMatchObject([{ fault: { kind: fault }, times: 1 }]);
    publish('a', 'b');
    await fake.webhooks.settled();
    expect(received).toEqual(expectedReceived);
    expect(handed).toEqual(expectedHanded);
    expect(fake.webhooks.faults.pending()).toEqual([]);
    const ofA = notifications().filter(({ event }) => event?.entity_id === 'a');
    expect(ofA.map((delivery) => [delivery.fault, delivery.isFinal])).toEqual(ofA.map(() => [fault, true]));
    expect(ofA.map(({ attempt }) => attempt)).toEqual(fault === 'repeat' ? [1, 2, 3] : [fault === 'lose' ? 0 : 1]);
  });
});

it('a forgery comes first, under the id of the genuine message, and changes nothing', async () => {
  fake.webhooks.faults.next().forge();
  publish('a');
  await fake.webhooks.settled();
  expect(received).toEqual([expect.stringMatching(/^[0-9a-f-]{36}$/), 'a']);
  expect(handed).toEqual(['a']);
  expect(notifications()).toMatchObject([
    { status: 403, attempt: 0, fault: 'forge', isFinal: true },
    { status: 200, attempt: 1, fault: 'forge', isFinal: true },
  ]);
  expect(notifications()[0]?.messageId).toBe(notifications()[1]?.messageId);
});

it('a message that is held back is sent when nothing follows', async () => {
  fake.webhooks.faults.next(2).swap();
  publish('a', 'b');
  await fake.webhooks.settled();
  expect(received).toEqual(['a', 'b']);
});

it('steps happen in their order, always() to all others, and clear() removes them', async () => {
  const { faults } = fake.webhooks;
  faults.next(2).lose();
  faults.always().repeat();
  publish('a', 'b', 'c', 'd');
  expect(faults.pending()).toEqual([]);
  faults.clear();
  publish('e');
  await fake.webhooks.settled();
  expect(received).toEqual(['c', 'c', 'd', 'd', 'e']);
  faults.always().lose();
  expect(faults.pending()).toEqual([{ fault: { kind: 'lose' }, times: Infinity }]);
});

it('a random mix is the same for the same seed, and all that is not lost is handed over once', async () => {
  const ids = Array.from({ length: 60 }, (_, index) => `${index}`);
  const lostOf = async () => {
    fake.webhooks.faults.random({ seed: 3, repeat: 0.2, swap: 0.2, delay: 0.2, lose: 0.1, forge: 0.1, delayMs: 1000 });
    publish(...ids);
    await fake.webhooks.settled();
    const lost = fake.webhooks.deliveries.filter(({ status }) => status === 'lost');
    return lost.map(({ event }) => event?.entity_id);
  };
  const lost = await lostOf();
  expect(new Set(notifications().map(({ fault }) => fault)).size).toBe(6);
  expect(handed).not.toEqual(ids.filter((id) => !lost.includes(id)));
  expect([...handed].sort()).toEqual(ids.filter((id) => !lost.includes(id)).sort());
  fake.reset();
  expect(await lostOf()).toEqual(lost);
});

it.each([
  ['next(0)', () => fake.webhooks.faults.next(0)],
  ['next(1.5)', () => fake.webhooks.faults.next(1.5)],
  ['repeat(0)', () => fake.webhooks.faults.next().repeat(0)],
  ['delay(0)', () => fake.webhooks.faults.next().delay(0)],
  ['rates above 1', () => fake.webhooks.faults.random({ seed: 1, lose: 0.6, swap: 0.6 })],
  ['a negative rate', () => fake.webhooks.faults.random({ seed: 1, lose: -0.1 })],
  ['a retry after no time', () => fake.webhooks.deliverTo('http://localhost/', { retryDelayMs: 0 })],
])('%s is refused', async (_, plan) => {
  await expect((async () => plan())()).rejects.toThrow(TypeError);
  expect(fake.webhooks.faults.pending()).toEqual([]);
});
