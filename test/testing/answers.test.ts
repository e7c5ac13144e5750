// Proves that the fake responds to every operation as the contract allows, with each status of a success and each field that
// the contract has: whatever the contract gains, the fake follows, or a test fails.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createKobbleClient, type KobbleClient } from '../../src/index.js';
import { createFakeKobble, type FakeKobble, type FakeKobbleOptions } from '../../src/testing/index.js';
import { operationsOf, resolve, type ContractSchema } from '../../scripts/lib/contract.js';
import type { OperationId } from '../../src/contract/operations.js';
import { deviationsOf } from '../../src/drift/deviations.js';
import { contract, operationIds } from '../support/contract.js';
import { methodCalls, type MethodCall } from '../support/method-calls.js';
import { CARD, TRANSACTION, WALLET } from '../support/samples.js';
import { idOf } from '../support/worlds.js';

interface Answer {
  readonly operationId: OperationId;
  readonly status: number;
  readonly fields: readonly string[];
  readonly deviations: readonly object[];
}

const answers: Answer[] = [];
const fakes: FakeKobble[] = [];
afterAll(() => Promise.all(fakes.map((fake) => fake.close())));

/** Returns a fake whose answers are collected, and a client of it. */
function watched(options: FakeKobbleOptions = {}): { fake: FakeKobble; kobble: KobbleClient } {
  const fake = createFakeKobble(options);
  fakes.push(fake);
  const fetch = async (url: string, init: RequestInit) => {
    const response = await fake.fetch(url, init);
    const operationId = fake.calls.at(-1)?.operationId as OperationId; // every call is of an operation
    const { status, headers } = response;
    const body: unknown = await response.clone().json();
    const fields = [body].flat().flatMap((entry) => Object.keys(Object(entry) as object));
    answers.push({ operationId, status, fields, deviations: deviationsOf(operationId, { status, headers, body }) });
    return response;
  };
  const credentials = { clientId: 'a', clientSecret: 'b', scope: 'c' };
  return { fake, kobble: createKobbleClient({ baseUrl: 'https://kobble.test', fetch, ...credentials }) };
}

/** Calls every method. */
beforeAll(async () => {
  const { fake, kobble } = watched();
  addStory(fake.state);
  const ids = new Map<string, string>();
  for (const { name, resource, sample, call } of inOrder(methodCalls)) {
    const result = await call(kobble, ids.get(resource) ?? name);
    if (sample.verb === 'POST' && !ids.has(resource)) ids.set(resource, idOf(result));
  }
  await kobble.endusers.create({ company: { name: 'Example' } });
  for (const cardCreatedStatus of [201, 202] as const) {
    const other = watched({ cardCreatedStatus });
    const { state: cards } = other.fake;
    await other.kobble.cards.create({ wallet_id: cards.addActiveWallet().id, program_id: cards.addProgram().id });
  }
});

/** Adds what the examples of request bodies name. */
function addStory(state: FakeKobble['state']): void {
  state.addEnduser({ id: WALLET.holder_id });
  for (const id of [TRANSACTION.from, TRANSACTION.to, CARD.wallet_id])
    if (id !== undefined) state.addActiveWallet({ id });
  state.addProgram({ id: CARD.program_id });
}

/** Returns the calls that make records first, then those that find or need one, and those that delete it last. */
function inOrder(calls: readonly MethodCall[]): MethodCall[] {
  const rank = ({ sample }: MethodCall) =>
    sample.verb === 'DELETE' ? 2 : sample.verb === 'GET' || 'id' in sample.values ? 1 : 0;
  return calls.toSorted((one, other) => rank(one) - rank(other));
}

/** The fields of an answer, or of the entries of a list. None if no page shows them. */
function fieldsOf(schema: ContractSchema): readonly string[] {
  const { items, properties = {} } = resolve(contract, schema);
  return items === undefined ? Object.keys(properties) : fieldsOf(items);
}

const SUCCESSES = [...operationsOf(contract)].flatMap(([, , { operationId, responses }]) =>
  Object.entries(responses)
    .filter(([status]) => status.startsWith('2'))
    .map(([status, declared]) => {
      const { content } = resolve(contract, declared);
      return { operationId, status: Number(status), fields: fieldsOf(content?.['application/json']?.schema ?? {}) };
    }),
);

test('every operation is called', () => {
  expect(new Set(answers.map(({ operationId }) => operationId))).toEqual(new Set(operationIds));
});

test('every response is valid by the contract', () => {
  expect(answers.filter(({ deviations }) => deviations.length > 0)).toEqual([]);
});

test.each(SUCCESSES)('$operationId is answered $status, with all fields', ({ operationId, status, fields }) => {
  const found = answers.filter((answer) => answer.operationId === operationId && answer.status === status);
  expect(found).not.toEqual([]);
  expect(found.flatMap((answer) => answer.fields)).toEqual(expect.arrayContaining([...fields]));
});
