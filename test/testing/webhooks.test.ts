// Proves that a fake sends what happens in it as Amazon SNS does: confirmed first, signed, and again until it is answered.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createKobbleClient, type KobbleClient } from '../../src/index.js';
import { createFakeKobble, trustFake, type FakeKobble } from '../../src/testing/index.js';
import { createWebhookHandler, toNodeHandler, type WebhookEvent } from '../../src/webhooks/index.js';
import { listen } from '../support/listen.js';

let fake: FakeKobble;
let kobble: KobbleClient;
let events: WebhookEvent[];
beforeEach(() => {
  fake = createFakeKobble();
  kobble = createKobbleClient(fake.clientOptions());
  events = [];
});
afterEach(() => fake.close());

const quiet = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
const onEvent = (event: WebhookEvent) => void events.push(event);
const endpoint = (more: object = {}) =>
  createWebhookHandler({ ...fake.webhooks.trust, onEvent, logger: quiet, ...more });
const statuses = () => fake.webhooks.deliveries.map(({ status }) => status);
const credit = async () => {
  const to = fake.state.addActiveWallet().id;
  return kobble.transactions.createManualCredit({ amount: 5, to, reference: '', metadata: {} });
};

/** Answers with these statuses, one after the other, once the subscription is confirmed; 0 is a lost connection. */
function answering(...answers: readonly number[]) {
  const left = [...answers];
  const genuine = endpoint();
  return async (request: Request): Promise<Response> => {
    if (request.headers.get('x-amz-sns-message-type') === 'SubscriptionConfirmation') return genuine(request);
    const status = left.shift() ?? 200;
    if (status === 0) throw new Error('gone');
    return status === 200 ? genuine(request) : new Response(null, { status });
  };
}

describe('an endpoint', () => {
  it('confirms, and receives the event of each transaction, however it was made', async () => {
    await fake.webhooks.deliverTo(endpoint());
    const [from, to] = [fake.state.addActiveWallet().id, fake.state.addActiveWallet().id];
    const body = { amount: 5, reference: '', metadata: {} };
    const made = [
      await kobble.transactions.create({ ...body, from, to }),
      await kobble.transactions.createManualCredit({ ...body, to }),
      await kobble.transactions.createManualDebit({ ...body, from }),
    ];
    await fake.webhooks.settled();
    expect(events.map(({ entity_id }) => entity_id)).toEqual(made.map((it) => (it as { id: string }).id));
    expect(new Set(events.map(({ client_id }) => client_id)).size).toBe(1);
    for (const event of events) {
      expect(event).toEqual({
        id: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
        type: 'transaction-create',
        entity_id: expect.any(String) as string,
        client_id: expect.any(String) as string,
        created_at: expect.stringMatching(/Z$/) as string,
      });
    }
    expect(fake.webhooks.deliveries.map(({ type }) => type)).toEqual([
      'SubscriptionConfirmation',
      ...made.map(() => 'Notification'),
    ]);
    expect(statuses()).toEqual([200, 200, 200, 200]);
  });

  it('finds the transaction that the event names, also if the answer of the call is lost', async () => {
    let found: unknown;
    await fake.webhooks.deliverTo(
      endpoint({
        onEvent: async ({ entity_id }: WebhookEvent) => void (found = await kobble.transactions.get(String(entity_id))),
      }),
    );
    fake.faults.on('createManualCredit').always().dropAnswer();
    await expect(credit()).rejects.toThrow();
    await fake.webhooks.settled();
    expect(found).toMatchObject({ amount: 5 });
  });

  it('is told of nothing that was refused, repeated by its key, or set up by a test', async () => {
    await fake.webhooks.deliverTo(endpoint());
    fake.faults.on('createManualCredit').dropAnswer();
    await credit();
    await expect(
      Promise.resolve(
        kobble.transactions.createManualDebit({ amount: 1, from: crypto.randomUUID(), reference: '', metadata: {} }),
      ),
    ).rejects.toThrow();
    fake.state.addCard();
    await fake.webhooks.settled();
    expect(events).toHaveLength(1);
  });

  it('receives what happened while it was asked to confirm, and nothing from before', async () => {
    await credit();
    const subscribed = fake.webhooks.deliverTo(endpoint());
    const { entity_id } = fake.webhooks.publish({ type: 'test', entity_id: 'meanwhile' });
    await subscribed;
    await fake.webhooks.settled();
    expect(events.map((event) => event.entity_id)).toEqual([entity_id]);
  });

  it('that does not confirm receives nothing, and the caller is told why', async () => {
    const stranger = createWebhookHandler({
      topicArns: ['arn:aws:sns:us-east-1:000000000000:x'],
      onEvent,
      logger: quiet,
    });
    await expect(fake.webhooks.deliverTo(stranger)).rejects.toThrow(/did not confirm the subscription \(answer: 403\)/);
    await expect(fake.webhooks.deliverTo(() => new Response())).rejects.toThrow(/answer: 200/);
    await credit();
    await fake.webhooks.settled();
    expect(events).toEqual([]);
    expect(statuses()).toEqual([403, 200, 'unconfirmed', 'unconfirmed']);
    expect(fake.webhooks.deliveries.every(({ isFinal }) => isFinal)).toBe(true);
  });

  it('may confirm after it has answered', async () => {
    const late = endpoint();
    await fake.webhooks.deliverTo((request) => {
      void late(request);
      return new Response();
    });
    await credit();
    await expect.poll(() => events).toHaveLength(1);
  });

  it('of another topic is trusted by that name, in its region', async () => {
    const topicArn = 'arn:aws:sns:eu-west-1:000000000000:mine';
    await fake.webhooks.deliverTo(endpoint({ topicArns: [topicArn] }), { topicArn });
    await credit();
    await fake.webhooks.settled();
    expect(events).toHaveLength(1);
    await expect(fake.webhooks.deliverTo(endpoint(), { topicArn: 'mine' })).rejects.toThrow(TypeError);
  });

  it('is not asked twice, and no other endpoint gets its confirmations', async () => {
    const [first, second] = [endpoint(), endpoint()];
    await fake.webhooks.deliverTo(first);
    await fake.webhooks.deliverTo(first);
    await fake.webhooks.deliverTo(second);
    expect(statuses()).toEqual([200, 200]);
    await credit();
    await fake.webhooks.settled();
    expect(events).toHaveLength(2);
    expect(new Set(fake.webhooks.deliveries.slice(2).map(({ messageId }) => messageId)).size).toBe(1);
  });

  it.each(['shop', 'ftp://localhost/', 'file:///x'])('is not %s', async (url) => {
    await expect(fake.webhooks.deliverTo(url)).rejects.toThrow(TypeError);
    expect(() => fake.webhooks.route(url, endpoint())).toThrow(TypeError);
  });
});

describe('a message', () => {
  it.each([
    [[200], [200]],
    [
      [503, 200],
      [503, 200],
    ],
    [
      [429, 500, 200],
      [429, 500, 200],
    ],
    [
      [0, 200],
      ['unreachable', 200],
    ],
    [
      [500, 500, 500, 500, 200],
      [500, 500, 500, 500],
    ],
    [[400, 200], [400]],
    [[403, 200], [403]],
    [[408, 200], [408]],
    [[301, 200], [301]],
  ])('that is answered %j is sent as often as SNS sends it', async (answers, expected) => {
    await fake.webhooks.deliverTo(answering(...answers));
    const start = fake.clock.now();
    await credit();
    await fake.webhooks.settled();
    const [, ...deliveries] = fake.webhooks.deliveries;
    expect(deliveries.map(({ status }) => status)).toEqual(expected);
    expect(deliveries.map(({ attempt }) => attempt)).toEqual(expected.map((_, index) => index + 1));
    expect(deliveries.map(({ isFinal }) => isFinal)).toEqual(expected.map((_, index) => index === expected.length - 1));
    expect(new Set(deliveries.map(({ messageId }) => messageId)).size).toBe(1);
    expect(events).toHaveLength(expected.at(-1) === 200 ? 1 : 0);
    expect(Math.round((fake.clock.now() - start) / 20_000)).toBe(expected.length - 1); // 20 s apart, which take no time
  });

  it('to a handler waits in no time, also without a client of the fake', async () => {
    fake = createFakeKobble();
    await fake.webhooks.deliverTo(answering(503));
    fake.webhooks.publish({ entity_id: 'a' });
    const start = performance.now();
    await fake.webhooks.settled();
    expect(statuses()).toEqual([200, 503, 200]);
    expect(performance.now() - start).toBeLessThan(19_000);
  });

  it('that waits to be sent again holds up no other', async () => {
    await fake.webhooks.deliverTo(answering(503, 200, 200));
    const ids = ['a', 'b'].map((entity_id) => fake.webhooks.publish({ type: 'test', entity_id }).entity_id);
    await fake.webhooks.settled();
    expect(events.map(({ entity_id }) => entity_id)).toEqual(ids.reverse());
  });

  it('has the age that it has by the clock of the fake', async () => {
    await fake.webhooks.deliverTo(endpoint({ maxAgeMs: 60_000 }));
    fake.clock.advance(86_400_000); // what was published after a jump is as young as ever
    fake.webhooks.publish({ entity_id: 'young' });
    fake.webhooks.faults.next().delay(61_000);
    fake.webhooks.publish({ entity_id: 'old' });
    await fake.webhooks.settled();
    expect(events.map(({ entity_id }) => entity_id)).toEqual(['young']);
    expect(statuses()).toEqual([200, 200, 403]);
  });

  it('is the same text each time', async () => {
    const bodies: string[] = [];
    const handler = endpoint();
    await fake.webhooks.deliverTo(async (request) => {
      bodies.push(await request.clone().text());
      return handler(request);
    });
    fake.webhooks.faults.next().repeat(2);
    await credit();
    await fake.webhooks.settled();
    expect(new Set(bodies.slice(1)).size).toBe(1);
    expect(bodies).toHaveLength(4);
  });
});

describe('over HTTP', () => {
  it('a service in another process trusts the fake by its URL', async () => {
    const { url } = await fake.listen();
    const [service, stop] = await listen(toNodeHandler(endpoint(trustFake(url))));
    await fake.webhooks.deliverTo(`${service}/webhooks/kobble`);
    await credit();
    await fake.webhooks.settled();
    await stop();
    expect(events).toHaveLength(1);
    expect(fake.webhooks.deliveries.map(({ url: to }) => to)).toEqual(Array(2).fill(`${service}/webhooks/kobble`));
    expect(fake.calls.of('createManualCredit')).toHaveLength(1);
    for (const path of ['/sns/', '/sns/other.pem', '/sns/?Action=ConfirmSubscription&Token=1']) {
      expect((await fetch(url + path)).status).toBe(404);
    }
    expect(fake.calls.length).toBe(1);
  });

  it('an endpoint that is down is tried again, in real time unless the client has the clock of the fake', async () => {
    const [service, stop] = await listen(() => {});
    await stop();
    await expect(fake.webhooks.deliverTo(service)).rejects.toThrow(/answer: unreachable/);
    expect(statuses()).toEqual(Array(4).fill('unreachable'));
    const other = createFakeKobble();
    const start = performance.now();
    await expect(other.webhooks.deliverTo(service, { retryDelayMs: 50 })).rejects.toThrow(/answer: unreachable/);
    expect(performance.now() - start).toBeGreaterThan(140);
    await other.close();
  });

  describe('in real time, a jump of the clock', () => {
    let release: () => void;
    let service: string;
    let stop: () => Promise<unknown>;
    beforeEach(async () => {
      fake = createFakeKobble();
      const answers = [503];
      const held = new Promise<void>((resolve) => (release = resolve));
      const genuine = toNodeHandler(endpoint());
      [service, stop] = await listen((request, response) => {
        if (request.headers['x-amz-sns-message-type'] === 'SubscriptionConfirmation') return genuine(request, response);
        const status = answers.shift();
        if (status === undefined) return genuine(request, response);
        void held.then(() => response.writeHead(status).end());
      });
      await fake.webhooks.deliverTo(service);
    });
    afterEach(() => stop());
    const took = async (work: Promise<unknown>) => {
      const start = performance.now();
      await work;
      return performance.now() - start;
    };

    it('sends a message again at once', async () => {
      fake.webhooks.publish({ entity_id: 'a' });
      release();
      await expect.poll(statuses).toEqual([200, 503]);
      fake.clock.advance(20_000);
      expect(await took(fake.webhooks.settled())).toBeLessThan(15_000);
      expect(statuses()).toEqual([200, 503, 200]);
    });

    it('counts also while the answer is awaited', async () => {
      fake.webhooks.publish({ entity_id: 'a' });
      await expect.poll(statuses).toEqual([200, 'pending']);
      fake.clock.advance(20_000);
      release();
      expect(await took(fake.webhooks.settled())).toBeLessThan(15_000);
      expect(statuses()).toEqual([200, 503, 200]);
    });

    it('sends a message that is late, also if its turn has not come', async () => {
      fake.webhooks.publish({ entity_id: 'a' }); // until its answer, the next one stands in line
      fake.webhooks.faults.next().delay(60_000);
      fake.webhooks.publish({ entity_id: 'b' });
      await expect.poll(statuses).toEqual([200, 'pending']);
      fake.clock.advance(60_000);
      release();
      expect(await took(fake.webhooks.settled())).toBeLessThan(15_000);
      expect(events).toHaveLength(2);
    });
  });

  it('an endpoint that is not on loopback is refused at once', async () => {
    for (const url of ['https://shop.example/', 'http://192.0.2.1:3000/', 'http://localhost.evil.test/']) {
      await expect(fake.webhooks.deliverTo(url)).rejects.toThrow(/takes a URL on loopback or with a route/);
    }
    expect(fake.webhooks.deliveries).toEqual([]);
  });

  it('a redirect is not followed', async () => {
    const [service, stop] = await listen((request, response) => {
      response.writeHead(request.url === '/' ? 307 : 200, { location: '/elsewhere' }).end();
    });
    await expect(fake.webhooks.deliverTo(service)).rejects.toThrow(/answer: 307/);
    await stop();
  });
});

describe('a webhook of the API', () => {
  const URL_OF_SHOP = 'https://shop.example/webhooks/kobble';

  it('receives all events from then on, until it is deleted', async () => {
    let path = '';
    const handler = endpoint();
    fake.webhooks.route(URL_OF_SHOP, (request) => {
      path = request.url;
      return handler(request);
    });
    const webhook = (await kobble.webhooks.create({ url: URL_OF_SHOP })) as { id: string };
    await credit();
    await fake.webhooks.settled();
    expect([events.length, path]).toEqual([1, URL_OF_SHOP]);
    await kobble.webhooks.delete(webhook.id);
    await credit();
    await fake.webhooks.settled();
    expect(events).toHaveLength(1);
  });

  it('that is deleted is not tried again', async () => {
    const confirming = answering();
    const webhook: { id?: string } = {};
    fake.webhooks.route(URL_OF_SHOP, async (request) => {
      if (request.headers.get('x-amz-sns-message-type') !== 'Notification') return confirming(request);
      await kobble.webhooks.delete(webhook.id ?? '');
      return new Response(null, { status: 503 });
    });
    Object.assign(webhook, await kobble.webhooks.create({ url: URL_OF_SHOP }));
    await credit();
    await fake.webhooks.settled();
    expect(statuses()).toEqual([200, 503]);
  });

  it('is posted to if it is on loopback', async () => {
    const [service, stop] = await listen(toNodeHandler(endpoint()));
    await kobble.webhooks.create({ url: service });
    await credit();
    await fake.webhooks.settled();
    await stop();
    expect(events).toHaveLength(1);
  });

  it('is sent nothing over the network', async () => {
    for (const url of [URL_OF_SHOP, 'not a URL', 'ftp://localhost/']) await kobble.webhooks.create({ url });
    await credit();
    await fake.webhooks.settled();
    expect(fake.webhooks.deliveries).toEqual([]);
  });

  it('shares the subscription of an endpoint that is subscribed, which lasts as long as one of them', async () => {
    fake.webhooks.route(URL_OF_SHOP, endpoint());
    await fake.webhooks.deliverTo(URL_OF_SHOP);
    const webhook = (await kobble.webhooks.create({ url: URL_OF_SHOP })) as { id: string };
    await credit();
    await fake.webhooks.settled();
    expect(statuses()).toEqual([200, 200]);
    await kobble.webhooks.delete(webhook.id);
    await credit();
    await fake.webhooks.settled();
    expect(events).toHaveLength(2);
  });
});

describe('the fake', () => {
  it('forgets deliveries, faults and webhooks when it is reset, but no endpoint of deliverTo', async () => {
    fake.webhooks.route('https://shop.example/', endpoint());
    await fake.webhooks.deliverTo(endpoint());
    await kobble.webhooks.create({ url: 'https://shop.example/' });
    await fake.webhooks.settled();
    fake.webhooks.faults.next().swap();
    await credit();
    fake.webhooks.faults.next(2).lose();
    fake.reset();
    await fake.webhooks.settled();
    expect([fake.webhooks.deliveries, fake.webhooks.faults.pending(), events]).toEqual([[], [], []]);
    await credit();
    await fake.webhooks.settled();
    expect(events).toHaveLength(1);
  });

  it('sends nothing once it is closed, and nothing waits for it', async () => {
    const other = createFakeKobble();
    const [service, stop] = await listen((_, response) => response.writeHead(503).end());
    const subscribed = other.webhooks.deliverTo(service);
    const refused = expect(subscribed).rejects.toThrow(/closed/);
    await expect.poll(() => other.webhooks.deliveries.at(0)?.status).toBe(503);
    await other.close();
    await refused;
    await other.webhooks.settled();
    await expect(other.webhooks.deliverTo(service)).rejects.toThrow(/closed/);
    expect(other.webhooks.deliveries).toHaveLength(1);
    await stop();
  });
});
