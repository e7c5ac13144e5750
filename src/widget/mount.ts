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
  if (!(visibleMs > 0 && visibleMs <= MAX_VISIBLE_MS)) throw wrong('visibleMs must be 1 to 60000');
  const labels = { ...ENGLISH, ...options.labels };
  const [root, box, status, button, count] = createView(title);
  /** There while details are loading or shown; ends every listener and timer of that showing. */
  let showing: AbortController | undefined;
  let frame: HTMLIFrameElement | undefined;

  const say = (text: string, action: string) => {
    status.textContent = text;
    button.textContent = action;
  };

  function show(): void {
    if (showing || !root.isConnected) return;
    const { userActivation } = navigator as Partial<Navigator>; // not in older browsers
    if (document.hidden || userActivation?.isActive === false) throw wrong('show() needs a click or a key');
    showing = new AbortController();
    const { signal } = showing;
    const opener = document.activeElement;
    addEventListener('pagehide', hide, showing);
    addEventListener('visibilitychange', hide, showing);
    addEventListener('keydown', ({ key }) => key === 'Escape' && hide(), showing);
    say(labels.loading, labels.hide);
    Promise.resolve(signal)
      .then(session)
      .then(({ iframeUrl }) => {
        if (signal.aborted) return;
        const { origin, href } = secureUrl(iframeUrl, 'iframeUrl');
        if (!allowed.includes(origin)) throw wrong('iframeUrl is not of allowedOrigins');
        frame = openFrame(box, title, href);
        startClock(frame, signal);
        if (document.activeElement === opener) box.focus(); // else the user went elsewhere meanwhile
        onShow?.();
      })
      .catch((error: unknown) => {
        if (signal.aborted) return;
        end(labels.failed, labels.retry);
        onError?.(error);
      });
  }

  /** Apart from what knows the URL, which a timer would keep alive. */
  function startClock(frame: HTMLIFrameElement, signal: AbortSignal): void {
    const endsAt = Date.now() + visibleMs; // the wall clock also counts the time that a machine sleeps
    const tick = () => {
      if (signal.aborted) return;
      const left = endsAt - Date.now();
      if (left <= 0 || left > visibleMs) return hide();
      const seconds = Math.ceil(left / 1_000);
      count.textContent = labels.remaining(seconds);
      if (seconds === LAST_ANNOUNCED_SECONDS) status.textContent = count.textContent;
      setTimeout(tick, left % 1_000 || 1_000);
    };
    frame.onload = () => {
      frame.style.opacity = '';
      status.textContent = count.textContent;
    };
    tick();
  }

  const hide = () => end(labels.hidden, labels.show);

  function end(text: string, action: string): void {
    if (!showing) return;
    const takeFocus = root.contains((root.getRootNode() as Document).activeElement);
    const shown = frame;
    showing.abort();
    showing = frame = undefined;
    shown?.remove();
    count.textContent = '';
    say(text, action);
    if (takeFocus) button.focus();
    if (shown) onHide?.();
  }

  button.onclick = ({ detail }) => {
    if (detail < 2) (showing ? hide : show)(); // the second half of a double click takes nothing back
  };
  say(labels.hidden, labels.show);
  element.append(root);
  return { show, hide, destroy: () => (hide(), root.remove()) };
}
