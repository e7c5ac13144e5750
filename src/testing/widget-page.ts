import { createHash } from 'node:crypto';
import type { FakeState } from './state.js';
import type { WireRequest, WireResponse } from './wire.js';

/** Path of the stand-in for the widget on a fake that listens. */
export const WIDGET_PATH = '/widget';

/**
 * Returns the stand-in for the widget's page, which a browser shows in the iframe of a card. Undefined: the request is
 * for another path. Its number ends as the card's masked number does; the rest of the details is made up.
 */
export function widgetPage({ method, path }: WireRequest, { cards }: FakeState): WireResponse | undefined {
  const [pathname, query] = path.split('?', 2);
  if (method !== 'GET' || pathname !== WIDGET_PATH) return undefined;
  const searchParams = new URLSearchParams(query);
  const card = cards.get(searchParams.get('cardId') ?? '');
  if (card === undefined || !searchParams.get('totp')) return page(404, '<p>There is no such card.</p>');
  const number = `${card.m_pan.slice(0, 4)} 0000 0000 ${card.m_pan.slice(-4)}`;
  return page(
    200,
    `<p>Not a real card</p><p class="number">${escape(number)}</p>` +
      `<p>Expires ${escape(card.expiry.slice(0, 7))} <span>CVV 123</span></p>`,
  );
}

const STYLE = `
main { box-sizing: border-box; min-height: 100vh; padding: 6vw; display: flex; flex-direction: column;
  justify-content: space-between; background: linear-gradient(135deg, #0f4c5c, #1f7a8c); color: #fff;
  font: clamp(12px, 4vw, 16px)/1.4 system-ui, sans-serif }
body, p { margin: 0 }
span { margin-left: 1.5em }
.number { font: clamp(16px, 6.2vw, 26px) ui-monospace, monospace; white-space: nowrap }
`;
const POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`;

const page = (status: number, body: string): WireResponse => ({
  status,
  headers: {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': POLICY,
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
  },
  body: `<!doctype html><html lang="en"><meta charset="utf-8"><title>Card</title><style>${STYLE}</style><main>${body}</main></html>`,
});

const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
