import type { Fault, FaultAnswer } from './fault.js';
import { firstHalf, jsonAnswer, type Ending, type WireAnswer } from './wire.js';

/** The answer that stands for the operation's own. */
export function faultAnswer(fault: { readonly status: number } & FaultAnswer): WireAnswer {
  const { status, retryAfter, headers, body = { message: `fault: ${status}` } } = fault;
  const asked = retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) };
  if (typeof body === 'string' || body instanceof Uint8Array)
    return { status, headers: { ...asked, ...headers }, body };
  return jsonAnswer(status, body, { ...asked, ...headers });
}

/** What becomes of the connection whose answer is ready. */
export function endingOf(answer: WireAnswer, fault: Fault | undefined): Ending {
  switch (fault?.kind) {
    case 'dropAnswer':
      return { kind: 'drop' };
    case 'stallHeaders':
      return { kind: 'stallHeaders' };
    case 'stallBody':
      return { kind: 'stallBody', answer };
    case 'garble':
      return {
        kind: 'answer',
        answer: fault.how === 'html' ? asHtml(answer) : { ...answer, body: firstHalf(answer.body) },
      };
    default:
      return { kind: 'answer', answer };
  }
}

const asHtml = ({ status }: WireAnswer): WireAnswer => ({
  status,
  headers: { 'content-type': 'text/html' },
  body: '<!doctype html><title>Welcome</title><p>You are offline.</p>',
});
