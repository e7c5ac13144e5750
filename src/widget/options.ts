import type { CardWidgetLabels } from './labels.js';

/** What {@link mountCardWidget} is told. */
export interface CardWidgetOptions {
  /**
   * Asks your server for a fresh session (its `cards.createWidgetSession`); called anew for each showing. The signal
   * aborts when the user cancels or the details are hidden: pass it to `fetch`. An answer after that is never shown.
   */
  readonly session: (signal: AbortSignal) => PromiseLike<{ readonly iframeUrl: string }>;
  /** The origins that `iframeUrl` may have, such as `https://widget.example.com`; any other is refused. */
  readonly allowedOrigins: readonly string[];
  /** The accessible name of the widget and of its iframe. Default `Card details`. */
  readonly title?: string | undefined;
  /** Milliseconds that details stay, from the moment the iframe is in the page; default 45 000, at most 60 000. */
  readonly visibleMs?: number | undefined;
  /** Details are in the page. */
  readonly onShow?: (() => void) | undefined;
  /** Details that were in the page are gone, whatever the reason. */
  readonly onHide?: (() => void) | undefined;
  /** A session failed, or its URL was refused; the user sees a message and a button to try again. */
  readonly onError?: ((error: unknown) => void) | undefined;
  /** Other words, or another language. */
  readonly labels?: Partial<CardWidgetLabels> | undefined;
}

/** What {@link mountCardWidget} returns. */
export interface CardWidget {
  /**
   * Shows the details, as the widget's own button does. Call it straight from a click or key handler. Does nothing
   * while they are loading or shown, or once destroyed.
   *
   * @throws TypeError where no user's action stands behind the call (in browsers that can tell) or the page is hidden.
   */
  show(): void;
  /** Hides the details, or cancels their loading. */
  hide(): void;
  /** Hides the details and takes the widget out of the page, for good. */
  destroy(): void;
}
