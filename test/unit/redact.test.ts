// Proves that redact() shows no secret in any dress that it promises to know, and shows what a log needs.
import { format, inspect } from 'node:util';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sensitiveFields } from '../../generated/operations.js';
import { buildWidgetUrl, redact } from '../../src/index.js';

const PAN = '4111111111111111';
const CANARY = 'c4n4ry/+"=77';
/** The parts of the canary that survive every quoting and encoding. */
const TRACES = ['c4n4ry', PAN, '4111 1111', '1111-1111', '1111.1111'];

/** Each way in which a log might show a value. */
function faces(value: unknown): string {
  const everything = { showHidden: true, getters: true, depth: 200, maxArrayLength: null, maxStringLength: null };
  const shown = [inspect(value, everything), inspect(value), format('%s %o %j', value, value, value)];
  return [...shown, JSON.stringify(value) as string | undefined, inspect(structuredClone(value), everything)].join(
    '\n',
  );
}

function expectNoTrace(value: unknown): void {
  const shown = faces(redact(value));
  for (const trace of TRACES) expect(shown).not.toContain(trace);
}

describe('redact', () => {
  it.each([
    ...sensitiveFields,
    ...['iframeUrl', 'iframe_url', 'accessToken', 'ACCESS-TOKEN', 'clientSecret', 'KOBBLE_CLIENT_SECRET', 'Totp'],
    ...['authorization', 'Proxy-Authorization', 'cookie', 'Set-Cookie', 'set_cookie', 'x-api-key', 'apiKey'],
    ...['cvv', 'CVV2', 'cvc', 'pin', 'card_pin', 'newPin', 'pan', 'cardPan', 'cardNumber', 'password', 'passphrase'],
    ...['securityCode', 'security_code', 'pinCode', 'pwd', 'db_pwd', 'secretKey'],
    ...['client_secret[]', 'client_secret[0]', 'secrets[1][]', 'password2'],
    ...['otp', 'refresh_token', 'idToken', 'subscribeUrl', 'token', 'accountNumber', 'private_key', 'secrets'],
  ])('hides %s, however deep, whatever it holds', (name) => {
    for (const value of ['text', 7, null, { deep: 'text' }, ['text']]) {
      expect(redact({ [name]: value })).toEqual({ [name]: '•••' });
      expect(redact([{ more: { [name]: value } }])).toEqual([{ more: { [name]: '•••' } }]);
    }
    expect(redact(new Map([[name, 'text']]))).toEqual(new Map([[name, '•••']]));
    expect(redact(`${name}=text&next=1`)).toBe(`${name}=•••&next=1`);
    expect(redact(JSON.stringify({ [name]: 'te"xt', next: 1 }))).toBe(`{"${name}":•••,"next":1}`);
  });

  it.each([
    'id',
    'wallet_id',
    'idempotencyKey',
    'tokenUrl',
    'token_type',
    'company',
    'shipping',
    'span',
    'totpExpiresIn',
  ])('shows %s', (name) => {
    expect(redact({ [name]: 'text' })).toEqual({ [name]: 'text' });
    expect(redact(`${name}=text`)).toBe(`${name}=text`);
  });

  it('knows the secrets of a card', () => {
    expect([...sensitiveFields]).toEqual(expect.arrayContaining(['access_token', 'client_secret', 'secret', 'totp']));
  });

  it.each([
    [PAN, '•••'],
    ['4111 1111 1111 1111', '•••'],
    ['4111-1111-1111-1111', '•••'],
    ['4111.1111.1111.1111', '•••'],
    ['4111_1111_1111_1111', '•••'],
    ['4111\u00a01111\u202f1111\u20091111', '•••'],
    ['4111\u20111111\u20131111\u20141111', '•••'],
    ['4111\u200b1111\u200b1111\u200b1111', '•••'],
    ['4111 - 1111 - 1111 - 1111', '•••'],
    ['4111+1111+1111+1111', '•••'],
    ['4111%201111%201111%201111', '•••'],
    ['4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1', '•••'],
    ['\uff14\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11', '•••'],
    ['3782 822463 10005', '•••'],
    ['378282246310005', '•••'],
    ['6304000000000', '•••'],
    ['6304000000000000000', '•••'],
    ['4111111111111112, whose check digit is wrong', '•••, whose check digit is wrong'],
    ['pan=4111111111111111;exp=12/30', 'pan=•••'],
    ['number: 4111111111111111;exp=12/30', 'number: •••;exp=12/30'],
    ['4111111111111111 and 5500000000000004', '••• and •••'],
    ['4111111111111111 5500000000000004', '•••'],
    ['12345678901 41 4111-1111-1111-1111', '•••'],
    ['card-4111111111111111', 'card-•••'],
    ['CARD4111111111111111x', 'CARD•••x'],
    ['%B4111111111111111^DOE/JOHN^3012', '%B•••^DOE/JOHN^3012'],
    [';4111111111111111=30121010000000000', ';•••=•••'],
    ['/cards/4111111111111111/renewal', '/cards/•••/renewal'],
    ['4111111111111111-b844c7e7-2e4e-44b3-8d9f-566800059930', '•••-b844c7e7-2e4e-44b3-8d9f-566800059930'],
    ['2026-01-01 4111111111111111', '2026-01-01 •••'],
    ['4111/1111/1111/1111', '•••'],
    ['4111\t1111\t1111\t1111', '•••'],
    ['4111 1111\r\n 1111 1111', '•••'],
    ['4111\u20281111\v1111\f1111', '•••'],
    [String.raw`4111\/1111\t1111\r\n1111`, '•••'],
    ['4111%252F1111%2F1111%0D%0A1111', '•••'],
    ['4111&nbsp;1111&#32;1111&nbsp;1111', '•••'],
    ['4111111111111111/12/30', '•••'],
    ['2026/01/01 4111/1111/1111/1111', '2026/01/01 •••'],
  ])('hides the card number in %o', (text, expected) => {
    expect(redact(text)).toBe(expected);
    expect(redact({ note: [text] })).toEqual({ note: [expected] });
    expect(redact({ [text]: 1 })).toEqual({ [expected]: 1 });
  });

  it('hides a card number that is a number, and shows a time, an amount and a fraction', () => {
    expect(redact([4111111111111111, 4111111111111111n, -4111111111111111])).toEqual(['•••', '•••', '•••']);
    expect(redact([6304000000000, 6304000000000000000n])).toEqual(['•••', '•••']);
    const shown = [Date.UTC(2026, 0, 1), 12.345678901234567, 1e6, 12n, Number.NaN, Number.POSITIVE_INFINITY, 1e21];
    expect(redact(shown)).toEqual(shown);
  });

  it.each([
    '411111111111',
    '41111111111111111111',
    'b844c7e7-2e4e-44b3-8d9f-566800059930',
    '12345678-1234-4234-8234-123456789012',
    'GET /cards/12345678-1234-4234-8234-123456789012',
    '5feceb66ffc86f38d952786c6d696c79c2dbc239dd4e91b46729d73a27fb57e9',
    '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
    '2026-01-01T00:00:00.000Z',
    '2026-01-01 2026-12-31',
    '2026/01/01 2026/12/31',
    'of 12345 at\n2026-01-01',
    '12345\n2026-01-01T00:00:00.000Z',
    'GET /v1/12345678-1234-4234-8234-123456789012',
    '404 12345678-1234-4234-8234-123456789012',
    'from 10.0.0.15 to 192.168.100.200',
    'Chrome/120.0.6099.109',
    'https://api.kobble.test/customers/v1/cards?limit=50',
    'jane@example.com',
    "Unexpected token '<' in JSON",
    'POST /customers/v1/cards → no token: POST /oauth2/token → 401 Unauthorized (invalid_client)',
    '12/30',
    '',
  ])('shows %o', (text) => {
    expect(redact(text)).toBe(text);
  });

  it.each([
    ['client_secret=a"b\'c<d>e\\f;g)h next', 'client_secret=••• next'],
    ['client_secret=a"b&next=1', 'client_secret=•••&next=1'],
    ['{client_secret: a"b, next: 1}', '{client_secret: •••, next: 1}'],
    ['client_secret[]=a&client_secret%5B0%5D=b&next=1', 'client_secret[]=•••&client_secret%5B0%5D=•••&next=1'],
    [
      '{&quot;client_secret&quot;:&quot;a b,c&quot;,&quot;next&quot;:1}',
      '{&quot;client_secret&quot;:•••,&quot;next&quot;:1}',
    ],
    [
      'next=https%253A%252F%252Fw.test%253Fpin%253D1%2526totp%253D2&last',
      'next=https%253A%252F%252Fw.test%253Fpin%253D•••&last',
    ],
    ['Authorization=Bearer a next', 'Authorization=••• ••• next'],
  ])('ends a value where it ends, in %o', (text, expected) => {
    expect(redact(text)).toBe(expected);
  });

  it('hides the value of a pair, whatever the order of its fields', () => {
    for (const label of ['name', 'key']) {
      const pair = { [label]: 'X-Api-Key', value: 'a', comment: 'b' };
      expect(redact([pair])).toEqual([{ ...pair, value: '•••' }]);
      expect(redact({ value: 'a', [label]: 'pin' })).toEqual({ value: '•••', [label]: 'pin' });
    }
    expect(redact({ name: 'limit', value: 'a' })).toEqual({ name: 'limit', value: 'a' });
  });

  it.each([7, true, null, undefined])('shows %o', (value) => {
    expect(redact(value)).toBe(value);
  });

  it('shows what kind of thing it was given', () => {
    const date = new Date(0);
    expect(redact({ date })).toEqual({ date });
    expect(redact(new Set(['a', PAN]))).toEqual(new Set(['a', '•••']));
    expect(redact(new Headers({ accept: '*/*', authorization: 'x' }))).toEqual({ accept: '*/*', authorization: '•••' });
    expect(redact(new URL('https://a.test/?totp=1&x=2'))).toBe('https://a.test/?totp=•••&x=2');
    expect(redact(new URLSearchParams('client_secret=1&x=2'))).toBe('client_secret=•••&x=2');
    expect(redact([Buffer.from('secret'), new ArrayBuffer(8), () => 1])).toEqual([
      '[Uint8Array]',
      '[ArrayBuffer]',
      '[function]',
    ]);
    const error = redact(Object.assign(new RangeError('of totp=12'), { code: 'E_RANGE', totp: 7 }));
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({ name: 'RangeError', message: 'of totp=•••', code: 'E_RANGE', totp: '•••' });
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

  it('keeps an own __proto__ as a field, and takes no prototype from it', () => {
    const copy = redact(JSON.parse('{"__proto__":{"polluted":true}}')) as object;
    expect(Object.keys(copy)).toEqual(['__proto__']);
    expect('polluted' in copy).toBe(false);
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
        expect(redact(JSON.stringify({ value }))).not.toContain(secret);
        expect(redact(JSON.stringify(JSON.stringify({ value })))).not.toContain(secret);
        expect(redact(inspect({ value }, { depth: 10 }))).not.toContain(secret);
      }),
    );
  });
});

class Session {
  readonly cardId = '1';
  readonly totp = CANARY;
  readonly inner = { iframeUrl: CANARY };
}

const json = JSON.stringify({ note: 'a', client_secret: CANARY });
const session = { widgetUrl: 'https://widget.test/', cardId: '1', totp: CANARY };

describe('an attack finds no secret', () => {
  it.each<[string, unknown]>([
    ['the URL of a widget session', { url: buildWidgetUrl(session) }],
    ['a widget session', { ...session, iframeUrl: buildWidgetUrl(session) }],
    ['a URL inside a URL', `https://a.test/?next=${encodeURIComponent(buildWidgetUrl(session))}`],
    ['a fragment of a URL', `https://a.test/#access_token=${CANARY}`],
    ['user info', `redis://user:${encodeURIComponent(CANARY)}@cache.test:6379`],
    ['user info with a raw @', 'https://user:c4n4ry@c4n4ry@host.test/'],
    ['user info with escaped slashes', String.raw`{"url":"https:\/\/user:c4n4ry@host.test"}`],
    ['JSON', json],
    ['JSON in JSON', JSON.stringify({ body: json })],
    ['JSON in JSON in JSON', JSON.stringify({ body: JSON.stringify({ body: json }) })],
    ['JSON with blanks', JSON.stringify({ client_secret: CANARY }, null, 2)],
    ['JSON that is cut', json.slice(0, -5)],
    ['JSON with an object under the name', `failed: ${JSON.stringify({ secret: { value: CANARY } })}`],
    ['JSON with a number', '{"pan":4111111111111111,"cvv":123}'],
    ['JSON in a query', `?q=${encodeURIComponent(json)}`],
    ['an inspected object', inspect({ clientSecret: CANARY, note: 'a' })],
    ['YAML', `client_secret: ${CANARY}\nnote: a`],
    ['a form', new URLSearchParams({ client_id: 'a', client_secret: CANARY }).toString()],
    ['a form in a Request init', { body: new URLSearchParams({ client_secret: CANARY }) }],
    ['Bearer', `curl -H 'Authorization: Bearer ${CANARY}' https://a.test`],
    ['bearer, encoded', 'authorization%3A%20bearer%20c4n4ry'],
    ['Basic', `header was "Basic ${btoa('id:c4n4ry')}c4n4ry"`],
    ['Digest', 'Authorization: Digest username="c4n4ry", response="c4n4ry"'],
    ['cookies', 'Cookie: a=1; session=c4n4ry; b=c4n4ry'],
    ['a JSON web token by itself', `token eyJhbGciOiJIUzI1NiJ9.c4n4ry.c4n4ry`],
    ['raw headers', ['content-type', 'text/plain', 'Set-Cookie', `session=${CANARY}`]],
    ['pairs of headers', [['authorization', CANARY]]],
    ['Headers', new Headers({ 'x-access-token': 'c4n4ry', 'set-cookie': 'a=c4n4ry' })],
    ['a Map in a Map', new Map([['a', new Map<unknown, unknown>([['Totp', CANARY]])]])],
    ['a Map whose key is a card', new Map<unknown, unknown>([[PAN, { totp: CANARY }]])],
    ['a Set', new Set([PAN, { pin: CANARY }])],
    ['an Error with a cause', new Error(`totp=${CANARY}`, { cause: new Error(`Bearer ${CANARY}`) })],
    ['an AggregateError', new AggregateError([new Error(`pin: ${CANARY}`)], PAN)],
    ['an Error with fields', Object.assign(new Error('a'), { config: { headers: { Authorization: CANARY } } })],
    ['an Error whose stack quotes', Object.assign(new Error('a'), { stack: `Error: secret=${CANARY}\n  at x` })],
    ['an Error with a secret name', Object.assign(new Error('a'), { name: `Bearer ${CANARY}` })],
    ['an Error of another realm', runInNewContext('new Error("totp=c4n4ry", { cause: new TypeError("pin=c4n4ry") })')],
    ['a DOMException', new DOMException(`totp=${CANARY}`, 'AbortError')],
    ['bytes', { body: Buffer.from(CANARY), view: new DataView(new TextEncoder().encode(CANARY).buffer) }],
    ['a class instance', new Session()],
    ['a field behind a getter', { get totp() { return CANARY; } }], // prettier-ignore
    ['a getter that throws a secret', { get note() { throw new Error(CANARY); } }], // prettier-ignore
    ['a Proxy', new Proxy({ totp: CANARY, note: PAN }, {})],
    ['a boxed String', Object('totp=c4n4ry')],
    ['a RegExp', new RegExp('totp=c4n4ry')],
    ['a Date with a field', Object.assign(new Date(0), { totp: CANARY })],
    ['an array with a field', Object.assign(['a'], { totp: CANARY })],
    ['a function and a symbol', [Object.assign(() => CANARY, { totp: CANARY }), Symbol(CANARY)]],
    ['a symbol as a name', { [Symbol(PAN)]: CANARY }],
    ['a hidden field', Object.defineProperty({}, 'note', { value: CANARY })],
    ['a prototype', Object.create({ note: CANARY })],
    ['one that lies about its type', { [Symbol.toStringTag]: 'Map', totp: CANARY }],
    ['an object with toJSON', { toJSON: () => CANARY, totp: CANARY }],
    ['names that are card numbers', { [PAN]: { '4111 1111 1111 1111': PAN } }],
    ['a card number in each type', [PAN, Number(PAN), BigInt(PAN), Object(PAN), new Set([Number(PAN)])]],
    ['what follows an unclosed quote', `secret="${'c4n4ry '.repeat(3)}`],
    ['a value with an escaped quote', String.raw`{"secret":"a\"c4n4ry"}`],
    ['a quote in a value without quotes', 'password=x"c4n4ry'],
    ['an angle bracket in a value without quotes', 'password=x<c4n4ry>c4n4ry'],
    ['a backslash in a value without quotes', String.raw`password=x\c4n4ry`],
    ['a list in a form', new URLSearchParams([['client_secret[]', CANARY]]).toString()],
    ['a list in a form, as text', 'client_secret[]=c4n4ry&client_secret[1][]=c4n4ry'],
    ['HTML', json.replaceAll('"', '&quot;')],
    ['HTML in HTML', json.replaceAll('"', '&quot;').replaceAll('&', '&amp;')],
    ['HTML by numbers', `{&#34;secret&#34;:&#34;c4n4ry c4n4ry&#34;} {&#x27;secret&#x27;:&#x27;c4n4ry, c4n4ry&#x27;}`],
    ['a URL in a URL in a URL', `?a=${encodeURIComponent(`https://a.test/?b=${encodeURIComponent(`?pin=c4n4ry`)}`)}`],
    ['JSON in a URL in a URL', `?a=${encodeURIComponent(`?b=${encodeURIComponent(json)}`)}`],
    ['a header in a URL in a URL', 'Authorization%253A%2520Basic%2520c4n4ry%0Abearer%2520c4n4ry'],
    [
      'JSON that escapes its signs',
      String.raw`{"url":"https://a.test/?totp\u003dc4n4ry","body":"{\u0022pin\u0022:\u0022c4n4ry\u0022}"}`,
    ],
    ['a bearer token under a name with an equals sign', 'authorization = Bearer c4n4ry'],
    [
      'headers of a HAR',
      {
        headers: [
          { name: 'Authorization', value: `Bearer ${CANARY}` },
          { name: 'pwd', value: CANARY },
        ],
      },
    ],
    ['a pair in JSON', JSON.stringify([{ name: 'client_secret', value: CANARY, note: 1 }])],
    ['a pair in JSON in JSON', JSON.stringify(JSON.stringify({ key: 'pin', value: 'c4n4ry' }, null, 2))],
    ['a pair that is inspected', inspect([{ name: 'client_secret', value: CANARY }])],
    ['an encoded pair', encodeURIComponent(JSON.stringify({ name: 'client_secret', value: CANARY }))],
    ['a value that ends in a backslash', String.raw`{"secret":"a\\","totp":"c4n4ry"}`],
  ])('in %s', (_, value) => {
    expectNoTrace(value);
  });
});
