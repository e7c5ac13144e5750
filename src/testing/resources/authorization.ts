import { Refusal } from '../wire.js';
import type { Operations } from './resource.js';

/** The token request. The body of its refusal is that of RFC 6749 §5.2 (assumption: the pages list the status only). */
export const authorization: Operations<'getAccessToken'> = {
  getAccessToken: ({ body, behaviour, issueToken }) => {
    const { clientId = body.client_id, clientSecret = body.client_secret, tokenLifeSeconds } = behaviour;
    if (body.client_id !== clientId || body.client_secret !== clientSecret) {
      throw new Refusal(401, 'client_id or client_secret is wrong', { error: 'invalid_client' });
    }
    const life = tokenLifeSeconds === undefined ? {} : { expires_in: tokenLifeSeconds };
    return { body: { access_token: issueToken(tokenLifeSeconds), ...life } };
  },
};

/** Tokens that were issued, and until when each is valid. */
export class Tokens {
  readonly #expiry = new Map<string, number>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Returns a new token that lives for so many seconds; without a number, until it is revoked. */
  issue(lifeSeconds?: number): string {
    const token = `fake-token-${crypto.randomUUID()}`;
    this.#expiry.set(token, lifeSeconds === undefined ? Infinity : this.#now() + lifeSeconds * 1000);
    return token;
  }

  isValid(token: string | undefined): boolean {
    return token !== undefined && (this.#expiry.get(token) ?? 0) > this.#now();
  }

  revoke(token: string | undefined): void {
    if (token !== undefined) this.#expiry.delete(token);
  }

  revokeAll(): void {
    this.#expiry.clear();
  }
}

/** Returns the bearer token of a request. */
export const bearerToken = (headers: Readonly<Record<string, string>>): string | undefined =>
  /^Bearer (\S+)$/i.exec(headers['authorization'] ?? '')?.[1];
