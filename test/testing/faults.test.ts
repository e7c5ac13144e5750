// Proves what each fault does: to the state, to the caller, and to the record of the call.
import { describe, expect, test } from 'vitest';
import { ConnectionError, DecodeError, TimeoutError } from '../../src/index.js';
import { cardBody, rejectionOf, WAYS, world } from '../support/worlds.js';

describe.each(WAYS)('%s', (way) => {
  test('respond happens so often, and carries nothing out', async () => {
    const { fake, kobble } = await world(way);
    fake.faults.on('createCard').times(2).respond(503, { retryAfter: 0.01 });
    fake.faults.on('createCard').respond(429, { headers: { 'x-request-id': 'abc' }, body: { any: 'thing' } });
    await kobble.cards.create(cardBody(fake));
    const attempts = fake.calls.of('createCard');
    expect(attempts.map(({ status, effect, fault }) => [status, effect, fault])).toEqual([
      [503, false, 'respond'],
      [503, false, 'respond'],
      [429, false, 'respond'],
      [200, true, undefined],
    ]);
    expect(new Set(attempts.map(({ key }) => key)).size).toBe(1);
  });

  test('respond takes Retry-After, headers and a body of any kind', async () => {
    const { fake, once } = await world(way);
    const headers = { 'x-request-id': 'abc', 'content-type': 'text/html' };
    fake.faults.on('listWallets').respond(503, { retryAfter: 2, headers, body: '<p>down' });
    const error = await rejectionOf(once.wallets.list());
    expect(error).toMatchObject({ status: 503, retryAfterMs: 2_000, requestId: 'abc', body: '<p>down' });
    fake.faults.on('listWallets').respond(500, { body: new Uint8Array() });
    expect(await rejectionOf(once.wallets.list())).toMatchObject({ status: 500 });
    fake.faults.on('deleteWebhook').respond(204, { body: '' });
    expect((await once.webhooks.delete('a').withResponse()).response.status).toBe(204);
  });

  test('dropAnswer: carried out, and the connection is lost', async () => {
    const { fake, once } = await world(way);
    fake.faults.on('createCard').dropAnswer();
    const error = await rejectionOf(once.cards.create(cardBody(fake)));
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).toMatchObject({ outcome: 'unknown' });
    expect(fake.state.cards.size).toBe(1);
    expect(fake.calls.of('createCard')).toMatchObject([{ status: 'dropped', effect: true, fault: 'dropAnswer' }]);
  });

  test('dropRequest: the connection is lost, and nothing is carried out', async () => {
    const { fake, once } = await world(way);
    fake.faults.on('createCard').dropRequest();
    expect(await rejectionOf(once.cards.create(cardBody(fake)))).toBeInstanceOf(ConnectionError);
    expect(fake.state.cards.size).toBe(0);
    expect(fake.calls.of('createCard')).toMatchObject([{ status: 'dropped', effect: false }]);
  });

  test('stallHeaders: carried out, without a response', async () => {
    const { fake, once } = await world(way);
    fake.faults.on('createCard').stallHeaders();
    const error = await rejectionOf(once.cards.create(cardBody(fake), { timeoutMs: 500 }));
    expect(error).toBeInstanceOf(TimeoutError);
    expect(fake.state.cards.size).toBe(1);
    expect(fake.calls.of('createCard')).toMatchObject([{ status: 'stalled', effect: true }]);
  });

  test('stallBody: carried out, with half of a response', async () => {
    const { fake, once, baseUrl, fetch } = await world(way);
    fake.faults.on('createCard', 'listWallets').times(2).stallBody();
    const error = await rejectionOf(once.cards.create(cardBody(fake), { timeoutMs: 500 }));
    expect(error).toBeInstanceOf(TimeoutError);
    expect(fake.state.cards.size).toBe(1);
    const headers = { authorization: `Bearer ${fake.state.addToken()}` };
    const { status, body } = await fetch(`${baseUrl}/customers/v1/wallets`, { headers });
    const reader = body?.getReader();
    const half = await reader?.read();
    expect(status).toBe(200);
    expect(() => JSON.parse(new TextDecoder().decode(half?.value)) as unknown).toThrow(SyntaxError);
    const rest = reader?.read();
    await fake.close();
    await expect(rest).rejects.toThrow('terminated');
  });

  test('slow: carried out late, also if the caller has given up', async () => {
    const { fake, once } = await world(way);
    fake.faults.on('createEnduser').slow(200);
    fake.faults.on('createEnduser').slow(1_000); // long after the time limit, also on a busy machine
    const started = performance.now();
    await once.endusers.create({ company: { name: 'patient' } });
    expect(performance.now() - started).toBeGreaterThan(190);
    const company = { name: 'impatient' };
    expect(await rejectionOf(once.endusers.create({ company }, { timeoutMs: 100 }))).toBeInstanceOf(TimeoutError);
    expect(fake.state.endusers.size).toBe(1);
    expect(fake.calls.of('createEnduser')).toMatchObject([{ status: 200 }, { status: 'pending', effect: false }]);
    await expect.poll(() => fake.state.endusers.size).toBe(2);
    expect(fake.calls.at(-1)).toMatchObject({ effect: true });
  });

  test('slow: a refusal is late too, of whatever kind', async () => {
    const { fake, once } = await world(way);
    fake.faults.on('getCard', 'updateWallet').times(2).slow(100);
    for (const refused of [() => once.cards.get('none'), () => once.wallets.update('none', { status: 'NONE' })]) {
      const started = performance.now();
      await expect(refused()).rejects.toMatchObject({ outcome: 'rejected' });
      expect(performance.now() - started).toBeGreaterThan(90);
    }
  });

  test('garble: HTML or cut JSON, with the status of success', async () => {
    const { fake, once } = await world(way);
    const body = cardBody(fake);
    fake.faults.on('createCard').garble();
    fake.faults.on('createCard').garble('cut');
    for (const count of [1, 2]) {
      const error = await rejectionOf(once.cards.create(body));
      expect(error).toBeInstanceOf(DecodeError);
      expect(error).toMatchObject({ outcome: 'unknown' });
      expect(fake.calls.of('createCard').at(-1)).toMatchObject({ status: 200, effect: true, fault: 'garble' });
      expect(fake.state.cards.size).toBe(count);
    }
  });

  test('expireToken: the token is refused from then on', async () => {
    const { fake, kobble } = await world(way);
    fake.faults.on('createCard').expireToken();
    await kobble.cards.create(cardBody(fake));
    await kobble.cards.list();
    const seen = [...fake.calls].map(({ operationId, status }) => [operationId, status]);
    expect(seen).toEqual([
      ['getAccessToken', 200],
      ['createCard', 401],
      ['getAccessToken', 200],
      ['createCard', 200],
      ['listCards', 200],
    ]);
    expect(fake.calls.at(1)?.key).toBe(fake.calls.at(3)?.key);
  });

  test('the token endpoint can fail as well', async () => {
    const { fake, kobble } = await world(way);
    fake.faults.on('getAccessToken').respond(503).dropAnswer();
    await kobble.wallets.list();
    expect(fake.calls.of('getAccessToken').map(({ status }) => status)).toEqual([503, 'dropped', 200]);
  });

  test('close ends what stalls, at once', async () => {
    const { fake, once } = await world(way);
    await once.wallets.list();
    fake.faults.on('listWallets').stallHeaders();
    fake.faults.on('listWallets').stallBody();
    fake.faults.on('listWallets').slow(60_000);
    const stalled = [1, 2, 3].map(() => rejectionOf(once.wallets.list()));
    await expect.poll(() => fake.calls.of('listWallets').length).toBe(4);
    const started = performance.now();
    await fake.close();
    for (const error of await Promise.all(stalled)) expect(error).toBeInstanceOf(ConnectionError);
    expect(performance.now() - started).toBeLessThan(30_000); // half of what the slow response would take
    expect(await rejectionOf(once.wallets.list())).toMatchObject({ code: 'connection_refused' });
  });

  test('close can be called again, and nothing can be served afterwards', async () => {
    const { fake, once } = await world(way);
    await once.wallets.list();
    await Promise.all([fake.close(), fake.close()]);
    await fake.close();
    await expect(fake.listen()).rejects.toThrow('kobble-client: The fake Kobble is closed.');
  });
});
