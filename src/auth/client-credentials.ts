import { isObject } from '../checks.js';
import { operationAt } from '../contract/operations.js';
import { reasonOf } from '../errors/foreign.js';
import { attemptTo } from '../hooks.js';
import { derivedId } from '../idempotency.js';
import { decodeError, responseError } from '../http/call-error.js';
import { newCall, type Call, type CallDefaults, type Progress } from '../http/call.js';
import { jsonOrText, type BufferedResponse } from '../http/response.js';
import { retryAfterOf } from '../http/retry.js';
import type { Sender } from '../http/send.js';
import type { TokenStore } from '../options.js';
import { SharedTokens } from './store.js';
import { isToken, type IssuedToken } from './token.js';
import { RenewingTokens } from './tokens.js';

/** A client's identity at the token endpoint, and where its tokens are kept. */
export interface ClientCredentials {
  readonly tokenUrl: string;
  readonly clientId: string;
  /** If a function, it rejects with errors of this library only. */
  readonly clientSecret: string | (() => Promise<string>);
  readonly scope: string;
  readonly store?: TokenStore | undefined;
  readonly waitUntil?: ((renewal: Promise<unknown>) => void) | undefined;
}

/** Share of the deadline that a token request has. It ends before the calls that wait for it, so that they can say why. */
const DEADLINE_SHARE = 0.9;
/** Share of the deadline, and its limit, for which a lock of the store is waited for. */
const LOCK_SHARE = 0.3;
const LOCK_MS = 10_000;

/** Returns the tokens of a client (RFC 6749 §4.4, client credentials grant; Kobble's guide doc-768364). */
export function clientCredentialsTokens(
  credentials: ClientCredentials,
  sender: Sender,
  { timeoutMs, deadlineMs, retry, errorDetails }: CallDefaults,
): RenewingTokens {
  const { tokenUrl, clientId, clientSecret, scope, store, waitUntil } = credentials;
  const { clock, observer } = sender.runtime;
  const headers = { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' };
  // Calls wait for the token, and there is one request for all of them: it does not wait in line behind them.
  const limits = { timeoutMs, deadlineMs: deadlineMs * DEADLINE_SHARE, retry: { ...retry, together: false } };
  const defaults: CallDefaults = { ...limits, headers, errorDetails, readOnly: false };
  // The contract says `never` for a POST without a key, but issuing a second token harms nobody.
  const operation = { ...operationAt('POST', '/oauth2/token'), retry: 'safe' } as const;

  const warn = (what: string) => (error: unknown) =>
    observer.log('warn', undefined, () => `${what} (${reasonOf(error)})`);
  const lockMs = Math.min(LOCK_MS, deadlineMs * LOCK_SHARE);
  const shared = store && new SharedTokens(store, { clock, lockMs, onFailed: warn('the token store failed') });
  const obtain = (secret: string, isUsable: (token: IssuedToken) => boolean, signal: AbortSignal) => {
    const body = tokenForm(credentials, secret);
    const request = () => requestToken(sender, newCall(defaults, { operation, url: tokenUrl, body }, { signal }));
    // The hash keeps apart what differs in any part, the secret included, and shows nothing of it.
    const key = `kobble-client:${encodeURIComponent(clientId)}:${derivedId([tokenUrl, clientId, secret, scope])}`;
    return shared?.obtain(key, request, isUsable) ?? request();
  };
  return new RenewingTokens(
    typeof clientSecret === 'string'
      ? (isUsable, signal) => obtain(clientSecret, isUsable, signal)
      : async (isUsable, signal) => obtain(await clientSecret(), isUsable, signal),
    {
      clock,
      deadlineMs,
      onRenewalFailed: warn('a token could not be renewed; the old one is used'),
      waitUntil: (renewal) => attemptTo(() => waitUntil?.(renewal), warn('the option waitUntil failed')),
    },
  );
}

const tokenForm = ({ clientId, scope }: ClientCredentials, clientSecret: string): string =>
  new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: clientSecret,
    scope,
  }).toString();

/** Error codes of RFC 6749 §5.2. No other text of the server is put into a message. */
const OAUTH_ERROR = /^(invalid_(request|client|grant|scope)|unauthorized_client|unsupported_grant_type)$/;

/** Ends the message for a response that no token endpoint gives. */
const WRONG_HOST = ' (wrong token host? the pages name two: see tokenUrl)';

/** Requests a token: a call of its own for hooks. */
function requestToken(sender: Sender, call: Call): Promise<IssuedToken> {
  const { clock } = sender.runtime;
  const sentAt = clock.now();
  return sender.send(call, undefined, (response, progress) => {
    if (!response.ok) throw refusal(progress, response, retryAfterOf(response, clock.wall()));
    const body = jsonOrText(response);
    if (!isObject(body) || !isToken(body['access_token'])) {
      throw decodeError(progress, 'invalid_token_answer', `without a usable access_token${WRONG_HOST}`, response);
    }
    const lifeMs = Number(body['expires_in']) * 1000;
    return {
      value: body['access_token'],
      lifeMs: lifeMs > 0 && Number.isFinite(lifeMs) ? lifeMs : undefined,
      ageMs: clock.now() - sentAt,
    };
  });
}

function refusal(progress: Progress, response: BufferedResponse, retryAfterMs: number | undefined): Error {
  const error = responseError(progress, response, retryAfterMs);
  const oauthError = isObject(error.body) ? String(error.body['error']) : '';
  if (OAUTH_ERROR.test(oauthError)) error.message += ` (${oauthError})`;
  else if (response.status < 500 && response.status !== 429) error.message += WRONG_HOST;
  return error;
}
