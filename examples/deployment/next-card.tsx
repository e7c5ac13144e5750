'use client';
import { KobbleCard } from 'kobble-client/react';
import type { ReactElement } from 'react';

interface CardProps {
  /** The server action, bound to a card by the page: `session={cardSession.bind(null, id)}`. */
  readonly session: () => Promise<{ iframeUrl: string }>;
  /** The origin of the widget, which Kobble tells you. */
  readonly origin: string;
}

/** The card of a page. */
export function Card({ session, origin }: CardProps): ReactElement {
  return <KobbleCard session={() => session()} allowedOrigins={[origin]} title="Your card" />;
}
