// Every method of the client, ready to be called with the contract's own examples.
import { isEmptyBody, parametersOf } from '../../scripts/lib/contract.js';
import { methodsIn } from '../../scripts/lib/methods.js';
import type { ApiPromise, CallOptions, KobbleClient } from '../../src/index.js';
import { contract, samples, type Sample } from './contract.js';

/** A method, and its call with an id and the examples of its query and body. */
export interface MethodCall {
  /** For example `cards.create`. */
  readonly name: string;
  readonly sample: Sample;
  readonly resource: string;
  /** What the query is, by the examples of its parameters. */
  readonly query: Readonly<Record<string, unknown>>;
  /** The value of the path's action, of one of several methods of an operation. */
  readonly action: string;
  readonly call: (kobble: KobbleClient, id: string, options?: CallOptions) => ApiPromise<unknown>;
}

export const methodCalls: readonly MethodCall[] = methodsIn(contract).map((method) => {
  const { resource, name, path, operation, description } = method;
  const sample = samples.find(({ id }) => id === operation.operationId);
  if (sample === undefined) throw new Error(`the contract has no examples of ${operation.operationId}`);
  const parameters = parametersOf(contract, path, operation) as { name: string; in: string; example?: unknown }[];
  const inQuery = parameters.filter((one) => one.in === 'query');
  const query = Object.fromEntries(inQuery.map((one) => [one.name, one.example]));
  const action = description === undefined ? '' : name;
  const schema = operation.requestBody?.content?.['application/json']?.schema;
  const takesBody = schema !== undefined && !isEmptyBody(contract, schema);
  const call: MethodCall['call'] = (kobble, id, options) => {
    const values = Object.keys(sample.values).filter((one) => one !== 'action' || action === '');
    const given = [
      ...values.map(() => id),
      ...(takesBody ? [sample.body] : []),
      ...(inQuery.length > 0 ? [query] : []),
    ];
    const owner = Reflect.get(kobble, resource) as Record<string, (...args: unknown[]) => ApiPromise<unknown>>;
    return (owner[name] ?? missing(resource, name)).call(owner, ...given, options);
  };
  return { name: `${resource}.${name}`, sample, resource, query, action, call };
});

function missing(resource: string, name: string): never {
  throw new Error(`the client has no method ${resource}.${name}`);
}
