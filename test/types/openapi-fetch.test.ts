// Proves what the compiler accepts and refuses of openapi-fetch's client; `npm run typecheck` checks it. The functions here are
// never called.
import type { Client, ClientPathsWithMethod } from 'openapi-fetch';
import { describe, expectTypeOf, it } from 'vitest';
import type { paths, PathOf } from '../../src/contract/types.js';
import { idempotencyKeyFrom, type CardCreate, type KobbleClient } from '../../src/index.js';
import { CARD } from '../support/samples.js';
import { apiOf } from '../support/openapi-client.js';

/** Only the compiler looks at what is in here. */
const compiled = (program: (kobble: KobbleClient) => unknown) => program;
const id = 'b844c7e7-2e4e-44b3-8d9f-5668c5a9b93e';

/**
 * True if both types are assignable to each other. `toEqualTypeOf` compares all parts of a client, which takes a quarter of the
 * whole type check.
 */
type IsSame<One, Other> = [One, Other] extends [Other, One] ? true : false;

describe("openapi-fetch's client", () => {
  const path = { id };
  const again = { reason: 'r', expiry: '12/30' };

  it('takes what the contract has; the key may be left out', () => {
    compiled((kobble) => [
      apiOf(kobble).GET('/customers/v1/cards'),
      apiOf(kobble).GET('/customers/v1/cards', { params: { query: { limit: 5 } } }),
      apiOf(kobble).POST('/customers/v1/cards', { body: CARD }),
      apiOf(kobble).POST('/customers/v1/cards', {
        params: { header: { 'Idempotency-Key': idempotencyKeyFrom('card', 7) } },
        body: CARD,
      }),
      apiOf(kobble).POST('/customers/v1/cards/{id}/secrets', { params: { path }, body: { remarks: 'r' } }),
      apiOf(kobble).POST('/customers/v1/cards/{id}/{action}', {
        params: { path: { id, action: 'renew' } },
        body: again,
      }),
    ]);
  });

  it('gives data or error, and the answer', () => {
    compiled(async (kobble) => {
      const { data, response } = await apiOf(kobble).GET('/customers/v1/cards/{id}', { params: { path } });
      expectTypeOf(data?.last_four_digit).toEqualTypeOf<string | undefined>();
      expectTypeOf(response).toEqualTypeOf<Response>();
    });
  });

  it('has every operation', () => {
    type Api = ReturnType<typeof apiOf>;
    expectTypeOf<IsSame<Api, Client<paths>>>().toEqualTypeOf<true>();
    expectTypeOf<ClientPathsWithMethod<Api, 'get'>>().toEqualTypeOf<PathOf<'GET'>>();
    expectTypeOf<ClientPathsWithMethod<Api, 'post'>>().toEqualTypeOf<PathOf<'POST'>>();
    expectTypeOf<ClientPathsWithMethod<Api, 'put'>>().toEqualTypeOf<PathOf<'PUT'>>();
    expectTypeOf<ClientPathsWithMethod<Api, 'patch'>>().toEqualTypeOf<PathOf<'PATCH'>>();
    expectTypeOf<ClientPathsWithMethod<Api, 'delete'>>().toEqualTypeOf<PathOf<'DELETE'>>();
  });

  it('lets a further field pass, as openapi-fetch does, unless its type is named', () => {
    compiled((kobble) => [
      apiOf(kobble).POST('/customers/v1/cards', { body: { ...CARD, remark: 'r' } }),
      // @ts-expect-error -- misspelt
      apiOf(kobble).POST('/customers/v1/cards', { body: { ...CARD, remark: 'r' } satisfies CardCreate }),
    ]);
  });

  it('refuses what the contract has not', () => {
    compiled((kobble) => [
      // @ts-expect-error -- misspelt path
      apiOf(kobble).GET('/customers/v1/card'),
      // @ts-expect-error -- the path has no such verb
      apiOf(kobble).DELETE('/customers/v1/cards/{id}', { params: { path } }),
      // @ts-expect-error -- the path filled in
      apiOf(kobble).GET(`/customers/v1/cards/${id}`),
      // @ts-expect-error -- the id is missing
      apiOf(kobble).GET('/customers/v1/cards/{id}'),
      // @ts-expect-error -- misspelt path value
      apiOf(kobble).GET('/customers/v1/cards/{id}', { params: { path: { ID: id } } }),
      // @ts-expect-error -- unknown query name
      apiOf(kobble).GET('/customers/v1/cards', { params: { query: { page: 2 } } }),
      // @ts-expect-error -- misspelt field
      apiOf(kobble).POST('/customers/v1/cards', { body: { wallet_id: id, programId: id } }),
      // @ts-expect-error -- missing field
      apiOf(kobble).POST('/customers/v1/cards', { body: { wallet_id: id } }),
      // @ts-expect-error -- no such action
      apiOf(kobble).POST('/customers/v1/cards/{id}/{action}', { params: { path: { id, action: 'end' } }, body: again }),
    ]);
  });
});
