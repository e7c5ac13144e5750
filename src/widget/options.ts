/** Options of {@link mountCardWidget}. */
export interface CardWidgetOptions {
  /**
   * Requests a new session from your server (its `cards.createWidgetSession`). Called for each display. The signal aborts
   * when the user cancels or the details are hidden: pass it to `fetch`. A session that arrives later is not shown.
   */
  readonly session: (signal: AbortSignal) => PromiseLike<{ readonly iframeUrl: string }>;
  /**
   * The origins that `iframeUrl` may have, such as `https://widget.example.com`. All others are refused. The page's own
   * origin is refused here: an iframe of it could reach the page.
   */
  readonly allowedOrigins: readonly string[];
  /** Accessible name of the widget and of its iframe. Default `Card details`. */
  readonly title?: string | undefined;
  /** Time for which details are shown, in milliseconds from when the iframe is in the page. Default 45 000, at most 60 000. */
  readonly visibleMs?: number | undefined;
  /** Called when details are in the page. What a callback throws is an uncaught error of the page. */
  readonly onShow?: (() => void) | undefined;
  /** Called when details have been removed from the page, with the reason. */
  readonly onHide?: ((reason: CardHideReason) => void) | undefined;
  /** Called if a session failed or its URL was refused. The user sees a message and a button to try again. */
  readonly onError?: ((error: unknown) => void) | undefined;
  /** Other words, or another language. */
  readonly labels?: Partial<CardWidgetLabels> | undefined;
}

/** Why details were removed from the page. */
export type CardHideReason =
  /** The user chose the button or Escape. */
  | 'user'
  /** `visibleMs` are over. */
  | 'expired'
  /** The page was hidden, by another tab too, left or printed; or the element has left it, seen within a second. */
  | 'pagehide'
  /** The page called `hide()`. */
  | 'hide'
  /** The page called `destroy()`, as `KobbleCard` does when it is unmounted or mounted anew. */
  | 'destroy'
  /** The label `remaining` threw at the start: `onError` is called too. */
  | 'failed';

/** A mounted widget. */
export interface CardWidget {
  /**
   * Shows the details, as the widget's own button does. Call it directly from a click or key handler. Does nothing while
   * they are loading or shown, or after `destroy`.
   *
   * @throws TypeError without a user's action (in browsers that can tell), or if the page is hidden.
   */
  show(): void;
  /** Hides the details, or cancels their loading. */
  hide(): void;
  /** Hides the details and removes the widget from the page for good. */
  destroy(): void;
}

/** All words that the widget shows or announces. English by default. */
export interface CardWidgetLabels {
  /** The button while nothing is shown. Default `Show card details`. */
  readonly show: string;
  /** The button while details are loading. Default `Cancel`. */
  readonly cancel: string;
  /** The button while details are shown. Default `Hide details`. */
  readonly hide: string;
  /** The button after a failure. Default `Try again`. */
  readonly retry: string;
  /** Shown while a session is requested. Default `Loading card details…`. */
  readonly loading: string;
  /** Shown while nothing is shown, and announced when details are hidden. Default `Card details are hidden.` */
  readonly hidden: string;
  /** Shown after a failure. Default `Card details could not be shown.` */
  readonly failed: string;
  /** The countdown; announced at the start and at 10 seconds only. Default `Seconds left: 45`. */
  readonly remaining: (seconds: number) => string;
}

export const ENGLISH: CardWidgetLabels = {
  show: 'Show card details',
  cancel: 'Cancel',
  hide: 'Hide details',
  retry: 'Try again',
  loading: 'Loading card details…',
  hidden: 'Card details are hidden.',
  failed: 'Card details could not be shown.',
  remaining: (seconds) => `Seconds left: ${seconds}`,
};
