import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { csrf } from 'hono/csrf';
import { HTTPException } from 'hono/http-exception';
import {
  idempotencyKeyFrom,
  isKobbleError,
  NotFoundError,
  type Card,
  type KobbleClient,
  type Wallet,
} from 'kobble-client';
import { createWebhookHandler, type WebhookEvent, type WebhookTrust } from 'kobble-client/webhooks';
import { issueCard, type Customer } from './issue-card.js';
import { contentSecurityPolicy, pageFiles } from './page-files.js';
import { readFields } from './read-fields.js';

/** Options of {@link createService}. */
export interface ServiceOptions {
  readonly kobble: KobbleClient;
  /** The topics that webhooks may come from. */
  readonly webhooks: WebhookTrust;
  /** The origins of the card widget: the page may contain no other frames. */
  readonly widgetOrigins: readonly string[];
}

/** Creates the service without a login: put yours before `/cards`, and let it decide which cards a user may see. */
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
    const wallets = new Map((await kobble.wallets.list()).map((wallet) => [wallet.id, wallet]));
    const cards: ShownCard[] = [];
    for await (const card of kobble.cards.list()) cards.push(shownCard(card, wallets.get(card.wallet_id)));
    return c.json(cards);
  });

  /** Requests that have not ended: a double click must not create two endusers, because they take no key. */
  const underWay = new Map<string, Promise<Card>>();

  app.post('/cards', async (c) => {
    const customer: Customer = await readFields(c, ['number', 'first_name', 'last_name', 'email', 'phone_number']);
    if (!/^\+[1-9]\d{7,14}$/.test(customer.phone_number)) {
      throw new HTTPException(400, { message: 'The phone number must look like +61400000000.' });
    }
    const issuing =
      underWay.get(customer.number) ?? issueCard(kobble, customer).finally(() => underWay.delete(customer.number));
    underWay.set(customer.number, issuing);
    const card = await issuing;
    return c.json(shownCard(card, await kobble.wallets.get(card.wallet_id)));
  });

  app.post('/cards/:id/session', async (c) => {
    const { iframeUrl } = await kobble.cards.createWidgetSession(c.req.param('id'));
    return c.json({ iframeUrl }); // the page needs nothing else; it is secret, and new each time
  });

  app.post('/cards/:id/top-ups', async (c) => {
    const { order } = await readFields(c, ['order']);
    const card = await kobble.cards.get(c.req.param('id'));
    await kobble.transactions.createManualCredit(
      { amount: 10, to: card.wallet_id, reference: order, metadata: {} },
      { idempotencyKey: idempotencyKeyFrom('top-up', order) }, // an order that arrives twice is credited once
    );
    return c.json(shownCard(card, await kobble.wallets.get(card.wallet_id)));
  });

  const events: WebhookEvent[] = [];
  const receive = createWebhookHandler({
    ...webhooks,
    on: {
      // An event contains the id of an entity only. A service would fetch the entity here: `kobble.transactions.get(…)`.
      'transaction-create': (event) => events.unshift(event),
      unknown: (event) => events.unshift(event),
    },
  });
  app.post('/webhooks/kobble', (c) => receive(c.req.raw));
  app.get('/events', (c) => c.json(events.slice(0, 20)));

  app.onError((error, c) => {
    if (error instanceof HTTPException) return c.json({ message: error.message }, error.status);
    console.error(error); // errors of the client contain no secret
    if (error instanceof NotFoundError) return c.json({ message: 'This card does not exist.' }, 404);
    const unsure = isKobbleError(error) && error.outcome === 'unknown';
    return c.json({ message: unsure ? 'It may have worked. You can try again safely.' : 'It did not work.' }, 502);
  });
  return app;
}

/** The parts of a card and its wallet that the page gets. */
export interface ShownCard extends Pick<Card, 'id' | 'm_pan' | 'status'> {
  /** The wallet's `amount`. Its unit is not documented. */
  readonly balance?: number | undefined;
}

const shownCard = ({ id, m_pan, status }: Card, wallet?: Wallet): ShownCard => ({
  id,
  m_pan,
  status,
  balance: wallet?.amount,
});
