// Proves what the compiler accepts and refuses; `npm run typecheck` checks it. The functions here are never called.
import { describe, expectTypeOf, it } from 'vitest';
import {
  createKobbleClient,
  idempotencyKeyFrom,
  isKobbleError,
  type ApiPromise,
  type Card,
  type CardWidgetSessionWithUrl,
  type KobbleClient,
  type KobbleClientOptions,
  type ListPromise,
  type Outcome,
  type Page,
  type Send,
  type Transaction,
  type Undocumented,
  type Wallet,
} from '../../src/index.js';
import { CARD } from '../support/samples.js';

/** Only the compiler looks at what is in here. */
const compiled = (program: (kobble: KobbleClient) => unknown) => program;
const id = 'b844c7e7-2e4e-44b3-8d9f-5668c5a9b93e';
const beneficiary = { bank_name: 'B', bank_country: 'AU', bank_code: '012', account_number: '1' };

describe('options', () => {
  it('can all be left out, for variables', () => {
    expectTypeOf(createKobbleClient).toBeCallableWith();
    expectTypeOf(createKobbleClient).toBeCallableWith({});
    expectTypeOf<{ scope: readonly string[] }>().toExtend<KobbleClientOptions>();
    expectTypeOf<{ token: () => Promise<string> }>().toExtend<KobbleClientOptions>();
    expectTypeOf<{ fetch: typeof fetch; logger: Console }>().toExtend<KobbleClientOptions>();
    expectTypeOf<{ environment: string | undefined }>().not.toExtend<KobbleClientOptions>();
  });

  it('are refused where they are wrong', () => {
    compiled(() => [
      // @ts-expect-error -- no documented host
      createKobbleClient({ environment: 'production' }),
      // @ts-expect-error -- misspelt
      createKobbleClient({ clientID: 'client-1' }),
      // @ts-expect-error -- no level
      createKobbleClient({ logLevel: 'verbose' }),
      // @ts-expect-error -- misspelt
      createKobbleClient({ retry: { maxretries: 2 } }),
      // @ts-expect-error -- text, where milliseconds are asked for
      createKobbleClient({ timeoutMs: '30s' }),
    ]);
  });
});

describe('enums of responses', () => {
  it('are open: known values are suggested, others are accepted', () => {
    expectTypeOf<'ACTIVE'>().toExtend<Card['status']>();
    expectTypeOf<string>().toExtend<Card['status']>();
    expectTypeOf<string>().toExtend<Wallet['partner_product']>();
    compiled(({ cards }) => cards.get(id).then(({ status }) => status === 'LOST'));
  });
});

describe('resource methods', () => {
  it('return the named types', () => {
    expectTypeOf<KobbleClient['cards']['get']>().returns.toEqualTypeOf<ApiPromise<Card>>();
    expectTypeOf<KobbleClient['wallets']['list']>().returns.toEqualTypeOf<ListPromise<Wallet>>();
    expectTypeOf<
      KobbleClient['cards']['createWidgetSession']
    >().returns.resolves.toEqualTypeOf<CardWidgetSessionWithUrl>();
    expectTypeOf<CardWidgetSessionWithUrl['iframeUrl']>().toEqualTypeOf<string>();
    expectTypeOf<KobbleClient['cards']['updateStatus']>().returns.resolves.toBeUnknown();
    expectTypeOf<KobbleClient['request']>().returns.resolves.toBeUnknown();
    expectTypeOf<Awaited<ReturnType<KobbleClient['beneficiaries']['get']>>>().extract<undefined>().toBeUndefined();
  });

  it('have two faces', () => {
    compiled(async (kobble) => {
      const { data, response } = await kobble.cards.get(id).withResponse();
      expectTypeOf(data).toEqualTypeOf<Card>();
      expectTypeOf(response).toEqualTypeOf<Response>();
    });
  });

  it('take the body of their operation', () => {
    compiled((kobble) => [
      kobble.cards.create(CARD),
      kobble.cards.create(CARD, { idempotencyKey: idempotencyKeyFrom('card', 7) }),
      kobble.endusers.create({ person: { first_name: 'Jo' } }),
      kobble.endusers.create({ company: { name: 'Jo & Co' } }),
      kobble.transactions.create({ amount: 100 }),
      kobble.transactions.create({ amount: 100, reference: undefined, metadata: undefined }),
      kobble.cards.list({ limit: undefined, order: undefined }),
      kobble.wallets.update(id, { status: 'CLOSED' }), // no page lists the values
      kobble.beneficiaries.create({ ...beneficiary, bank_code_type: 'BSB' }),
    ]);
    compiled((kobble) => [
      // @ts-expect-error -- program_id is required
      kobble.cards.create({ wallet_id: id }),
      // @ts-expect-error -- misspelt; the page lists all fields
      kobble.cards.create({ wallet_id: id, program_id: id, walletId: id }),
      // @ts-expect-error -- a number
      kobble.cards.create({ wallet_id: 7, program_id: id }),
      // @ts-expect-error -- no such code
      kobble.beneficiaries.create({ ...beneficiary, bank_code_type: 'IBAN' }),
      // @ts-expect-error -- its page may list more fields, which the option `extraBody` sends
      kobble.beneficiaries.create({ ...beneficiary, bank_code_type: 'BSB', nickname: 'J' }),
      // @ts-expect-error -- neither person nor company
      kobble.endusers.create({ metadata: {} }),
      // @ts-expect-error -- the body is required
      kobble.cards.createSecret(id),
      // @ts-expect-error -- the id is required
      kobble.cards.get(),
      // @ts-expect-error -- the id is text
      kobble.cards.get(7),
    ]);
  });

  it('take the query of their operation', () => {
    compiled((kobble) => [
      kobble.cards.list(),
      kobble.cards.list({ limit: 50, offset: 0, order: 'desc', from: '2026-01-01T00:00:00Z' }),
      kobble.transactions.list({ wallet: id }),
    ]);
    compiled((kobble) => [
      // @ts-expect-error -- no such name
      kobble.cards.list({ page: 2 }),
      // @ts-expect-error -- only transactions have it
      kobble.cards.list({ wallet: id }),
      // @ts-expect-error -- no such order
      kobble.cards.list({ order: 'newest' }),
      // @ts-expect-error -- a number
      kobble.cards.list({ limit: '50' }),
    ]);
  });

  it('take the options of a call, and no others', () => {
    const { signal } = new AbortController();
    compiled((kobble) => [
      kobble.cards.get(id, { signal, timeoutMs: 1, deadlineMs: 1, retry: { maxRetries: 0, statuses: [503] } }),
      kobble.cards.get(id, { headers: { 'x-trace': '1', 'x-team': null } }),
      // @ts-expect-error -- misspelt
      kobble.cards.get(id, { timeout: 1 }),
      // @ts-expect-error -- text, where an object is asked for
      kobble.cards.create(CARD, id),
    ]);
  });
});

describe('a call of an operation', () => {
  const bound = (program: (send: Send) => unknown) => program;
  const path = { id };

  it('has the type of its response', () => {
    bound((send) => [
      expectTypeOf(send('GET', '/customers/v1/cards/{id}', { path })).toEqualTypeOf<ApiPromise<Card>>(),
      expectTypeOf(send('GET', '/customers/v1/wallets', {})).toEqualTypeOf<ApiPromise<Wallet[]>>(),
      send('GET', '/customers/v1/transactions/{id}', { path }) satisfies ApiPromise<Undocumented<Transaction>>,
      send('GET', '/customers/v1/cards/{id}', { path }, ({ status }) => status) satisfies ApiPromise<string>,
    ]);
  });

  it('has no other', () => {
    bound((send) => [
      // @ts-expect-error -- the response is a card
      send('GET', '/customers/v1/cards/{id}', { path }) satisfies ApiPromise<Wallet>,
      // @ts-expect-error -- the response is a list
      send('GET', '/customers/v1/wallets', {}) satisfies ApiPromise<{ items: Wallet[] }>,
      // @ts-expect-error -- one record
      send('GET', '/customers/v1/wallets/{id}', { path }) satisfies ApiPromise<Wallet[]>,
      // @ts-expect-error -- a wallet has no such field
      send('GET', '/customers/v1/wallets/{id}', { path }) satisfies ApiPromise<{ nonsense: true }>,
      // @ts-expect-error -- no page shows the response
      send('DELETE', '/customer/v1/webhooks/subscriptions/{id}', { path }) satisfies ApiPromise<Card>,
      // @ts-expect-error -- it is read from a card
      send('GET', '/customers/v1/cards/{id}', { path }, (wallet: Wallet) => wallet.id),
    ]);
  });

  it('decides the type of each method', () => {
    compiled((kobble) => [
      // @ts-expect-error -- the response is a wallet
      kobble.wallets.create({} as never) satisfies ApiPromise<Card>,
      // @ts-expect-error -- no page shows the response
      kobble.transactions.get(id) satisfies ApiPromise<Transaction>,
      // @ts-expect-error -- does not page
      kobble.wallets.list() satisfies ApiPromise<Page<Wallet>>,
    ]);
  });
});

describe('lists that page', () => {
  it('are a page to await, and items to walk', () => {
    compiled(async (kobble) => {
      const page = await kobble.cards.list();
      expectTypeOf(page).toEqualTypeOf<Page<Card>>();
      expectTypeOf(page.total).toEqualTypeOf<number | undefined>();
      expectTypeOf(await page.nextPage()).toEqualTypeOf<Page<Card> | undefined>();
      for await (const card of kobble.cards.list()) expectTypeOf(card).toEqualTypeOf<Card>();
    });
    expectTypeOf<ReturnType<KobbleClient['wallets']['list']>>().toExtend<AsyncIterable<Wallet>>();
  });
});

describe('errors', () => {
  it('are narrowed by isKobbleError', () => {
    const error: unknown = undefined;
    if (isKobbleError(error)) {
      expectTypeOf(error.outcome).toEqualTypeOf<Outcome>();
      expectTypeOf(error.code).toEqualTypeOf<string>();
    }
    expectTypeOf<Outcome>().toEqualTypeOf<'not-sent' | 'rejected' | 'unknown'>();
  });

  it('idempotencyKeyFrom needs two parts', () => {
    compiled(() => [
      // @ts-expect-error -- no part
      idempotencyKeyFrom(),
      // @ts-expect-error -- one part
      idempotencyKeyFrom('order-1'),
      // @ts-expect-error -- no text
      idempotencyKeyFrom('topup', { id }),
    ]);
  });
});
