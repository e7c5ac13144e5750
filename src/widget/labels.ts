/** Every word that the widget shows or announces; English unless given. */
export interface CardWidgetLabels {
  /** The button, while nothing is shown. Default `Show card details`. */
  readonly show: string;
  /** The button, while details are shown. Default `Hide card details`. */
  readonly hide: string;
  /** The button, while a session is fetched. Default `Cancel`. */
  readonly cancel: string;
  /** The button, after a failure. Default `Try again`. */
  readonly retry: string;
  /** Said while a session is fetched. Default `Loading card details…`. */
  readonly loading: string;
  /** Announced once details are there, with the countdown after it. Default `Card details are shown.` */
  readonly shown: string;
  /** Said while nothing is shown, and announced when details go. Default `Card details are hidden.` */
  readonly hidden: string;
  /** Said after a failure. Default `Card details could not be shown.` */
  readonly failed: string;
  /** The countdown; announced at the start and at 10 seconds only. Default `Seconds left: 45`. */
  readonly remaining: (seconds: number) => string;
}

export const ENGLISH: CardWidgetLabels = {
  show: 'Show card details',
  hide: 'Hide card details',
  cancel: 'Cancel',
  retry: 'Try again',
  loading: 'Loading card details…',
  shown: 'Card details are shown.',
  hidden: 'Card details are hidden.',
  failed: 'Card details could not be shown.',
  remaining: (seconds) => `Seconds left: ${seconds}`,
};
