import { createFakeKobble } from '../testing/index.js';
import { readPort, serveUntilStopped, type Command } from './command.js';
import { CONTROL_HELP, controlOf } from './fake-control.js';

/** `kobble-client fake` */
export const fake: Command = {
  summary: 'Serves a stateful fake of Kobble, with faults on demand, for tests in any language',
  help: `Usage: kobble-client fake [--port PORT] [--client-id ID --client-secret SECRET] [--json]

Serves a fake Kobble on 127.0.0.1, until it is stopped. It stores what it is sent, in memory, and remembers idempotency
keys. Any credentials get a token, unless options say which.

Options:
  --port PORT              Default: a free port
  --client-id ID           The only client that gets a token
  --client-secret SECRET   Its secret
  --json                   Prints { "url", "token" }

${CONTROL_HELP}`,
  options: { port: { type: 'string' }, 'client-id': { type: 'string' }, 'client-secret': { type: 'string' } },
  async run({ values, print }) {
    const credentials = { clientId: optional(values['client-id']), clientSecret: optional(values['client-secret']) };
    const kobble = createFakeKobble(credentials);
    const { url } = await kobble.listen(readPort(values['port']), { intercept: controlOf(kobble) });
    const token = kobble.state.addToken();
    print(`A fake Kobble is at ${url}; Ctrl+C stops it. A token: ${token}`, { url, token });
    return serveUntilStopped(() => kobble.close());
  },
};

const optional = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
