import type { Activity, Step, WireCall } from './timeline.js';
import { noteOf, outcomeOf, toneOf, verdictOf } from './words.js';

/** What the server tells about the switches, and about what Kobble holds. */
interface State {
  readonly on: readonly string[];
  /** Why buttons of the money can do nothing now. */
  readonly impossible: Readonly<Record<string, string>>;
  /** The balances of the cards, by the last four digits of their numbers. */
  readonly balances: Readonly<Record<string, number>>;
  readonly totals: Readonly<Record<string, number>>;
}

const SAMPLES = [
  ['1002', 'Noah', 'Walker'],
  ['1003', 'Aisha', 'Rahman'],
  ['1004', 'Tom', 'Nguyen'],
  ['1001', 'Mira', 'Chen'],
] as const;

const newest = find('#newest');
const earlier = find('#earlier');
const verdict = find('#verdict');
const guide = find('#guide');
const stopped = find('#stopped');
const switches = [...document.querySelectorAll<HTMLButtonElement>('[data-switch]')];
const moneys = [...document.querySelectorAll<HTMLButtonElement>('[data-money]')];
const shown = new Map<number, { readonly item: HTMLElement; readonly details: HTMLDetailsElement }>();

function find(selector: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(selector);
  if (found === null) throw new Error(`The page has no ${selector}.`);
  return found;
}

function create<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
  ...content: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  element.className = className;
  element.append(...content);
  return element;
}

/** Shows an activity, in place of what was shown of it before. */
function show(activity: Activity): void {
  const { id, kind, title, calls, durationMs } = activity;
  const said = verdictOf(activity);
  const { item, details } = shown.get(id) ?? addItem(id);
  const end = Math.max(1, durationMs ?? 0, ...calls.flatMap(({ steps }) => steps.map(({ from, to }) => to ?? from)));
  const sent = calls.filter(({ isWebhook }) => isWebhook !== true);
  const attempts = sent.flatMap(({ steps }) => steps.filter(({ kind }) => kind === 'attempt')).length;
  const meta = [
    ...(sent.length > 0 ? [count(sent.length, 'call'), count(attempts, 'attempt')] : []),
    ...(sent.length < calls.length ? [count(calls.length - sent.length, 'webhook')] : []),
    `${durationMs ?? end} ms`,
  ].join(', ');
  const rows = calls.flatMap((call) => call.steps.map((step) => row(call, step, end)));
  details.replaceChildren(create('summary', '', meta), create('ol', 'steps', ...rows));
  details.hidden = calls.length === 0;
  item.replaceChildren(create('h3', '', title), create('p', 'verdict', said), details);
  if (kind !== 'open') guide.hidden = true;
  const isNewest = item.parentElement === newest;
  if (isNewest && said !== '' && said !== verdict.textContent) verdict.textContent = said;
}

/** Adds an item as the newest. The one that was it is closed, and goes to the earlier ones. */
function addItem(id: number) {
  const details = create('details', '');
  details.open = true;
  const item = create('li', 'activity');
  newest.querySelector('details')?.removeAttribute('open');
  earlier.lastElementChild?.prepend(...newest.children);
  newest.append(item);
  shown.set(id, { item, details });
  earlier.hidden = shown.size < 2;
  return { item, details };
}

function row(call: WireCall, step: Step, end: number): HTMLElement {
  const isFirst = call.steps[0] === step;
  const isWait = step.kind === 'wait';
  const from = Math.min(step.from, end);
  const bar = create('i', isWait ? 'wait' : toneOf(step));
  bar.style.setProperty('--from', `${(100 * from) / end}%`); // allowed by the policy, unlike a style attribute
  bar.style.setProperty('--length', `${(100 * ((step.to ?? end) - from)) / end}%`);
  const track = create('span', 'track', bar);
  track.ariaHidden = 'true';
  const name = isFirst ? create('span', 'name', call.name) : create('span', 'again', isWait ? 'wait' : 'attempt again');
  const label = create('span', 'label', name);
  if (isWait) return create('li', 'step', label, track, create('span', 'outcome', `${(step.to ?? from) - from} ms`));
  if (isFirst) name.title = call.path;
  if (call.key !== undefined) label.append(' ', create('span', 'key', `key ${call.key}`));
  const item = create('li', 'step', label, track, create('span', `outcome ${toneOf(step)}`, outcomeOf(step)));
  const note = noteOf(call, step);
  if (note !== '') item.append(create('span', `note ${toneOf(step)}`, note));
  return item;
}

const count = (number: number, what: string): string => `${number} ${what}${number === 1 ? '' : 's'}`;

function update({ on, impossible, balances, totals }: State): void {
  for (const button of switches) button.ariaChecked = String(on.includes(button.dataset['switch'] ?? ''));
  for (const element of document.querySelectorAll<HTMLElement>('[data-total]')) {
    element.textContent = String(totals[element.dataset['total'] ?? ''] ?? 0);
  }
  for (const button of moneys) button.disabled = (button.dataset['money'] ?? '') in impossible;
  find('#impossible').textContent = [...new Set(Object.values(impossible))].join(' ');
  for (const card of document.querySelectorAll('#cards > li')) {
    const balance = balances[card.querySelector('.number')?.textContent.slice(-4) ?? ''];
    if (balance !== undefined) card.querySelector('.balance strong')?.replaceChildren(String(balance));
  }
}

for (const button of switches) {
  button.addEventListener('click', () => {
    const state = button.ariaChecked === 'true' ? 'off' : 'on';
    void fetch(`/wire/switches/${button.dataset['switch'] ?? ''}/${state}`, { method: 'PUT' })
      .then((response) => response.json())
      .then(update, showStopped);
  });
}
for (const button of moneys) {
  button.addEventListener('click', () => {
    void fetch(`/wire/money/${button.dataset['money'] ?? ''}`, { method: 'POST' }).catch(showStopped);
  });
}

const next = create('button', 'wide', 'Next customer');
next.type = 'button';
next.addEventListener('click', () => {
  const sample = SAMPLES.find((_, index) => SAMPLES.at(index - 1)?.[0] === valueOf('number')) ?? SAMPLES[0];
  const [number, first, last] = sample;
  const values = { number, first_name: first, last_name: last, email: `${first}.${last}@example.com`.toLowerCase() };
  for (const [name, value] of Object.entries(values)) Object.assign(field(name) ?? {}, { value });
});
find('form').append(next);

const field = (name: string): HTMLInputElement | null => document.querySelector(`input[name="${name}"]`);
const valueOf = (name: string): string => field(name)?.value ?? '';

function showStopped(): void {
  stopped.hidden = false;
}

earlier.toggleAttribute('open', matchMedia('(min-width: 60rem)').matches); // a phone has no room for them

// On a phone, what was pressed is far from the wire: the verdict comes to the bottom of the screen.
const sight = new IntersectionObserver(([entry]) => verdict.classList.toggle('away', entry?.isIntersecting === false));
sight.observe(newest);

const stream = new EventSource('/wire/stream'); // it connects again by itself, and is told everything anew
stream.addEventListener('error', showStopped);
stream.addEventListener('open', () => {
  stopped.hidden = true;
  newest.replaceChildren();
  earlier.lastElementChild?.replaceChildren();
  shown.clear();
});
stream.addEventListener('activity', ({ data }) => show(JSON.parse(String(data)) as Activity));
stream.addEventListener('state', ({ data }) => update(JSON.parse(String(data)) as State));
