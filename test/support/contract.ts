// The bundled contract, as tests read it: every operation with the examples it is called and answered with.
import { readFileSync } from 'node:fs';
import { operationsOf, resolve, type Contract, type ContractOperation } from '../../scripts/lib/contract.js';
import { operationAt, type Operation } from '../../src/contract/operations.js';

export const contract = JSON.parse(
  readFileSync(new URL('../../generated/openapi.json', import.meta.url), 'utf8'),
) as Contract;

/** One operation, ready to be called. */
export interface Sample {
  readonly id: string;
  readonly tag: string;
  readonly verb: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  /** Values for the path's placeholders. */
  readonly values: Record<string, string>;
  readonly body: unknown;
  /** Status → the named examples of its body. */
  readonly answers: ReadonlyMap<number, ReadonlyMap<string, unknown>>;
}

export const samples: readonly Sample[] = [...operationsOf(contract)].map(([verb, path, operation]) => ({
  id: operation.operationId,
  tag: operation.tags[0] ?? '',
  verb: verb as Sample['verb'],
  path,
  values: Object.fromEntries([...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => [name, valueOf(name)])),
  body: [...examplesOf(operation.requestBody ?? {}).values()][0],
  answers: answersOf(operation),
}));

/** The contract's names of all operations. */
export const operationIds: readonly string[] = samples.map(({ id }) => id);

/** The operation as the client knows it at run time. */
export function operationNamed(id: string | undefined): Operation {
  const sample = samples.find((one) => one.id === id);
  if (sample === undefined) throw new Error(`the contract has no operation ${id}`);
  return operationAt(sample.verb, sample.path);
}

function valueOf(name: string): string {
  return name === 'action' ? 'replace' : '1b8ecc17-4edd-4b74-ae4f-208aeb78f105';
}

function answersOf({ responses }: ContractOperation): ReadonlyMap<number, ReadonlyMap<string, unknown>> {
  const listed = Object.entries(responses).filter(([status]) => status !== 'default');
  return new Map(listed.map(([status, response]) => [Number(status), examplesOf(resolve(contract, response))]));
}

function examplesOf({ content = {} }: { content?: NonNullable<ContractOperation['requestBody']>['content'] }) {
  const [media] = Object.values(content);
  return new Map(
    Object.entries(media?.examples ?? {}).map(([name, example]) => [
      name,
      resolve<{ value?: unknown }>(contract, example).value,
    ]),
  );
}
