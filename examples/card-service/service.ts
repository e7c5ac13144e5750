import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { csrf } from 'hono/csrf';
import { HTTPException } from 'hono/http-exception';
import { idempotencyKeyFrom, isKobbleError, NotFoundError, type Card, type KobbleClient } from 'kobble-client';
import { createWebhookHandler, type WebhookEvent, type WebhookTrust } from 'kobble-client/webhooks';
import { issueCard, type Customer } from './issue-card.js';
import { contentSecurityPolicy, pageFiles } from './page-files.js';
import { readFields } from './read-fields.js';

export interface ServiceOptions {
  readonly kobble: KobbleClient;
  /** The topics that webhooks may come from. */
  readonly webhooks: WebhookTrust;
  /** Where the card widget is served from: the only frames that the page may hold. */
  readonly widgetOrigins: readonly string[];
}

/** Everything but a login: put yours before `/cards`, and let it say whose cards one may see. */
export function createService({ kobble, webhooks, widgetOrigins }: ServiceOptions): Hono {
  const app = new Hono();

  const policy = contentSecurityPolicy(widgetOrigins);
  app.use(async (c, next) => {
    c.header('content-security-policy', policy);
    c.header('x-content-type-options', 'nosniff');
    c.header('referrer-policy', 'no-referrer');
    c.header('cache-control', 'no-store');
    await next();
  });
  for (const [path, { type, body }] of pageFiles(widgetOrigins)) {
    app.get(path, (c) => c.body(body, 200, { 'content-type': type }));
  }

  app.use('/cards/*', csrf(), bodyLimit({ maxSize: 10_000 }));

  app.get('/cards', async (c) => {
    const cards: ShownCard[] = [];
    for await (const card of kobble.cards.list()) cards.push(shown(card));
    return c.json(cards);
  });

  /** A double click must not make two endusers: they take no key. */
  const underWay = new Map<string, Promise<Card>>();

  app.post('/cards', async (c) => {
    const customer: Customer = await readFields(c, ['number', 'first_name', 'last_name', 'email', 'phone_number']);
    const issuing =
      underWay.get(customer.number) ?? issueCard(kobble, customer).finally(() => underWay.delete(customer.number));
    underWay.set(customer.number, issuing);
    return c.json(shown(await issuing));
  });

  app.post('/cards/:id/session', async (c) => {
    const { iframeUrl } = await kobble.cards.createWidgetSession(c.req.param('id'));
    return c.json({ iframeUrl }); // all that the page needs; it is secret, and fresh each time
  });

  app.post('/cards/:id/top-ups', async (c) => {
    const { order } = await readFields(c, ['order']);
    const { wallet_id } = await kobble.cards.get(c.req.param('id'));
    await kobble.transactions.createManualCredit(
      { amount: 10, to: wallet_id, reference: order, metadata: {} },
      { idempotencyKey: idempotencyKeyFrom('top-up', order) }, // an order that is sent twice is credited once
    );
    return c.body(null, 204);
  });

  const events: WebhookEvent[] = [];
  const receive = createWebhookHandler({
    ...webhooks,
    on: {
      // An event only names what it is about. Here is where a service would fetch it: `kobble.transactions.get(…)`.
      'transaction-create': (event) => events.unshift(event),
      unknown: (event) => events.unshift(event),
    },
  });
  app.post('/webhooks/kobble', (c) => receive(c.req.raw));
  app.get('/events', (c) => c.json(events.slice(0, 20)));

  app.onError((error, c) => {
    if (error instanceof HTTPException) return c.json({ message: error.message }, error.status);
    console.error(error); // errors of the client hold no secret
    if (error instanceof NotFoundError) return c.json({ message: 'There is no such card.' }, 404);
    const unsure = isKobbleError(error) && error.outcome === 'unknown';
    return c.json({ message: unsure ? 'It may have worked. Trying again is safe.' : 'It did not work.' }, 502);
  });
  return app;
}

/** What the page is told of a card. */
export type ShownCard = Pick<Card, 'id' | 'm_pan' | 'status'>;

const shown = ({ id, m_pan, status }: Card): ShownCard => ({ id, m_pan, status });
