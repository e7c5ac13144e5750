import { createServer, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { generateKeyPairSync } from 'node:crypto';
import { createFakeKobble, type FakeKobble, type FakeKobbleOptions } from '../../src/testing/index.js';
import { signTestWebhook, type SignTestWebhookOptions } from '../../src/webhooks/index.js';
import { throwawayCertificate } from '../../src/webhooks/throwaway-certificate.js';
import { DyingServer, lastServer } from './dying-server.js';
import { Sns } from './sns.js';

type Operation = Parameters<FakeKobble['calls']['of']>[0];
type Fault = 'respond' | 'dropAnswer' | 'dropRequest' | 'stallHeaders' | 'stallBody' | 'expireToken' | 'garble';

/** The servers of a run, and the one by which the suite in another runtime plans faults and asks what arrived. */
export class World {
  readonly #fakes = new Map<string, FakeKobble>();
  readonly #servers: Server[] = [];
  readonly #dying = new DyingServer();
  readonly #sns = new Sns();
  #elsewhere = 0;
  #given: object = {};
  control = '';

  async start(): Promise<void> {
    const elsewhere = await this.#listen(createServer((_, response) => (this.#elsewhere++, response.end('{}'))));
    const untrusted = await this.#listen(
      createTlsServer(selfSigned(), (_, response) => response.end('{}')),
      'https',
    );
    const closed = createServer();
    const refused = await this.#listen(closed);
    closed.close();
    this.#given = {
      ...{ elsewhere, untrusted, refused, dying: await this.#listen(this.#dying.server) },
      ...{ noSuchName: 'https://no-such-host.invalid', denied: 'https://denied.invalid' },
      webhooks: { 1: await signedBeforehand({ signatureVersion: '1' }), 2: await signedBeforehand() },
      confirmation: await signedBeforehand({ type: 'SubscriptionConfirmation' }),
      sns: await this.#listen(this.#sns.server),
    };
    this.control = await this.#listen(createServer((request, response) => void this.#answer(request, response)));
  }

  async stop(): Promise<void> {
    for (const server of this.#servers) server.close().closeAllConnections();
    await Promise.all([...this.#fakes.values()].map((fake) => fake.close()));
  }

  async #listen(server: Server, scheme = 'http'): Promise<string> {
    this.#servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return `${scheme}://127.0.0.1:${(server.address() as AddressInfo).port}`; // a string only for a pipe
  }

  async #answer(...[request, response]: Parameters<Parameters<typeof createServer>[1] & object>): Promise<void> {
    let text = '';
    for await (const chunk of request) text += String(chunk);
    response.setHeader('access-control-allow-origin', '*');
    if (text === '') return void response.end('<!doctype html><title>Suite</title>'); // the page that Chromium opens
    try {
      const { method, args } = JSON.parse(text) as { method: string; args: never[] };
      const act: ((...args: never[]) => unknown) | undefined = this.#methods[method];
      if (act === undefined) throw new Error('there is no such method');
      response.end(JSON.stringify({ value: (await act(...args)) ?? null }));
    } catch (error) {
      response.writeHead(500).end(JSON.stringify({ error: String(error) }));
    }
  }

  readonly #methods: Record<string, (...args: never[]) => unknown> = {
    given: () => this.#given,
    open: (options: FakeKobbleOptions) => this.#open(options),
    close: async (id: string) => {
      await this.#fake(id).close();
      this.#fakes.delete(id);
    },
    fault: (id: string, operation: Operation, times: number, fault: Fault, ...args: never[]) => {
      const step = this.#fake(id).faults.on(operation).times(times);
      (step[fault] as (...args: never[]) => unknown)(...args);
    },
    calls: (id: string, operation: Operation) => this.#fake(id).calls.of(operation),
    effects: (id: string, operation: Operation) => this.#fake(id).state.effectsOf(operation).length,
    addCards: (id: string, count: number) => {
      for (let index = 0; index < count; index++) this.#fake(id).state.addCard();
    },
    elsewhere: () => this.#elsewhere,
    newConfirmations: () => this.#sns.newConfirmations(),
    writes: (id: string) => this.#dying.writes(id),
    lastServer: () => lastServer(),
  };

  #fake(id: string): FakeKobble {
    const fake = this.#fakes.get(id);
    if (fake === undefined) throw new Error('there is no such fake');
    return fake;
  }

  async #open(options: FakeKobbleOptions): Promise<object> {
    const fake = createFakeKobble(options);
    const id = `world-${String(performance.now()).replace('.', '-')}`;
    this.#fakes.set(id, fake);
    const { state } = fake;
    const wallet = state.addActiveWallet();
    const facts = { holder: wallet.holder_id, wallet: wallet.id, program: state.addProgram().id };
    return { id, ...(await fake.listen()), token: state.addToken(), card: state.addCard().id, ...facts };
  }
}

function selfSigned(): { key: string; cert: string } {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const day = 24 * 60 * 60 * 1000;
  const validity = { validFrom: new Date(Date.now() - day), validTo: new Date(Date.now() + day) };
  const cert = throwawayCertificate({ publicKey, privateKey, ...validity });
  return { key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), cert };
}

/** Returns a signed message with the certificate that vouches for it, as JSON can carry it. */
async function signedBeforehand(options: SignTestWebhookOptions = {}): Promise<object> {
  const { fetch, ...message } = signTestWebhook({ type: 'transaction-create', entity_id: 'transaction-1' }, options);
  const { SigningCertURL } = JSON.parse(message.rawBody) as { SigningCertURL: string };
  return { ...message, certificate: await (await fetch(SigningCertURL, {})).text() };
}
