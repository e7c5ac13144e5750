/**
 * Shows the main job: from nothing to a card on the screen, by the public API, against Prism serving the contract.
 * With `-- --live` it makes read-only calls against the environment that the `KOBBLE_*` variables name instead.
 */
import { createKobbleClient, redact, type KobbleClient } from '../src/index.js';
import { startKobbleMock } from '../src/testing/index.js';
import { showProgress } from './lib/show-progress.js';

const MASK = '•••';
/** When the step under way began; a token that is fetched meanwhile gets a line of its own. */
let started = performance.now();

/** Prints a step that is done: what, which ids, how long it took. */
function done(what: string, detail: string): void {
  const now = performance.now();
  console.log(`✓ ${what.padEnd(16)} ${(now - started).toFixed(0).padStart(5)} ms  ${detail}`);
  started = performance.now();
}

const hooks = {
  onResponse: ({ operationId, status }: { operationId: string | undefined; status: number | undefined }) => {
    if (operationId === 'getAccessToken' && status === 200) done('token', MASK);
  },
};

async function issueCard(kobble: KobbleClient): Promise<void> {
  const person = {
    first_name: 'Mira',
    last_name: 'Chen',
    email: 'mira.chen@example.com',
    phone_number: '+61400000000',
  };
  const enduser = await kobble.endusers.create({ person, metadata: {} });
  done('enduser', enduser.id);

  const created = await kobble.wallets.create({
    holder_id: enduser.id,
    asset_class: 'CURRENCY',
    asset: 'AUD',
    partner_product: 'KOBBLE_AUD_1',
  });
  done('wallet', `${created.id} (${created.status})`);

  await kobble.wallets.update(created.id, { status: 'ACTIVE' });
  const wallet = await kobble.wallets.get(created.id);
  done('wallet activated', `${wallet.id} (${wallet.status})`);

  const program = (await kobble.cardPrograms.list()).find(({ status }) => status === 'ACTIVE');
  if (program === undefined) throw new Error('there is no ACTIVE card program to issue a card under');
  done('card program', `${program.id} (${program.partner_product})`);

  const card = await kobble.cards.create({ wallet_id: wallet.id, program_id: program.id });
  done('card', `${card.id} (${card.type}, ${card.m_pan}, ${card.status})`);

  const session = await kobble.cards.createWidgetSession(card.id);
  done('widget session', JSON.stringify(redact({ cardId: session.cardId, totp: session.totp })));

  const iframeUrl = new URL(session.iframeUrl);
  iframeUrl.searchParams.set('totp', MASK);
  done('iframe URL', decodeURIComponent(iframeUrl.href));
}

async function readOnly(kobble: KobbleClient): Promise<void> {
  const programs = await kobble.cardPrograms.list();
  done('card programs', `${programs.length}`);
  const wallets = await kobble.wallets.list();
  done('wallets', `${wallets.length}`);
  const page = await kobble.cards.list({ limit: 1 });
  done('cards', `${page.total ?? 'an unknown number'}`);
}

try {
  if (process.argv.includes('--live')) {
    const where = process.env['KOBBLE_BASE_URL'] ?? process.env['KOBBLE_ENVIRONMENT'] ?? 'no environment';
    console.log(`Live: read-only calls, as the KOBBLE_* variables say, against ${where}`);
    await readOnly(createKobbleClient({ deadlineMs: 15_000, hooks }));
  } else {
    const mock = await showProgress('Starting Prism', () => startKobbleMock());
    console.log(`Prism serves the contract at ${mock.url}`);
    const credentials = { clientId: 'demo', clientSecret: 'demo', scope: ['client/read', 'client/write'] };
    try {
      started = performance.now();
      await issueCard(createKobbleClient({ baseUrl: mock.url, ...credentials, retry: { maxRetries: 2 }, hooks }));
    } finally {
      await mock.close();
    }
  }
} catch (error) {
  console.error(`✗ ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
