import { ApiError, type KobbleError } from '../index.js';

/** Why there is no token, in one sentence. */
export interface Diagnosis {
  readonly code: string;
  readonly message: string;
}

const TOKEN_HOSTS =
  "Kobble's pages name two token hosts: if Kobble gave you a Cognito host, set KOBBLE_TOKEN_URL to its /oauth2/token.";

/** By the error code of RFC 6749 §5.2 that the token endpoint gave. */
const BY_OAUTH_ERROR: Readonly<Record<string, string>> = {
  invalid_client:
    'The token endpoint does not know these credentials: check KOBBLE_CLIENT_ID and KOBBLE_CLIENT_SECRET.',
  invalid_scope: 'The scope is unknown, or not granted to this client: check KOBBLE_SCOPE.',
  unauthorized_client: 'This client may not ask for a token in this way: ask Kobble.',
};

/** By the code of the failure. `HOST` is replaced. */
const BY_CODE: Readonly<Record<string, string>> = {
  bad_request: `HOST refused the request as invalid: check KOBBLE_SCOPE, and the token host. ${TOKEN_HOSTS}`,
  authentication_failed:
    'HOST refused the credentials: check KOBBLE_CLIENT_ID and KOBBLE_CLIENT_SECRET, and that they are of this environment.',
  permission_denied: 'HOST does not give this client a token: ask Kobble.',
  not_found: `HOST has no token endpoint. ${TOKEN_HOSTS}`,
  rate_limited: 'HOST had too many requests: wait and try again.',
  server_error: 'HOST is failing: try again later.',
  name_not_resolved: `HOST has no address: check the environment, DNS, and the token host. ${TOKEN_HOSTS}`,
  connection_refused: 'Nothing listens at HOST: check the URL and the firewall.',
  connect_timeout: 'HOST does not accept the connection: check the firewall and the proxy.',
  connection_failed: 'The connection to HOST was lost: check the firewall and the proxy.',
  tls_failed: 'The certificate of HOST was refused: if it is of your own authority, set NODE_EXTRA_CA_CERTS.',
  attempt_timeout: 'HOST did not respond in time: check the firewall and the proxy.',
  deadline_exceeded: 'HOST did not respond in time: check the firewall and the proxy.',
  invalid_token_answer: `HOST answered, but not with a token: it is no token endpoint. ${TOKEN_HOSTS}`,
};

/** Says in one sentence why a call got no token. It shows nothing of what the server said but codes of OAuth. */
export function diagnose(error: KobbleError, host: string): Diagnosis {
  const reason = isError(error.cause) ? error.cause : error;
  const oauth = /\((\w+)\)$/.exec(reason.message)?.[1] ?? '';
  const known = Object.hasOwn(BY_OAUTH_ERROR, oauth) ? BY_OAUTH_ERROR[oauth] : BY_CODE[reason.code];
  if (known !== undefined)
    return { code: known === BY_OAUTH_ERROR[oauth] ? oauth : reason.code, message: known.replace('HOST', host) };
  const status = reason instanceof ApiError ? ` with status ${reason.status}` : '';
  return { code: reason.code, message: `${host} answered${status}, which no token endpoint does. ${TOKEN_HOSTS}` };
}

const isError = (cause: unknown): cause is KobbleError => cause instanceof Error && 'code' in cause;
