// Proves that redact() ends soon, in a time that grows with its input, and does not throw, whatever it is given.
import { inspect } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redact } from '../../src/index.js';
import { stopwatch } from '../support/time.js';

const CANARY = 'c4n4ry/+"=77';

describe('what is hostile ends soon, and does not throw', () => {
  const hostile = (): never => {
    throw new Error(CANARY);
  };
  const revoked = Proxy.revocable({}, {});
  revoked.revoke();

  it.each<[string, unknown]>([
    ['a Proxy that throws', new Proxy({}, { get: hostile, ownKeys: hostile, getPrototypeOf: hostile })],
    ['a revoked Proxy', revoked.proxy],
    ['a name that throws', { get [Symbol.toStringTag]() { return hostile(); } }], // prettier-ignore
    ['a Map that throws', Object.assign(new Map([[1, 2]]), { [Symbol.iterator]: hostile })],
    ['a text that throws', Object.assign(Object('a'), { toString: hostile, valueOf: hostile })],
    ['a date that is none', new Date(Number.NaN)],
    ['a sparse array', Object.assign([], { length: 4_294_967_295 })],
  ])('%s', (_, value) => {
    const spent = stopwatch();
    expect(inspect(redact([value, { value }]))).not.toContain('c4n4ry');
    expect(spent()).toBeLessThan(500);
  });

  it('a depth of 100 000', () => {
    let deep: unknown = { totp: CANARY };
    for (let level = 0; level < 100_000; level++) deep = level % 2 === 0 ? { deep } : [deep];
    const shown = JSON.stringify(redact(deep));
    expect(shown).toContain('[too deep or too large to show]');
    expect(shown).not.toContain('c4n4ry');
  });

  it('a lattice of depth 60, whose paths are 2 to the power of 60', () => {
    let lattice: object = { totp: CANARY };
    for (let level = 0; level < 60; level++) lattice = { left: lattice, right: lattice };
    const spent = stopwatch();
    const copy = redact(lattice) as Record<string, unknown>;
    expect(spent()).toBeLessThan(200);
    expect(copy['left']).toBe(copy['right']);
  });

  it('getters that make two new objects each', () => {
    const fresh = (): object => ({ get left() { return fresh(); }, get right() { return fresh(); } }); // prettier-ignore
    const spent = stopwatch();
    redact(fresh());
    expect(spent()).toBeLessThan(3_000);
  });

  it.each<[string, string]>([
    ['digits', '1'],
    ['digits with blanks', '1 '],
    ['twelve digits', '123456789012 x'],
    ['digits and dots', '1234.'],
    ['dashes', '1-'],
    ['blanks', ' '],
    ['names', 'secret'],
    ['names with equals signs', 'secret='],
    ['names with unclosed quotes', 'totp="\\'],
    ['names with blanks', 'totp   '],
    ['backslashes', '\\'],
    ['quotes', '"\\"'],
    ['slashes', '//'],
    ['user info without end', '//a:'],
    ['schemes', 'Bearer '],
    ['starts of a web token', 'eyJ-'],
    ['hexadecimal digits', 'a1'],
    ['starts of a UUID', '12345678-1234-4234-8234-'],
    ['percent signs', '1%20'],
    ['underscores', '_'],
    ['braces', '{"token":{'],
    ['separators of names', 't_o_t_'],
    ['encoded percent signs', '%25'],
    ['encoded quotes', '%2522'],
    ['entities', '&quot;'],
    ['ampersands', '1&amp'],
    ['brackets', '[a'],
    ['pairs', 'token","value'],
    ['escaped line breaks', '\\n'],
    ['secrets between brackets', 'secret['],
    ['escaped signs', '\\u0022'],
    ['digits and slashes', '1/2\n'],
    ['dates', '2026-01-01 '],
  ])('a megabyte of %s', (_, part) => {
    const text = part.repeat(1_000_000 / part.length);
    const spent = stopwatch();
    redact(text);
    redact(`totp${text}`);
    redact(`totp=${text}`);
    expect(spent()).toBeLessThan(1_500);
  });

  it('a quote of each length of escapes, none of them closed', () => {
    const quotes = Array.from({ length: 1_000 }, (_, length) => `secret=${'\\'.repeat(length)}"`);
    const spent = stopwatch();
    redact(quotes.join(' '));
    redact(quotes.reverse().join(' '));
    expect(spent()).toBeLessThan(500);
  });

  it('any JSON, any text and any object', () => {
    fc.assert(
      fc.property(fc.anything({ withMap: true, withSet: true, withDate: true, withBigInt: true }), (value) => {
        redact(value);
      }),
    );
  });
});
