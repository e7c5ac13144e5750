// Proves that openapi-react-query runs on the client that `createOpenapiClient` returns: a query, its failure, and a mutation
// whose first response is lost. Part of `npm test -- --mode long` only, as its packages come from the registry.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type * as ReactPackage from 'react';
import { beforeAll, expect, it, vi } from 'vitest';
import { createOpenapiClient } from '../../src/openapi-fetch/index.js';
import { fromRegistry } from '../support/from-registry.js';
import { cardBody, world } from '../support/worlds.js';

/** Only what is called is declared: the packages are not installed when this file is type-checked. */
interface Query {
  readonly data?: { readonly id?: string };
  readonly error: unknown;
  readonly status: string;
}
interface Mutation extends Query {
  readonly mutate: (input: object) => void;
}
interface Packages {
  readonly react: typeof ReactPackage;
  readonly createHooks: (api: object) => {
    useQuery: (verb: string, path: string, input?: object) => Query;
    useMutation: (verb: string, path: string) => Mutation;
  };
  readonly query: {
    QueryClient: new (options: object) => object;
    QueryClientProvider: ReactPackage.FC<{ client: object }>;
  };
  readonly renderer: { create: (element: object) => { unmount: () => void } };
}

let packages: Packages;
beforeAll(() => {
  const versions = ['openapi-react-query@0.5.4', '@tanstack/react-query@5.108.4', 'openapi-fetch@0.17.0'];
  const react = ['react@19.3.1', 'react-test-renderer@19.3.1'];
  const programs = fromRegistry('openapi-react-query', [...versions, ...react]);
  const load = createRequire(join(programs, 'packages.cjs')); // one React for all of them
  packages = {
    react: load('react') as Packages['react'],
    createHooks: load('openapi-react-query') as Packages['createHooks'],
    query: load('@tanstack/react-query') as Packages['query'],
    renderer: load('react-test-renderer') as Packages['renderer'],
  };
});

/** Renders a component that uses hooks, and returns what they returned last. */
function render<T>(use: () => T): { last: () => T; unmount: () => void } {
  const { react, query, renderer } = packages;
  vi.spyOn(console, 'error').mockImplementation(() => {}); // the renderer says that it is deprecated
  let last: T | undefined;
  const Component = () => {
    last = use();
    return null;
  };
  const client = new query.QueryClient({ defaultOptions: { queries: { retry: false } } });
  const element = react.createElement(query.QueryClientProvider, { client }, react.createElement(Component));
  const { unmount } = renderer.create(element);
  return { last: () => last as T, unmount };
}

async function served() {
  const { fake, kobble } = await world('over HTTP');
  return { fake, hooks: packages.createHooks(createOpenapiClient(kobble)) };
}

it('useQuery has the data of a call', async () => {
  const { fake, hooks } = await served();
  const { id } = fake.state.addCard();
  const { last, unmount } = render(() =>
    hooks.useQuery('get', '/customers/v1/cards/{id}', { params: { path: { id } } }),
  );
  await expect.poll(() => last()).toMatchObject({ status: 'success', data: { id }, error: null });
  expect(fake.calls.of('getCard')).toHaveLength(1);
  unmount();
});

it('useQuery has the error of a failure without a body', async () => {
  const { fake, hooks } = await served();
  fake.faults.on('listCards').respond(404, { body: '' });
  const { last, unmount } = render(() => hooks.useQuery('get', '/customers/v1/cards'));
  await expect.poll(() => last()).toMatchObject({ status: 'error', error: { status: 404 } });
  unmount();
});

it('useMutation makes one card, although the first response is lost', async () => {
  const { fake, hooks } = await served();
  fake.faults.on('createCard').dropAnswer();
  const { last, unmount } = render(() => hooks.useMutation('post', '/customers/v1/cards'));
  await expect.poll(() => last()).toMatchObject({ status: 'idle' });
  last().mutate({ body: cardBody(fake) });
  await expect.poll(() => last().status).toBe('success');
  expect([...fake.state.cards.values()]).toEqual([last().data]);
  const attempts = fake.calls.of('createCard');
  expect(attempts.map(({ effect }) => effect)).toEqual([true, false]);
  expect(new Set(attempts.map(({ key }) => key)).size).toBe(1);
  unmount();
});
