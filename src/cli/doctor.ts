import { createKobbleClient, isKobbleError, type KobbleClientOptions } from '../index.js';
import { checkRequired, textOf, UsageError, type Command } from './command.js';
import { diagnose } from './diagnosis.js';

/** `kobble-client doctor` */
export const doctor: Command = {
  summary: 'Checks options and variables, asks for a token, and says what is wrong',
  help: `Usage: kobble-client doctor [options]

Checks what a client needs, then asks the token endpoint for a token, and says in one sentence what is wrong. It makes
no call to the API, and prints no secret and no token. The client secret is read from its variable only: the arguments
of a program can be seen by others.

Options, each with the variable that may replace it:
  --environment NAME   development or staging              KOBBLE_ENVIRONMENT
  --base-url URL       instead of an environment           KOBBLE_BASE_URL
  --token-url URL      if Kobble gave you a Cognito host   KOBBLE_TOKEN_URL
  --client-id ID                                           KOBBLE_CLIENT_ID
                                                           KOBBLE_CLIENT_SECRET
  --scope "A B"                                            KOBBLE_SCOPE
  --json               Prints { "ok", "code", "message", "tokenHost" }

Exit codes: 0 there is a token, 1 there is none, 2 something is missing or wrong.`,
  options: {
    environment: { type: 'string' },
    'base-url': { type: 'string' },
    'token-url': { type: 'string' },
    'client-id': { type: 'string' },
    scope: { type: 'string' },
  },
  async run({ values, print }) {
    const options = readOptions(values);
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

/** Reads options and variables. Everything that is missing is named at once. */
function readOptions(values: Readonly<Record<string, unknown>>): KobbleClientOptions {
  const baseUrl = textOf(values['base-url'], 'KOBBLE_BASE_URL');
  const environment = textOf(values['environment'], 'KOBBLE_ENVIRONMENT');
  const clientId = textOf(values['client-id'], 'KOBBLE_CLIENT_ID');
  const clientSecret = textOf(undefined, 'KOBBLE_CLIENT_SECRET');
  const scope = textOf(values['scope'], 'KOBBLE_SCOPE');
  checkRequired({
    '--environment or KOBBLE_ENVIRONMENT, or --base-url or KOBBLE_BASE_URL': baseUrl ?? environment,
    '--client-id or KOBBLE_CLIENT_ID': clientId,
    KOBBLE_CLIENT_SECRET: clientSecret,
    '--scope or KOBBLE_SCOPE': scope,
  });
  const tokenUrl = textOf(values['token-url'], 'KOBBLE_TOKEN_URL');
  const isEnvironment = values['environment'] !== undefined || baseUrl === undefined;
  // The name is checked by the client.
  const place = isEnvironment ? { environment: environment as KobbleClientOptions['environment'] } : { baseUrl };
  return { ...place, clientId, clientSecret, scope, tokenUrl };
}

function create(options: KobbleClientOptions) {
  try {
    return createKobbleClient(options);
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
