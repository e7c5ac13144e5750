import { openFrame } from './frame.js';
import { ENGLISH } from './labels.js';
import type { CardWidget, CardWidgetOptions } from './options.js';
import { checkOrigins } from './origins.js';
import { secureUrl, wrong } from './secure-url.js';
import { createView } from './view.js';

const MAX_VISIBLE_MS = 60_000;
const LAST_ANNOUNCED_SECONDS = 10;

/**
 * Puts a button into `element` that shows a card's number, security code and expiry in an iframe, for a short time.
 *
 * Each showing asks for a fresh session. Details go after `visibleMs`, on Escape, on `hide()` and `destroy()`, and when
 * the page is hidden or left; the iframe and its URL go with them. Nothing is logged or stored. (While the focus is
 * inside the iframe, keys are the iframe's own: Tab leads to the button, Escape works outside.)
 *
 * @throws TypeError where an option cannot be right.
 * @example
 * const widget = mountCardWidget(document.querySelector('#card')!, {
 *   session: (signal) => fetch('/cards/1/session', { method: 'POST', signal }).then((answer) => answer.json()),
 *   allowedOrigins: ['https://widget.example.com'],
 * });
 */
export function mountCardWidget(element: Element, options: CardWidgetOptions): CardWidget {
  const { session, title = 'Card details', visibleMs = 45_000, onShow, onHide, onError } = options;
  const allowed = checkOrigins(options.allowedOrigins);
  if (!(visibleMs > 0 && visibleMs <= MAX_VISIBLE_MS)) throw wrong('visibleMs must be over 0 and at most 60000');
  const labels = { ...ENGLISH, ...options.labels };
  const { root, box, status, count, button } = createView(title);
  /** There while details are loading or shown; ends every listener and timer of that showing. */
  let showing: AbortController | undefined;
  let frame: HTMLIFrameElement | undefined;

  const say = (text: string, action: string) => {
    status.textContent = text;
    button.textContent = action;
  };
  const focused = () => (root.getRootNode() as Document).activeElement;

  function show(): void {
    if (showing || !root.isConnected) return;
    const { userActivation } = navigator as Partial<Navigator>; // not in older browsers
    if (document.hidden || userActivation?.isActive === false) throw wrong("show() needs the user's own action");
    const { signal } = (showing = new AbortController());
    const opener = focused();
    addEventListener('pagehide', hide, { signal });
    document.addEventListener('visibilitychange', hide, { signal });
    document.addEventListener('keydown', ({ key }) => key === 'Escape' && hide(), { signal });
    say(labels.loading, labels.cancel);
    Promise.resolve(signal)
      .then(session)
      .then(({ iframeUrl }) => signal.aborted || reveal(iframeUrl, signal, focused() === opener))
      .catch((error: unknown) => {
        if (signal.aborted) return;
        end(labels.failed, labels.retry);
        onError?.(error);
      });
  }

  function reveal(iframeUrl: string, signal: AbortSignal, takeFocus: boolean): void {
    frame = open(iframeUrl);
    startClock(signal);
    button.textContent = labels.hide;
    if (takeFocus) box.focus(); // not from a user who went elsewhere meanwhile
    onShow?.();
  }

  /** Apart from the timers, which would keep the URL alive. */
  function open(iframeUrl: string): HTMLIFrameElement {
    const url = secureUrl(iframeUrl, 'iframeUrl');
    if (!allowed.includes(url.origin)) throw wrong('the origin of iframeUrl is not in allowedOrigins');
    return openFrame(box, title, url);
  }

  function startClock(signal: AbortSignal): void {
    const endsAt = Date.now() + visibleMs;
    const tick = () => {
      const seconds = Math.ceil((endsAt - Date.now()) / 1_000);
      if (seconds < 1) return hide(); // a machine that slept: its timers did too
      const text = labels.remaining(seconds);
      if (text === count.textContent) return;
      count.textContent = text;
      if (seconds === LAST_ANNOUNCED_SECONDS) status.textContent = text;
    };
    tick();
    const timers = [setTimeout(hide, visibleMs), setInterval(tick, 200)];
    signal.onabort = () => timers.forEach((timer) => clearTimeout(timer));
    if (!frame) return;
    frame.onload = () => {
      if (!frame) return;
      frame.style.opacity = '';
      frame.onload = null;
      status.textContent = `${labels.shown} ${count.textContent}`;
    };
  }

  const hide = () => end(labels.hidden, labels.show);

  function end(text: string, action: string): void {
    if (!showing) return;
    const takeFocus = root.contains(focused());
    const shown = frame;
    showing.abort();
    showing = frame = undefined;
    shown?.remove();
    count.textContent = '';
    say(text, action);
    if (takeFocus) button.focus();
    if (shown) onHide?.();
  }

  function destroy(): void {
    hide();
    root.remove();
  }

  button.onclick = ({ detail }) => {
    if (detail < 2) (showing ? hide : show)(); // the second half of a double click takes nothing back
  };
  say(labels.hidden, labels.show);
  element.append(root);
  return { show, hide, destroy };
}
