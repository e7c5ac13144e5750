import { listOperations } from '../contract/operations.js';
import type { FakeKobble } from './fake.js';

/** The member of MSW's `http` that is used. */
export interface MswHttp<Handler> {
  all(path: string, resolver: (info: { readonly request: Request }) => Promise<Response>): Handler;
}

/** Returns the first two segments of each path of the contract, at any host, and all below. */
const paths = (): string[] => [
  ...new Set(listOperations().map(({ path }) => `*${path.split('/').slice(0, 3).join('/')}*`)),
];

/**
 * Returns handlers of MSW that hand all calls of Kobble's paths to a fake, whatever the host. They serve code whose `fetch`
 * cannot be given as an option, such as a page or an end-to-end test. A lost connection is a network error.
 *
 * @example
 * const server = setupServer(...fakeHandlers(fake, http)); // from 'msw/node' and 'msw'
 * server.listen();
 */
export function fakeHandlers<Handler>(fake: FakeKobble, http: MswHttp<Handler>): Handler[] {
  const answer = ({ request }: { readonly request: Request }) => fake.fetch(request).catch(() => Response.error());
  return paths().map((path) => http.all(path, answer));
}
