// Proves that nothing of an error that this library did not make is shown but names of classes and codes.
import { inspect } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeForeign, reasonOf, safeCause } from '../../src/errors/foreign.js';
import { ConfigError } from '../../src/index.js';

const CANARY = 'c4nary-5up3r';
const coded = (code: unknown, cause?: unknown) => Object.assign(new Error(CANARY, { cause }), { code });

describe('describeForeign', () => {
  it.each<[unknown, string]>([
    [new TypeError(CANARY, { cause: coded('ECONNREFUSED') }), 'TypeError ← Error (ECONNREFUSED)'],
    [coded('ERR_HTTP2_STREAM_ERROR'), 'Error (ERR_HTTP2_STREAM_ERROR)'],
    [coded('ERR_SSL_TLSV1_ALERT_UNKNOWN_CA'), 'Error (ERR_SSL_TLSV1_ALERT_UNKNOWN_CA)'],
    [coded('UND_ERR_SOCKET'), 'Error (UND_ERR_SOCKET)'],
    [coded('ConnectionRefused'), 'Error (ConnectionRefused)'],
    [coded('FailedToOpenSocket'), 'Error (FailedToOpenSocket)'],
    [coded('AaaAaaAaa'), 'Error'],
    [coded(CANARY), 'Error'],
    [coded(7), 'Error'],
    [new DOMException(CANARY, 'AbortError'), 'AbortError'],
    [Object.assign(new Error(CANARY), { name: CANARY }), 'Error'],
    [Object.assign(new Error(CANARY), { name: 'Bearer' }), 'Bearer'],
    [CANARY, 'string'],
    [undefined, 'undefined'],
    [null, 'object'],
    [() => CANARY, 'function'],
    [{ token: CANARY }, 'Error'],
    [new Error('a', { cause: CANARY }), 'Error ← string'],
  ])('case %#', (thrown, shown) => {
    expect(describeForeign(thrown)).toBe(shown);
    expect(safeCause(thrown).message).toBe(shown);
  });

  it('passes over a Proxy that throws', () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    expect(describeForeign(proxy)).toBe('unreadable');
  });

  it('ends at a cause that is its own', () => {
    const error = new Error(CANARY);
    error.cause = error;
    expect(describeForeign(error)).toBe('Error ← Error ← Error ← Error ← Error');
  });

  it('passes on errors of this library, whose texts are safe', () => {
    const own = new ConfigError('client_closed', 'the client is closed');
    expect(safeCause(own)).toBe(own);
    expect(reasonOf(own)).toBe('kobble-client: the client is closed');
  });
});

/** The ways in which a text may come back: as it is, cut, reversed, encoded. */
const FORMS: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.slice(3),
  (text) => text.split('').reverse().join(''),
  (text) => Buffer.from(text).toString('base64'),
  (text) => Buffer.from(text).toString('hex'),
  (text) => JSON.stringify(text),
  (text) => encodeURIComponent(text),
];

it('no text of a foreign error is in its description, whatever its form', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 8 }), fc.constantFrom(...FORMS), fc.nat(4), (secret, form, depth) => {
      let error: Error = Object.assign(new Error(form(`key=${secret}`)), { code: form(`7${secret}`), stack: secret });
      for (let level = 0; level < depth; level++) error = new AggregateError([error], secret, { cause: error });
      const cause = safeCause(error);
      const shown = `${inspect(cause, { showHidden: true, depth: 9 })}${String(cause.stack)}${JSON.stringify(cause)}`;
      expect(shown.replaceAll(/AggregateError|Error|message|stack|value|\W/g, '')).toBe('');
    }),
  );
});
