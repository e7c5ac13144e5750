import type { WebhookEvent } from 'kobble-client/webhooks';
import { mountCardWidget } from 'kobble-client/widget';
import type { ShownCard } from './service.js';

/** Put in by the build. */
declare const WIDGET_ORIGINS: readonly string[];

const form = find('#customer', HTMLFormElement);
const said = find('#said', HTMLElement);
const cards = find('#cards', HTMLElement);
const events = find('#events', HTMLElement);

function find<E extends Element>(selector: string, kind: new () => E): E {
  const found = document.querySelector(selector);
  if (found instanceof kind) return found;
  throw new Error(`the page has no ${selector}`);
}

function make(tag: string, text: string, className = ''): HTMLElement {
  return Object.assign(document.createElement(tag), { textContent: text, className });
}

/** The answer's JSON; what the service says of a failure is what is thrown. */
async function ask<T>(path: string, init: RequestInit = {}): Promise<T> {
  const answer = await fetch(path, { headers: { 'content-type': 'application/json' }, ...init });
  if (answer.status === 204) return undefined as T;
  const data = (await answer.json()) as T & { message?: string };
  if (!answer.ok) throw new Error(data.message);
  return data;
}

const post = <T>(path: string, body: unknown = {}, signal: AbortSignal | null = null): Promise<T> =>
  ask(path, { method: 'POST', body: JSON.stringify(body), signal });

/** Does what a button is for, and says how it went. */
async function attempt(what: string, action: () => Promise<unknown>): Promise<void> {
  said.textContent = `${what}…`;
  try {
    await action();
    said.textContent = `${what}: done.`;
  } catch (error) {
    said.textContent = `${what}: ${error instanceof Error ? error.message : 'failed'}`;
  }
}

function showCard({ id, m_pan, status }: ShownCard): HTMLElement {
  const item = make('li', '', 'card');
  const topUp = make('button', 'Top up 10');
  let order = crypto.randomUUID(); // one order until it went through: pressed again after a failure, it is the same
  topUp.addEventListener('click', () => {
    void attempt('Top-up', async () => {
      await post(`/cards/${encodeURIComponent(id)}/top-ups`, { order });
      order = crypto.randomUUID();
    });
  });
  const widget = make('div', '', 'details');
  item.append(make('span', m_pan, 'number'), make('span', status), topUp, widget);
  mountCardWidget(widget, {
    session: (signal) => post(`/cards/${encodeURIComponent(id)}/session`, {}, signal),
    allowedOrigins: WIDGET_ORIGINS,
    title: `Card ${m_pan}`,
  });
  return item;
}

const listed = new Set<string>();

async function listCards(): Promise<void> {
  for (const card of await ask<ShownCard[]>('/cards')) {
    if (!listed.has(card.id)) cards.append(showCard(card));
    listed.add(card.id);
  }
}

async function listEvents(): Promise<void> {
  const news = await ask<WebhookEvent[]>('/events');
  events.replaceChildren(...news.map(({ type, entity_id }) => make('li', `${type} ${entity_id}`)));
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const customer = Object.fromEntries(new FormData(form));
  void attempt('Issuing a card', async () => {
    await post('/cards', customer);
    await listCards();
  });
});

void listCards();
setInterval(() => {
  if (!document.hidden) listEvents().catch(() => {}); // the next second will tell
}, 1_000);
