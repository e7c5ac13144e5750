// Proves that the fake responds to every operation as the contract allows.
import { OpenAPIBackend } from 'openapi-backend';
import { expect, test } from 'vitest';
import { createKobbleClient } from '../../src/index.js';
import { createFakeKobble, type FakeKobble } from '../../src/testing/index.js';
import { contract, operationIds } from '../support/contract.js';
import { methodCalls, type MethodCall } from '../support/method-calls.js';
import { idOf } from '../support/worlds.js';
import { CARD, TRANSACTION, WALLET } from '../support/samples.js';

test('every response of the fake is valid by the contract', async () => {
  const validator = new OpenAPIBackend({
    definition: contract as never, // its types and ours describe the same document in two ways
    quick: true,
    ajvOpts: { meta: false, validateSchema: false, formats: { uuid: /^[-0-9a-f]{36}$/, 'date-time': /Z$/ } },
  });
  await validator.init();
  const fake = createFakeKobble();
  addStory(fake.state);
  const fetch = async (url: string, init: RequestInit) => {
    const response = await fake.fetch(url, init);
    const operationId = fake.calls.at(-1)?.operationId ?? '';
    const { errors } = validator.validateResponse(await response.clone().json(), operationId, response.status);
    expect({ operationId, status: response.status, errors }).toEqual({ operationId, status: 200, errors: null });
    return response;
  };
  const kobble = createKobbleClient({
    baseUrl: 'https://kobble.test',
    fetch,
    clientId: 'a',
    clientSecret: 'b',
    scope: 'c',
  });
  const ids = new Map<string, string>();
  for (const { name, resource, sample, call } of inOrder(methodCalls)) {
    const result = await call(kobble, ids.get(resource) ?? name);
    if (sample.verb === 'POST' && !ids.has(resource)) ids.set(resource, idOf(result));
  }

  expect(new Set([...fake.calls].map(({ operationId }) => operationId))).toEqual(new Set(operationIds));
  await fake.close();
});

/** Adds what the examples of request bodies name. */
function addStory(state: FakeKobble['state']): void {
  state.addEnduser({ id: WALLET.holder_id });
  for (const id of [TRANSACTION.from, TRANSACTION.to, CARD.wallet_id])
    if (id !== undefined) state.addActiveWallet({ id });
  state.addProgram({ id: CARD.program_id });
}

/** Returns the calls that make records first, then those that need one, and those that delete it last. */
function inOrder(calls: readonly MethodCall[]): MethodCall[] {
  const rank = ({ sample }: MethodCall) => (sample.verb === 'DELETE' ? 2 : 'id' in sample.values ? 1 : 0);
  return calls.toSorted((one, other) => rank(one) - rank(other));
}
