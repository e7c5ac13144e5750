import { startKobbleMock } from '../testing/index.js';
import { readPort, SERVER_OPTIONS, serveUntilStopped, type Command } from './command.js';

/** `kobble-client mock` */
export const mock: Command = {
  summary: 'Serves the contract by Prism: any valid call is answered with an example',
  help: `Usage: kobble-client mock [--port PORT] [--dynamic] [--exit-with-stdin] [--json]

Serves the contract of this package by Prism on 127.0.0.1, until it is stopped. It stores nothing: a call that is
valid by the contract is answered with an example, any other with 400 (the header sl-violations says why). Any token
is accepted. The header "Prefer: code=404" asks for a certain response. Needs @stoplight/prism-cli.

Options:
  --port PORT          Default: a free port
  --dynamic            Makes values up instead of the contract's examples, new ones each time
  --exit-with-stdin    Ends when its standard input is closed, also by the end of its parent
  --json               Prints { "url": … }`,
  options: { ...SERVER_OPTIONS, dynamic: { type: 'boolean' } },
  async run(input) {
    const { values, print } = input;
    const server = await startKobbleMock({
      port: readPort(values['port']),
      dynamic: values['dynamic'] === true,
    });
    print(`Prism serves the contract at ${server.url}; Ctrl+C stops it.`, { url: server.url });
    return serveUntilStopped(input, () => server.close());
  },
};
