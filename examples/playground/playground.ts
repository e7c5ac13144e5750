import { readFileSync } from 'node:fs';
import type { FakeKobble } from 'kobble-client/testing';
import { Hono } from 'hono';
import { csrf } from 'hono/csrf';
import { streamSSE } from 'hono/streaming';
import { bundle } from '../card-service/page-files.js';
import type { Money } from './money.js';
import type { Switches } from './switches.js';
import type { Activity, Timeline } from './timeline.js';

/** The parts of the playground. */
export interface PlaygroundParts {
  readonly fake: FakeKobble;
  /** The card service, whose page the playground extends. */
  readonly service: Hono;
  readonly timeline: Timeline;
  readonly switches: Switches;
  readonly money: Money;
  /** Calls the function after each change of an activity, until the returned function is called. */
  readonly onChange: (listener: (activity: Activity) => void) => () => void;
}

/** The requests of the page that make calls to Kobble. */
const ACTIVITIES: readonly (readonly [kind: Activity['kind'], title: string, request: RegExp])[] = [
  ['open', 'The page opens', /^GET \/cards$/],
  ['issue', 'Issue card', /^POST \/cards$/],
  ['show', 'Show card details', /^POST \/cards\/[^/]+\/session$/],
  ['topUp', 'Top up 10', /^POST \/cards\/[^/]+\/top-ups$/],
];

const HEAD = `
<link rel="stylesheet" href="/wire.css" />
<link rel="stylesheet" href="/steps.css" />
<script type="module" src="/wire.js"></script>
`;

/** Creates the service with the wire beside it: its own page, to which switches and timeline are added. */
export function createPlayground({ fake, service, timeline, switches, money, onChange }: PlaygroundParts): Hono {
  const app = new Hono();
  const [introHtml = '', wireHtml = '', moneyHtml = ''] = read('wire.html').split(/<!-- .* -->/);
  const script = bundle(new URL('wire.ts', import.meta.url));

  app.get('/', async (c) => {
    const page = await service.fetch(c.req.raw);
    const html = (await page.text()).replace('</head>', `${HEAD}</head>`).replace('</header>', `${introHtml}</header>`);
    const [header, form, cards, events] = html.split(/(?=<section>)/);
    return new Response([header, form, wireHtml, cards, moneyHtml, events].join(''), page); // with its headers, the content security policy among them
  });
  for (const name of ['wire.css', 'steps.css']) {
    app.get(`/${name}`, (c) => c.body(read(name), 200, { 'content-type': 'text/css; charset=utf-8' }));
  }
  app.get('/wire.js', (c) => c.body(script, 200, { 'content-type': 'text/javascript; charset=utf-8' }));

  const stateNow = () => ({
    on: switches.on(),
    impossible: money.impossible(),
    balances: money.balances(),
    totals: totalsOf(fake),
  });

  app.get('/wire/stream', (c) =>
    streamSSE(c, async (stream) => {
      const send = (event: string, data: unknown) => stream.writeSSE({ event, data: JSON.stringify(data) });
      const tell = (...activities: readonly Activity[]) => {
        for (const activity of activities) void send('activity', activity);
        void send('state', stateNow());
      };
      tell(...timeline.activities);
      const stop = onChange(tell);
      await new Promise<void>((resolve) => stream.onAbort(resolve));
      stop();
    }),
  );

  app.use('/wire/*', csrf());
  /** Runs what the user did. A switch that was on, and still is, could not happen. */
  const run = <T>(kind: Activity['kind'], title: string, work: (activity: Activity) => Promise<T>): Promise<T> => {
    const before = switches.on();
    return timeline.run(kind, title, async (activity) => {
      const result = await work(activity);
      activity.missed = switches.on().filter((name) => before.includes(name));
      return result;
    });
  };

  app.post('/wire/money/:name', async (c) => {
    const { name } = c.req.param();
    const action = money.actions.get(name);
    if (action === undefined) return c.notFound();
    const impossible = money.impossible()[name];
    if (impossible !== undefined) return c.json({ message: impossible }, 409);
    await run('money', action.title, async (activity) => {
      activity.said = action.run();
      await fake.webhooks.settled();
    });
    return c.body(null, 204);
  });
  app.put('/wire/switches/:name/:state{on|off}', (c) => {
    const { name, state } = c.req.param();
    return switches.set(name, state === 'on') ? c.json(stateNow()) : c.notFound();
  });

  app.all('*', (c) => {
    const request = `${c.req.method} ${c.req.path}`;
    const [kind, title] = ACTIVITIES.find(([, , pattern]) => pattern.test(request)) ?? [];
    if (kind === undefined || title === undefined) return service.fetch(c.req.raw);
    return run(kind, title, async (activity) => {
      const response = await service.fetch(c.req.raw);
      if (response.ok) activity.count = countOf(fake, activity, await response.clone().json());
      return response;
    });
  });
  return app;
}

/** Returns the number of cards on the wallet of a card, or of credits with the key of this activity. */
function countOf({ state }: FakeKobble, { kind, calls }: Activity, answer: unknown): number {
  const credits = calls.find(({ name }) => name === 'createManualCredit');
  if (kind === 'topUp') {
    return state.effectsOf('createManualCredit').filter(({ key }) => key?.slice(0, 8) === credits?.key).length;
  }
  const { id } = answer as { readonly id?: string };
  const wallet = state.cards.get(id ?? '')?.wallet_id;
  return [...state.cards.values()].filter(({ wallet_id }) => wallet_id === wallet).length;
}

/** Returns what Kobble holds, and what it took on the wire. */
function totalsOf({ state, calls }: FakeKobble): Readonly<Record<string, number>> {
  const keyed = state.effectsOf('createCard', 'createManualCredit');
  return {
    cards: state.cards.size,
    topUps: state.effectsOf('createManualCredit').length,
    requests: calls.length,
    lost: [...calls].filter(({ status }) => status === 'dropped').length,
    doubled: keyed.length - new Set(keyed.map(({ key }) => key)).size,
  };
}

const read = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');
