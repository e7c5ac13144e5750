// Proves that redact() masks what the contract calls sensitive and what looks like a card number, and nothing else.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sensitiveFields } from '../../generated/operations.js';
import { redact } from '../../src/index.js';

describe('redact', () => {
  it.each([...sensitiveFields])('hides %s, however deep, whatever it holds', (name) => {
    for (const value of ['text', 7, null, { deep: 'text' }, ['text']]) {
      expect(redact({ [name]: value })).toEqual({ [name]: '•••' });
      expect(redact([{ more: { [name]: value } }])).toEqual([{ more: { [name]: '•••' } }]);
    }
  });

  it('knows the secrets of a card', () => {
    expect([...sensitiveFields]).toEqual(expect.arrayContaining(['access_token', 'client_secret', 'secret', 'totp']));
  });

  it.each([
    ['4111111111111111', '•••'],
    ['4111 1111 1111 1111', '•••'],
    ['4111-1111-1111-1111', '•••'],
    ['378282246310005', '•••'],
    ['6304000000000', '•••'],
    ['6304000000000000000', '•••'],
    ['pan=4111111111111111;exp=12/30', 'pan=•••;exp=12/30'],
    ['4111111111111111 and 5500000000000004', '••• and •••'],
  ])('hides the card number in %o', (text, expected) => {
    expect(redact(text)).toBe(expected);
    expect(redact({ note: [text] })).toEqual({ note: [expected] });
  });

  it.each([
    '411111111111',
    '41111111111111111111',
    'b844c7e7-2e4e-44b3-8d9f-566800059930',
    '2026-01-01T00:00:00.000Z',
    '12/30',
    '',
  ])('leaves %o', (text) => {
    expect(redact(text)).toBe(text);
  });

  it.each([7, true, null, undefined])('leaves %o', (value) => {
    expect(redact(value)).toBe(value);
  });

  it('leaves the original as it is', () => {
    const original = { totp: 'T0TP', list: [{ secret: 'x' }] };
    redact(original);
    expect(original).toEqual({ totp: 'T0TP', list: [{ secret: 'x' }] });
  });

  it('ends on a circle, and takes what is shared twice for what it is', () => {
    const shared = { a: 1 };
    const circle: Record<string, unknown> = { one: shared, two: shared };
    circle['self'] = circle;
    expect(redact(circle)).toEqual({ one: { a: 1 }, two: { a: 1 }, self: '[Circular]' });
  });

  it('shows no secret of any object', () => {
    const secret = 'T0P-SECRET';
    const names = fc.constantFrom('id', 'note', ...sensitiveFields);
    const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        fc.constant('harmless'),
        fc.dictionary(names, tie('tree'), { maxKeys: 3 }).map((fields) => ({ ...fields, totp: secret })),
        fc.array(tie('tree'), { maxLength: 3 }),
      ),
    }));
    fc.assert(
      fc.property(tree, (value) => {
        expect(JSON.stringify(redact(value))).not.toContain(secret);
      }),
    );
  });
});
