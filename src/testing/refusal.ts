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
