import type { IncomingHttpHeaders, RequestListener } from 'node:http';
import type { Page } from 'playwright-core';
import { widgetCsp, type CardWidget, type CardWidgetOptions } from '../../../src/widget/index.js';
import { listen } from '../listen.js';
import { bundleWidget } from './bundle.js';
import { CARD_PAGE, HOST_PAGE, HOST_SCRIPT, HOST_STYLE } from './card-page.js';
import { launchChromium } from './chromium.js';

declare global {
  interface Window {
    widget: CardWidget;
    /** Mounts the widget anew, with other options than the page's own. */
    mount: (options: Partial<CardWidgetOptions>) => void;
    happened: string[];
  }
}

/** Returns the response of the embedding page's server to one request for a session. */
export type Session = (cardUrl: string) => unknown;

/** A browser, the page that embeds the widget under its policy, and the stand-in for the widget's server. */
export interface Stage {
  readonly origin: string;
  readonly cardOrigin: string;
  /** The requests that the widget's server received. */
  readonly asked: { url: string; headers: IncomingHttpHeaders }[];
  /** Console messages, uncaught errors and new windows. A test that expects some empties it. */
  readonly said: string[];
  /** The next sessions, in order. If it is empty, each session is a new URL of the widget's server. */
  readonly sessions: Session[];
  /** Delays the next session until the returned function is called with it. */
  hold(): (answer?: Session) => void;
  /** Loads the page again; in a new profile if the test changes or searches the browser. */
  open(query?: Record<string, string>, profile?: 'own profile'): Promise<Page>;
  close(): Promise<void>;
}

/** Starts both servers and the browser. `script` replaces the script of the embedding page. */
export async function setStage(script: string | Uint8Array = HOST_SCRIPT): Promise<Stage> {
  const asked: Stage['asked'] = [];
  const said: string[] = [];
  const sessions: Session[] = [];
  let counter = 0;
  let page: Page | undefined;

  const [cardOrigin, stopCard] = await listen((request, response) => {
    asked.push({ url: request.url ?? '', headers: request.headers });
    if (request.url?.startsWith('/redirect') === true) response.writeHead(302, { location: 'http://localhost:9/evil' });
    else response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(CARD_PAGE);
  });
  const fresh: Session = (url) => ({ iframeUrl: url });
  const answerSession: RequestListener = (_, response) => {
    const url = `${cardOrigin}/card?cardId=card-1&totp=${TOTP}${++counter}`;
    void Promise.resolve((sessions.shift() ?? fresh)(url)).then((answer) => response.end(JSON.stringify(answer)));
  };
  const files: Record<string, readonly [type: string, body: string | Uint8Array]> = {
    '/': ['text/html', HOST_PAGE],
    '/page.css': ['text/css', HOST_STYLE],
    '/page.js': ['text/javascript', script],
    '/widget.js': ['text/javascript', bundleWidget()],
    '/away': ['text/html', '<!doctype html><html lang="en"><title>Away</title><p>Away'],
  };
  const strict = `default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'`;
  const policy = `${strict}; require-trusted-types-for 'script'; trusted-types 'none'; ${widgetCsp([cardOrigin])}`;
  const [origin, stopHost] = await listen((request, response) => {
    const { pathname } = new URL(request.url ?? '', 'http://host');
    if (pathname === '/session') return answerSession(request, response);
    const [type, body] = files[pathname] ?? ['text/plain', ''];
    response.setHeader('content-type', type).setHeader('content-security-policy', policy).end(body);
  });
  const browser = await launchChromium();

  return {
    origin,
    cardOrigin,
    asked,
    said,
    sessions,
    hold: () => {
      let release: (answer: Session) => void = () => {};
      const held = new Promise<Session>((resolve) => (release = resolve));
      sessions.push(async (url) => (await held)(url));
      return (answer = fresh) => release(answer);
    },
    open: async (query = {}, profile) => {
      if (page === undefined || profile !== undefined) {
        await page?.context().close();
        page = await (await browser.newContext()).newPage();
        page.on('console', (message) => said.push(message.text()));
        page.on('pageerror', (error) => said.push(error.message));
        page.on('popup', () => said.push('a new window'));
      }
      asked.length = 0;
      await page.goto(`${origin}/?${new URLSearchParams({ origin: cardOrigin, ...query }).toString()}`);
      await page.getByRole('button', { name: 'Show card details' }).waitFor();
      return page;
    },
    close: async () => {
      await browser.close();
      await Promise.all([stopCard(), stopHost()]);
    },
  };
}

/** The start of each TOTP of the stage. It occurs nowhere else. */
export const TOTP = 'k9%23S3CR3T';
