/** The fake's own time: real time, and what a test adds to it. Tokens expire and entities are dated by it. */
export class FakeClock {
  #ahead = 0;
  readonly #start = Date.now() - performance.now();

  /** Milliseconds since 1970. A jump of the machine's clock does not change them. */
  now(): number {
    return this.#start + performance.now() + this.#ahead;
  }

  /** Lets so many milliseconds pass at once. */
  advance(milliseconds: number): void {
    this.#ahead += milliseconds;
  }
}
