import type { Send } from '../http/transport.js';

/** Base of the resources: each method names the verb and path of its operation, and `send` does the rest. */
export abstract class Resource {
  /** @internal */
  protected readonly send: Send;

  constructor(send: Send) {
    this.send = send;
  }
}
