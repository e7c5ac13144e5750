import { jsonAnswer, type WireAnswer } from './wire.js';

/** Ends an operation without an effect. Its body is an assumption: no page shows the body of an error. */
export class Refusal extends Error {
  static {
    this.prototype.name = 'Refusal';
  }
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;

  constructor(status: number, message: string, more: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.status = status;
    this.body = { message, ...more };
  }
}

/** The answer that a refusal is sent as. */
export const refused = ({ status, body }: Refusal): WireAnswer => jsonAnswer(status, body);

/** What the work returns, or the refusal that it throws. */
export function orRefusal<T>(work: () => T): T | Refusal {
  try {
    return work();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}
