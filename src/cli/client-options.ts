import type { KobbleClientOptions } from '../index.js';
import { checkRequired, textOf, type Command } from './command.js';

/** The options of a command that calls Kobble, in its help text. */
export const CLIENT_HELP = `  --environment NAME   development or staging              KOBBLE_ENVIRONMENT
  --base-url URL       instead of an environment           KOBBLE_BASE_URL
  --token-url URL      if Kobble gave you a Cognito host   KOBBLE_TOKEN_URL
  --client-id ID                                           KOBBLE_CLIENT_ID
                                                           KOBBLE_CLIENT_SECRET
  --scope "A B"                                            KOBBLE_SCOPE`;

export const CLIENT_OPTIONS: Command['options'] = {
  environment: { type: 'string' },
  'base-url': { type: 'string' },
  'token-url': { type: 'string' },
  'client-id': { type: 'string' },
  scope: { type: 'string' },
};

/** Reads options and variables. Everything that is missing is named at once. */
export function readClientOptions(values: Readonly<Record<string, unknown>>): KobbleClientOptions {
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
