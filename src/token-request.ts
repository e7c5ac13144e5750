import { answerError, decodeError } from './failure.js';
import type { Call } from './call.js';
import { perform, type Line } from './retry.js';

/** A token as it came from Kobble, or from the store that processes share. */
export interface IssuedToken {
  readonly value: string;
  /** Undefined where Kobble did not say how long it lives: then it is used until it is refused. */
  readonly lifeMs: number | undefined;
  /** How long ago it was issued. */
  readonly ageMs: number;
}

/** What a client is known by at the token endpoint. */
export interface Credentials {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scope: string;
}

/** Error codes of RFC 6749 §5.2; any other text of the server stays out of messages. */
const OAUTH_ERRORS = new Set([
  'invalid_request',
  'invalid_client',
  'invalid_grant',
  'unauthorized_client',
  'unsupported_grant_type',
  'invalid_scope',
]);

/** The body of a client credentials request (RFC 6749 §4.4.2; Kobble's guide doc-768364). */
export const tokenForm = ({ clientId, clientSecret, scope }: Credentials): string =>
  new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: clientSecret,
    scope,
  }).toString();

/** Asks for a token once, with the retries of any safe call. */
export async function requestToken(line: Line, tokenUrl: string, call: Call): Promise<IssuedToken> {
  const sentAt = line.clock.now();
  const answer = await perform(line, tokenUrl, call);
  const body = parse(await answer.text());
  if (!answer.ok) {
    const error = answerError(call, answer, body, undefined);
    if (isRecord(body) && OAUTH_ERRORS.has(String(body['error']))) error.message += ` (${String(body['error'])})`;
    throw error;
  }
  if (!isRecord(body) || typeof body['access_token'] !== 'string') {
    throw decodeError(call, 'invalid_token_answer', 'without an access_token');
  }
  const seconds = Number(body['expires_in']);
  return {
    value: body['access_token'],
    lifeMs: seconds > 0 && Number.isFinite(seconds) ? seconds * 1000 : undefined,
    ageMs: line.clock.now() - sentAt,
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
