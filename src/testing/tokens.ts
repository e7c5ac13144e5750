import type { FakeClock } from './clock.js';

/** The tokens that the fake issued, and until when they are valid. */
export class Tokens {
  readonly #expiry = new Map<string, number>();
  readonly #clock: FakeClock;

  constructor(clock: FakeClock) {
    this.#clock = clock;
  }

  /** A token that lives for so many seconds; undefined: until it is revoked. */
  issue(lifeSeconds: number | undefined): string {
    const token = `fake-token-${crypto.randomUUID()}`;
    this.#expiry.set(token, lifeSeconds === undefined ? Infinity : this.#clock.now() + lifeSeconds * 1000);
    return token;
  }

  isValid(token: string | undefined): boolean {
    return token !== undefined && (this.#expiry.get(token) ?? 0) > this.#clock.now();
  }

  revoke(token: string | undefined): void {
    if (token !== undefined) this.#expiry.delete(token);
  }

  revokeAll(): void {
    this.#expiry.clear();
  }
}

/** The token of a request's `Authorization`. */
export const bearerOf = (headers: Readonly<Record<string, string>>): string | undefined =>
  /^Bearer (\S+)$/i.exec(headers['authorization'] ?? '')?.[1];
