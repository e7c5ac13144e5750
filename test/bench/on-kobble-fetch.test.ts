// Proves that ky and the clients that hey-api and Redocly generate run on `kobble.fetch`: a response that is lost after the
// effect, or replaced by a 503, is one card, and all attempts have one key. Part of `npm test -- --mode long` only, as these
// clients come from the registry.
import { beforeAll, describe, expect, it } from 'vitest';
import { isKobbleError, type KobbleClient } from '../../src/index.js';
import { prepareBenchPeers } from '../support/bench-peers.js';
import { rejectionOf, world } from '../support/worlds.js';
import { BODY, CARD_ID, KEY, PATH, type Call } from './calls.js';
import { generatedClients } from './generated-clients.js';
import { load, type Ky } from './packages.js';

beforeAll(prepareBenchPeers);

type Headers = Readonly<Record<string, string>>;

/** Two calls of a client that has no token of its own. */
interface Client {
  readonly create: Call;
  readonly get: Call;
}
type ClientOf = (kobble: KobbleClient, headers: Headers) => Promise<Client>;

async function kyOf(kobble: KobbleClient, headers: Headers): Promise<Client> {
  const { default: ky } = await load<{ default: Ky }>('ky');
  const client = ky.create({ prefixUrl: kobble.baseUrl, fetch: kobble.fetch });
  return {
    create: () => client.post(PATH.slice(1), { json: BODY, headers }).json(),
    get: () => client.get(`${PATH.slice(1)}/${CARD_ID}`).json(),
  };
}

const generated =
  (name: string): ClientOf =>
  async (kobble, headers) => {
    const { create, get } = await generatedClients(kobble.baseUrl, kobble.fetch, { headers });
    return { create: create[name] ?? missing, get: get[name] ?? missing };
  };

const missing: Call = () => Promise.reject(new Error('the client has no such call'));

/** Returns what a call resolves to, or what hey-api puts beside the response. */
const dataOf = (result: unknown): unknown => (result as { data?: unknown }).data ?? result;

/** Serves a fake that has what the body names. */
async function served() {
  const here = await world('over HTTP');
  here.fake.state.addActiveWallet({ id: BODY.wallet_id });
  here.fake.state.addProgram({ id: BODY.program_id });
  return here;
}

describe.each<[name: string, clientOf: ClientOf]>([
  ['ky', kyOf],
  ['hey-api', generated('hey-api')],
  ['redocly generate-client', generated('redocly generate-client')],
])('%s', (_, clientOf) => {
  describe.each<[string, Headers]>([
    ['with a key of the caller', { 'Idempotency-Key': KEY }],
    ['without a key', {}],
  ])('%s', (_, headers) => {
    it.each(['lost', 'replaced by a 503'])('makes one card of a response that is %s', async (what) => {
      const { fake, kobble } = await served();
      const step = fake.faults.on('createCard').times(2);
      if (what === 'lost') step.dropAnswer();
      else step.respond(503, { after: 'effect' });

      const created = await (await clientOf(kobble, headers)).create();

      const [card, ...others] = fake.state.cards.values();
      expect(others).toEqual([]);
      expect(dataOf(created)).toEqual(card);
      const attempts = fake.calls.of('createCard');
      expect(attempts.map(({ effect }) => effect)).toEqual([true, false, false]);
      const [key, ...otherKeys] = new Set(attempts.map((attempt) => attempt.key));
      expect(otherKeys).toEqual([]);
      expect(key).toEqual(headers['Idempotency-Key'] ?? expect.stringMatching(/^[\da-f-]{36}$/));
    });
  });

  it('renews a token that was revoked', async () => {
    const { fake, kobble } = await served();
    const card = fake.state.addCard({ id: CARD_ID });
    const { get } = await clientOf(kobble, {});
    await get();
    fake.state.revokeTokens();
    expect(dataOf(await get())).toEqual(card);
    expect(fake.calls.of('getCard').map(({ status }) => status)).toEqual([200, 401, 200]);
  });

  it('tells of a refusal by an error of its own', async () => {
    const { fake, kobble } = await served();
    const error = await rejectionOf((await clientOf(kobble, {})).get());
    expect(isKobbleError(error)).toBe(false);
    expect(fake.calls.of('getCard').map(({ status }) => status)).toEqual([404]);
  });

  it('tells of a response that never came by an error of this library', async () => {
    const { fake, once } = await served();
    fake.faults.on('createCard').dropAnswer();
    const error = await rejectionOf((await clientOf(once, { 'Idempotency-Key': KEY })).create());
    expect(error).toMatchObject({ name: 'ConnectionError', outcome: 'unknown', idempotencyKey: KEY });
    expect(fake.state.cards.size).toBe(1);
  });
});
