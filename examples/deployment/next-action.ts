'use server';
import { createKobbleClient, type KobbleClient } from 'kobble-client';

let kobble: KobbleClient | undefined; // made late: `next build` loads this file, too, and may lack the variables

/** Anyone can call a server action: decide first whether this user may see this card. */
export async function cardSession(cardId: string): Promise<{ iframeUrl: string }> {
  kobble ??= createKobbleClient();
  const { iframeUrl } = await kobble.cards.createWidgetSession(cardId);
  return { iframeUrl };
}
