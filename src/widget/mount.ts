import { checkUrl, optionError } from '../checks.js';
import { checkOrigins } from './csp.js';
import { create, openFrame } from './frame.js';
import { ENGLISH, type CardHideReason, type CardWidget, type CardWidgetOptions } from './options.js';

/** Events that may end a display. Listeners without a `signal`: the one of jest-fixed-jsdom is refused by its own listeners. */
const EXITS = ['pagehide', 'visibilitychange', 'beforeprint', 'keydown'];

/**
 * Adds a button to `element` that shows a card's number, security code and expiry in an iframe for a short time.
 *
 * Each display requests a new session. Details are removed after `visibleMs`, on Escape, on `hide()` and `destroy()`, and
 * when the page is hidden, left or printed, and the iframe and its URL with them. Nothing is logged or stored. (While
 * the focus is inside the iframe, keys go to the iframe: Tab leads to the button, and Escape works outside.)
 *
 * The widget is made of plain elements, in no shadow root (so that there is no `::part`), and the page's own rules for buttons
 * and text apply to them. In `element` are the box `[role=group]`, with the text `[role=status]` and the
 * `iframe`, the `button`, and the countdown `span`. The box has inline styles, which these custom properties change: `--kobble-card-width` (default `400px`), `--kobble-card-radius` (`8px`),
 * `--kobble-card-border` (`1px solid transparent`, visible in forced colours) and `--kobble-card-background` (`#8882`).
 *
 * @throws TypeError if an option is wrong.
 * @example
 * const widget = mountCardWidget(element, {
 *   session: async (signal) => {
 *     const response = await fetch('/cards/1/session', { method: 'POST', signal });
 *     if (!response.ok) throw new Error(`The session failed with status ${response.status}.`);
 *     return response.json();
 *   },
 *   allowedOrigins: ['https://widget.example.com'],
 * });
 */
export function mountCardWidget(element: Element, options: CardWidgetOptions): CardWidget {
  const { session, title = 'Card details', visibleMs = 45_000, onShow, onHide, onError } = options;
  const allowed = checkOrigins(options.allowedOrigins);

  if (!(Number.isFinite(visibleMs) && visibleMs > 0 && visibleMs <= 60_000))
    throw optionError('visibleMs', 'must be 1 to 60000');
  // A frame of the page's own origin, with the rights that the widget needs, could reach the page around it.
  if (allowed.includes(self.origin)) throw optionError('allowedOrigins', "must not contain the page's own origin");
  const labels = { ...ENGLISH, ...options.labels };

  // A box in the shape of a card with the status in it, and below it the button and the countdown. Inline styles hold what
  // the display needs, with custom properties for what a page may change; the rest is the page's own style of a button and
  // of text. Nothing moves, so `prefers-reduced-motion` needs nothing more.
  const root = create('div', {
    style: 'display:flex;align-items:center;flex-wrap:wrap;gap:8px;max-width:var(--kobble-card-width,400px)',
  });
  const box = create('div', {
    role: 'group',
    ariaLabel: title,
    tabIndex: -1, // has the focus while details are shown
    // Forced colours remove the background, and draw a transparent border in the colour of text.
    style:
      'display:grid;place-items:center;position:relative;width:100%;box-sizing:border-box;aspect-ratio:16/9;overflow:hidden;border:var(--kobble-card-border,1px solid #0000);border-radius:var(--kobble-card-radius,8px);background:var(--kobble-card-background,#8882)',
  });
  const status = create('p', { role: 'status' });
  const button = create('button', { type: 'button', style: 'min-height:44px' });
  const count = create('span', { ariaHidden: true });
  box.append(status);
  root.append(box, button, count);

  /** Set while details are loading or shown. Its abort ends the session and the timers of this display. */
  let display: AbortController | undefined;
  let frame: HTMLIFrameElement | undefined;

  const say = (text: string, action: string) => {
    status.textContent = text;
    button.textContent = action;
  };

  function show(): void {
    if (display || !root.isConnected) return;
    if (document.hidden || (navigator as Partial<Navigator>).userActivation?.isActive === false)
      throw optionError('show()', 'needs a click or a key');
    display = new AbortController();
    const { signal } = display;
    const opener = document.activeElement;
    for (const exit of EXITS) addEventListener(exit, leave, true); // before listeners that stop the propagation
    say(labels.loading, labels.cancel);
    Promise.resolve(signal)
      .then(session)
      .then(({ iframeUrl }) => {
        if (signal.aborted) return;
        const { origin, href } = checkUrl('iframeUrl', iframeUrl);
        if (!allowed.includes(origin))
          throw optionError('iframeUrl', `has the origin ${origin}, which is not in allowedOrigins`);
        frame = openFrame(box, title, href);
        if (!frame) return hide('pagehide'); // the element has left the page
        button.textContent = labels.hide;
        startClock(frame, signal);
        if (document.activeElement === opener) box.focus(); // otherwise the user has moved on
        if (onShow) queueMicrotask(onShow); // what it throws is an uncaught error of the page, and changes nothing here
      })
      .catch((error: unknown) => {
        if (signal.aborted) return;
        hide('failed');
        onError?.(error);
      });
  }

  /** Starts the countdown. A function of its own, so that the timer does not keep the URL in memory. */
  function startClock(frame: HTMLIFrameElement, signal: AbortSignal): void {
    // The wall clock also counts the time that a machine sleeps; the other clock cannot be set.
    const endsAt = Date.now() + visibleMs;
    const endsAtSteady = performance.now() + visibleMs;
    const tick = () => {
      if (signal.aborted) return;
      const left = Math.min(endsAt - Date.now(), endsAtSteady - performance.now());
      if (!(left > 0)) return hide('expired');
      if (!root.isConnected) return hide('pagehide');
      setTimeout(tick, left % 1_000 || 1_000); // before the label, which may throw
      const seconds = Math.ceil(left / 1_000);
      count.textContent = labels.remaining(seconds);
      if (seconds === 10) status.textContent = count.textContent;
    };
    frame.onload = () => {
      frame.style.opacity = '';
      status.textContent = count.textContent;
    };
    tick();
  }

  // Other events have no key.
  const leave = ({ key }: Partial<KeyboardEvent>) =>
    key === undefined ? hide('pagehide') : key === 'Escape' && hide('user');

  function hide(reason: CardHideReason): void {
    if (!display) return;
    const takeFocus = root.contains((root.getRootNode() as Document).activeElement);
    const ended = display;
    const shown = frame;
    display = frame = undefined;
    shown?.remove();
    ended.abort();
    for (const exit of EXITS) removeEventListener(exit, leave, true);
    count.textContent = '';
    if (reason === 'failed') say(labels.failed, labels.retry);
    else say(labels.hidden, labels.show);
    if (takeFocus) button.focus();
    if (shown) queueMicrotask(() => onHide?.(reason));
  }

  button.onclick = ({ detail }) => {
    if (detail > 1) return; // the second click of a double click does not undo the first
    if (display) hide('user');
    else show();
  };
  say(labels.hidden, labels.show);
  element.append(root);
  return { show, hide: () => hide('hide'), destroy: () => (hide('destroy'), root.remove()) };
}
