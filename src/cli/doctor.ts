import { createKobbleClient, isKobbleError, type KobbleClientOptions } from '../index.js';
import { CLIENT_HELP, CLIENT_OPTIONS, readClientOptions } from './client-options.js';
import { UsageError, type Command } from './command.js';
import { diagnose } from './diagnosis.js';

/** `kobble-client doctor` */
export const doctor: Command = {
  summary: 'Checks options and variables, asks for a token, and says what is wrong',
  help: `Usage: kobble-client doctor [options]

Checks what a client needs, then asks the token endpoint for a token, and says in one sentence what is wrong. It makes
no call to the API, and prints no secret and no token. The client secret is read from its variable only: the arguments
of a program can be seen by others.

Options, each with the variable that may replace it:
${CLIENT_HELP}
  --json               Prints { "ok", "code", "message", "tokenHost" }

Exit codes: 0 there is a token, 1 there is none, 2 something is missing or wrong.`,
  options: CLIENT_OPTIONS,
  async run({ values, print }) {
    const options = readClientOptions(values);
    let tokenHost = '';
    const fetchTokenOnly = async (url: string, init: RequestInit): Promise<Response> => {
      if (init.method === 'GET') return Response.json([]); // the call that needs the token is not sent
      tokenHost = new URL(url).host;
      return fetch(url, init);
    };
    const kobble = create({
      ...options,
      fetch: fetchTokenOnly,
      deadlineMs: 20_000,
      logLevel: 'off',
      retry: { maxRetries: 2 },
    });
    try {
      await kobble.clients.list();
      print(`fine: ${tokenHost} gave a token.`, { ok: true, code: 'fine', message: 'There is a token.', tokenHost });
      return 0;
    } catch (error) {
      if (!isKobbleError(error)) throw error;
      const { code, message } = diagnose(error, tokenHost);
      print(`${code}: ${message}`, { ok: false, code, message, tokenHost });
      return 1;
    }
  },
};

function create(options: KobbleClientOptions) {
  try {
    return createKobbleClient(options);
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
