// Proves that the widget's URL has card id and TOTP encoded, and that only https URLs get them.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildWidgetUrl } from '../../src/widget/index.js';
import { buildWidgetUrl as fromMainEntry } from '../../src/index.js';
import { failureOf } from '../support/failure.js';
import { json } from '../support/replies.js';
import { setUp } from '../support/requests.js';

const session = { widgetUrl: 'https://widget.kobble.test/card', cardId: 'card-1', totp: '123456' };

describe('buildWidgetUrl', () => {
  it('is the same in both entries', () => {
    expect(fromMainEntry).toBe(buildWidgetUrl);
  });

  it.each([
    ['no query', session.widgetUrl, `${session.widgetUrl}?cardId=card-1&totp=123456`],
    ['an empty query', 'https://w.test/?', 'https://w.test/?cardId=card-1&totp=123456'],
    ['a host alone', 'https://w.test', 'https://w.test/?cardId=card-1&totp=123456'],
    ['a query of its own', 'https://w.test/?a=1&b=x%20y+z', 'https://w.test/?a=1&b=x%20y+z&cardId=card-1&totp=123456'],
    ['an old card and TOTP', 'https://w.test/?totp=old&a=1&cardId', 'https://w.test/?a=1&cardId=card-1&totp=123456'],
    [
      'names that only begin so',
      'https://w.test/?totp2=1&cardIds=2',
      'https://w.test/?totp2=1&cardIds=2&cardId=card-1&totp=123456',
    ],
    ['a fragment', 'https://w.test/#top', 'https://w.test/?cardId=card-1&totp=123456#top'],
    ['this machine', 'http://localhost:4010/w', 'http://localhost:4010/w?cardId=card-1&totp=123456'],
  ])('keeps %s', (_, widgetUrl, expected) => {
    expect(buildWidgetUrl({ ...session, widgetUrl })).toBe(expected);
  });

  it.each([
    ['#', '%23'],
    ['+', '%2B'],
    ['&', '%26'],
    [' ', '%20'],
    ['=', '%3D'],
    ['?', '%3F'],
    ['%', '%25'],
    ['é', '%C3%A9'],
    ["'", '%27'],
  ])('percent-encodes %s', (character, encoded) => {
    const url = buildWidgetUrl({ ...session, cardId: `a${character}b`, totp: `c${character}d` });
    expect(url).toBe(`${session.widgetUrl}?cardId=a${encoded}b&totp=c${encoded}d`);
  });

  it('is read back as it was, whatever is in it', () => {
    const text = fc.string({ minLength: 1, unit: 'grapheme' });
    fc.assert(
      fc.property(text, text, (cardId, totp) => {
        const { searchParams, hash } = new URL(buildWidgetUrl({ ...session, cardId, totp }));
        expect([searchParams.get('cardId'), searchParams.get('totp'), hash]).toEqual([cardId, totp, '']);
      }),
    );
  });

  it.each([
    ['plain http', { widgetUrl: 'http://widget.kobble.test' }, 'widgetUrl must be https'],
    ['a script', { widgetUrl: 'javascript:alert(1)' }, 'widgetUrl must be https'],
    ['data', { widgetUrl: 'data:text/html,x' }, 'widgetUrl must be https'],
    ['a host that only begins like loopback', { widgetUrl: 'http://localhost.evil.test' }, 'widgetUrl must be https'],
    ['user info', { widgetUrl: 'https://kobble.test@evil.test' }, 'widgetUrl must have no user info'],
    ['a password', { widgetUrl: 'https://:pw@evil.test' }, 'widgetUrl must have no user info'],
    ['a path', { widgetUrl: '/card' }, 'widgetUrl is not a URL'],
    ['an empty URL', { widgetUrl: '' }, 'widgetUrl is not a URL'],
    ['no URL', { widgetUrl: undefined }, 'widgetUrl is not a URL'],
    ['an empty card', { cardId: '' }, 'cardId is not text'],
    ['a number as card', { cardId: 7 }, 'cardId is not text'],
    ['an empty TOTP', { totp: '' }, 'totp is not text'],
    ['no TOTP', { totp: undefined }, 'totp is not text'],
    ['half a character', { totp: '\ud800' }, 'totp is not text'],
  ])('refuses %s', (_, part, message) => {
    const parts = { ...session, totp: 'T0TP', ...part } as typeof session; // as a server may send them
    const build = () => buildWidgetUrl(parts);
    expect(build).toThrow(new TypeError(`kobble-client: ${message}`));
    expect(build).not.toThrow(/T0TP|evil/);
  });
});

describe('createWidgetSession', () => {
  it('returns the session as sent, with the URL', async () => {
    const { kobble } = setUp({ api: () => json({ ...session, totp: 'a#b', expiresIn: 300, more: 'kept' }) });
    const answer = await kobble.cards.createWidgetSession('card-1');
    expect(answer).toEqual({
      ...session,
      totp: 'a#b',
      expiresIn: 300,
      more: 'kept',
      iframeUrl: `${session.widgetUrl}?cardId=card-1&totp=a%23b`,
    });
  });

  it('keeps both faces of a call', async () => {
    const { kobble, sent } = setUp({ api: () => json(session, 200, { 'x-request-id': 'r-1' }) });
    const { data, response } = await kobble.cards.createWidgetSession('card-1').withResponse();
    expect(data.iframeUrl).toContain('totp=123456');
    expect(response.headers.get('x-request-id')).toBe('r-1');
    expect(sent).toHaveLength(1);
  });

  it('fails where the session holds no URL that may be shown', async () => {
    const { kobble } = setUp({ api: () => json({ ...session, totp: 'T0TP', widgetUrl: 'http://evil.test' }) });
    const error = await failureOf(kobble.cards.createWidgetSession('card-1'));
    expect(error).toMatchObject({ name: 'DecodeError', code: 'invalid_widget_url', outcome: 'unknown' });
    expect(`${error.message} ${String(error.stack)} ${String(error.cause)}`).not.toMatch(/T0TP|evil/);
  });
});
