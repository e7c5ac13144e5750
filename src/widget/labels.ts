/** Every word that the widget shows or announces; English unless given. */
export interface CardWidgetLabels {
  /** The button, while nothing is shown. Default `Show card details`. */
  readonly show: string;
  /** The button, while details are loading or shown. Default `Hide details`. */
  readonly hide: string;
  /** The button, after a failure. Default `Try again`. */
  readonly retry: string;
  /** Said while a session is fetched. Default `Loading card details…`. */
  readonly loading: string;
  /** Said while nothing is shown, and announced when details go. Default `Card details are hidden.` */
  readonly hidden: string;
  /** Said after a failure. Default `Card details could not be shown.` */
  readonly failed: string;
  /** The countdown; announced at the start and at 10 seconds only. Default `Seconds left: 45`. */
  readonly remaining: (seconds: number) => string;
}

export const ENGLISH: CardWidgetLabels = {
  show: 'Show card details',
  hide: 'Hide details',
  retry: 'Try again',
  loading: 'Loading card details…',
  hidden: 'Card details are hidden.',
  failed: 'Card details could not be shown.',
  remaining: (seconds) => `Seconds left: ${seconds}`,
};
