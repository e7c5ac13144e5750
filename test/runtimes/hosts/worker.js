// Runs the suite in a Worker, and the checks of a client in module scope, which outlives the requests that use it.
import { createKobbleClient } from 'kobble-client';
import { CREDENTIALS, runSuite } from '../suite/harness.js';
import '../suite/index.js';

/** Clients in module scope. */
const clients = new Map();

export default {
  async fetch(request, { control }, context) {
    const { pathname, searchParams } = new URL(request.url);
    if (pathname === '/suite') {
      const lines = [];
      await runSuite(control, (line) => lines.push(line));
      return new Response(lines.join('\n'));
    }
    const { baseUrl, card, waits } = Object.fromEntries(searchParams);
    let kobble = clients.get(baseUrl);
    if (kobble === undefined) {
      const waitUntil = waits ? (renewal) => context.waitUntil(renewal) : undefined;
      kobble = createKobbleClient({ baseUrl, ...CREDENTIALS, deadlineMs: 4_000, logLevel: 'off', waitUntil });
      clients.set(baseUrl, kobble);
    }
    const answer = await kobble.cards.get(card).then(
      ({ id }) => id,
      (error) => `${error.code}: ${error.message}`,
    );
    return new Response(answer);
  },
};
