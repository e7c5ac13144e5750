import type { WebhookEvent } from 'kobble-client/webhooks';
import { mountCardWidget } from 'kobble-client/widget';
import type { ShownCard } from './service.js';

/** Defined by the build. */
declare const WIDGET_ORIGINS: readonly string[];

const form = find('#customer', HTMLFormElement);
const issuing = find('#issuing', HTMLElement);
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

/** Runs an action, and tells the user in `said` the sentence that it returns or its error. */
async function attempt(said: HTMLElement, what: string, action: () => Promise<string>): Promise<void> {
  said.textContent = `${what}…`;
  try {
    said.textContent = await action();
  } catch (error) {
    said.textContent = `${what} failed. ${error instanceof Error ? error.message : ''}`;
  }
}

/** The balances in the page, by the id of their card. */
const balances = new Map<string, HTMLElement>();

/** Adds a card to the page, or updates its balance if it is there. */
function showCard(card: ShownCard): void {
  if (!balances.has(card.id)) cards.prepend(cardItem(card));
  const balance = balances.get(card.id);
  if (balance) balance.textContent = String(card.balance ?? 'unknown');
}

function cardItem({ id, m_pan, status }: ShownCard): HTMLElement {
  const item = create('li', '', 'card');
  const number = masked(m_pan);
  const amount = create('p', 'Balance ', 'balance');
  const balance = create('strong', '');
  amount.append(balance);
  balances.set(id, balance);
  const topUp = create('button', 'Top up 10');
  const said = Object.assign(create('p', '', 'said'), { role: 'status' });
  let order = crypto.randomUUID(); // the same order until it succeeds, so that pressing again after a failure is safe
  topUp.addEventListener('click', () => {
    void attempt(said, 'Topping up', async () => {
      showCard(await post(`/cards/${encodeURIComponent(id)}/top-ups`, { order }));
      order = crypto.randomUUID();
      return 'Topped up by 10. The webhook arrives in a moment.';
    });
  });
  const details = create('div', '', 'details');
  item.append(create('p', number, 'number'), create('p', status, 'status'), details, amount, topUp, said);
  mountCardWidget(details, {
    session: (signal) => post(`/cards/${encodeURIComponent(id)}/session`, {}, signal), // post checks response.ok
    allowedOrigins: WIDGET_ORIGINS,
    title: `Card ${number}`,
  });
  return item;
}

/** Returns a masked number in the groups that a card shows. How many digits are masked is not documented. */
const masked = (pan: string): string => pan.replace(/\*+/, ' •••• •••• ');

async function listEvents(): Promise<void> {
  const latest = await request<WebhookEvent[]>('/events');
  const items = latest.map(({ type, entity_id }) => {
    const item = create('li', '', 'event');
    item.append(create('code', String(type)), create('span', String(entity_id), 'id'));
    return item;
  });
  events.replaceChildren(...items);
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const customer = Object.fromEntries(new FormData(form));
  void attempt(issuing, 'Issuing a card', async () => {
    const card = await post<ShownCard>('/cards', customer);
    const isKnown = balances.has(card.id);
    showCard(card);
    if (!isKnown) return `Card ${masked(card.m_pan)} was issued.`;
    return `The same card came back: ${masked(card.m_pan)}. Nothing was issued twice.`;
  });
});

void attempt(issuing, 'Reading the cards', async () => {
  for (const card of await request<ShownCard[]>('/cards')) showCard(card);
  return '';
});
setInterval(() => {
  if (!document.hidden) listEvents().catch(() => {}); // tries again in a second
}, 1_000);
