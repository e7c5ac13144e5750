'use client';
import { KobbleCard } from 'kobble-client/react';
import type { ReactElement } from 'react';
import { cardSession } from './next-action.js';

/** The card of a page. `origin` is that of the widget, which Kobble tells you. */
export function Card({ id, origin }: { readonly id: string; readonly origin: string }): ReactElement {
  return <KobbleCard session={() => cardSession(id)} allowedOrigins={[origin]} title="Your card" />;
}
