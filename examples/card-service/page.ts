import type { WebhookEvent } from 'kobble-client/webhooks';
import { mountCardWidget } from 'kobble-client/widget';
import type { ShownCard } from './service.js';

/** Defined by the build. */
declare const WIDGET_ORIGINS: readonly string[];

const form = find('#customer', HTMLFormElement);
const said = find('#said', HTMLElement);
const cards = find('#cards', HTMLElement);
const events = find('#events', HTMLElement);

function find<E extends Element>(selector: string, kind: new () => E): E {
  const found = document.querySelector(selector);
  if (found instanceof kind) return found;
  throw new Error(`The page has no ${selector}.`);
}

function create(tag: string, text: string, className = ''): HTMLElement {
  return Object.assign(document.createElement(tag), { textContent: text, className });
}

/** Returns the JSON of a response. Throws the service's message if it failed. */
async function request<T>(path: string, init: RequestInit = {}): Promise<T> {
  const response = await fetch(path, { headers: { 'content-type': 'application/json' }, ...init });
  if (response.status === 204) return undefined as T;
  const data = (await response.json()) as T & { message?: string };
  if (!response.ok) throw new Error(data.message);
  return data;
}

const post = <T>(path: string, body: unknown = {}, signal: AbortSignal | null = null): Promise<T> =>
  request(path, { method: 'POST', body: JSON.stringify(body), signal });

/** Runs an action, and tells the user the sentence that it returns or its error. */
async function attempt(what: string, action: () => Promise<string>): Promise<void> {
  said.textContent = `${what}…`;
  try {
    said.textContent = await action();
  } catch (error) {
    said.textContent = `${what} failed. ${error instanceof Error ? error.message : ''}`;
  }
}

/** The balances in the page, by the id of their card. */
const balances = new Map<string, HTMLElement>();

function cardItem({ id, m_pan, status }: ShownCard): HTMLElement {
  const item = create('li', '', 'card');
  const balance = create('span', '');
  balances.set(id, balance);
  const topUp = create('button', 'Top up 10');
  let order = crypto.randomUUID(); // the same order until it succeeds, so that pressing again after a failure is safe
  topUp.addEventListener('click', () => {
    void attempt('Topping up', async () => {
      await post(`/cards/${encodeURIComponent(id)}/top-ups`, { order });
      order = crypto.randomUUID();
      await listCards();
      return `Card ${m_pan} was topped up. The webhook arrives in a moment.`;
    });
  });
  const widget = create('div', '', 'details');
  item.append(create('span', m_pan, 'number'), create('span', status), balance, topUp, widget);
  mountCardWidget(widget, {
    session: (signal) => post(`/cards/${encodeURIComponent(id)}/session`, {}, signal), // post checks response.ok
    allowedOrigins: WIDGET_ORIGINS,
    title: `Card ${m_pan}`,
  });
  return item;
}

async function listCards(): Promise<void> {
  for (const card of await request<ShownCard[]>('/cards')) {
    if (!balances.has(card.id)) cards.append(cardItem(card));
    const balance = balances.get(card.id);
    if (balance) balance.textContent = `Balance ${card.balance ?? 'unknown'}`;
  }
}

async function listEvents(): Promise<void> {
  const latest = await request<WebhookEvent[]>('/events');
  events.replaceChildren(...latest.map(({ type, entity_id }) => create('li', `${String(type)} ${String(entity_id)}`)));
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const customer = Object.fromEntries(new FormData(form));
  void attempt('Issuing a card', async () => {
    const { id, m_pan } = await post<ShownCard>('/cards', customer);
    if (balances.has(id)) {
      return `The same card came back: ${m_pan}. Its key is made from the customer number, so a repeat issues no second card.`;
    }
    await listCards();
    return `Card ${m_pan} was issued.`;
  });
});

void listCards();
setInterval(() => {
  if (!document.hidden) listEvents().catch(() => {}); // tries again in a second
}, 1_000);
