import { createElement, useEffect, useRef, type ReactElement } from 'react';
import { mountCardWidget, type CardWidgetOptions } from '../widget/index.js';

/** Props of {@link KobbleCard}: the options of `mountCardWidget`, and a class for the element that contains the widget. */
export interface KobbleCardProps extends CardWidgetOptions {
  readonly className?: string | undefined;
}

/**
 * Renders a `div` and mounts a card widget in it (see `mountCardWidget`, also for its parts). On a server it renders the empty `div`.
 *
 * Functions (`session`, callbacks, `labels.remaining`) may be new on each render: the latest ones are called. If the value
 * of another option changes, the widget is mounted anew and a card that is shown is hidden. A new array or object with
 * the same values is not a change. A wrong option throws in an effect, so that an error boundary catches it.
 *
 * @example
 * <KobbleCard
 *   session={async (signal) => {
 *     const response = await fetch('/cards/1/session', { method: 'POST', signal });
 *     if (!response.ok) throw new Error(`The session failed with status ${response.status}.`);
 *     return response.json();
 *   }}
 *   allowedOrigins={['https://widget.example.com']}
 * />
 */
export function KobbleCard(props: KobbleCardProps): ReactElement {
  const { className, allowedOrigins, title, visibleMs, labels } = props;
  const element = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });
  useEffect(() => {
    if (!element.current) return;
    const remaining = (seconds: number) => latest.current.labels?.remaining?.(seconds) ?? '';
    const widget = mountCardWidget(element.current, {
      session: (signal) => latest.current.session(signal),
      onShow: () => latest.current.onShow?.(),
      onHide: (reason) => latest.current.onHide?.(reason),
      onError: (error) => latest.current.onError?.(error),
      labels: labels?.remaining ? { ...labels, remaining } : labels,
      allowedOrigins,
      title,
      visibleMs,
    });
    return () => widget.destroy();
    // Compared by value. A function has no value in JSON, so only whether it is there counts.
  }, [JSON.stringify([allowedOrigins, title, visibleMs, labels, !labels?.remaining])]);
  return createElement('div', { ref: element, className });
}
