// A job that tops wallets up, as a caller would write it: it may be killed at any moment, and starts again from its journal.
// Run by crash.test.ts: topup-worker.ts <base URL> <wallet> <count of orders> <journal>
import { appendFileSync, readFileSync } from 'node:fs';
import { createKobbleClient, idempotencyKeyFrom } from '../../../src/index.js';

const [baseUrl = '', to = '', count = '0', journal = ''] = process.argv.slice(2);
const kobble = createKobbleClient({ baseUrl, clientId: 'client-1', clientSecret: 'secret-1', scope: 'client/write' });

/** What is left to do. Orders are journalled after their answer: a kill in between makes an order come again. */
function openOrders(): string[] {
  const done = new Set(readFileSync(journal, 'utf8').split('\n'));
  return Array.from({ length: Number(count) }, (_, index) => `order-${index}`).filter((order) => !done.has(order));
}

async function work(open: string[]): Promise<void> {
  for (let order = open.shift(); order !== undefined; order = open.shift()) {
    await kobble.transactions.createManualCredit(
      { amount: 1, to, reference: order, metadata: {} },
      { idempotencyKey: idempotencyKeyFrom('topup', order) },
    );
    appendFileSync(journal, `${order}\n`);
  }
}

/** Told to go on, so that the next process can be got ready while this one works. */
process.once('message', () => {
  const open = openOrders();
  void Promise.all(Array.from({ length: 8 }, () => work(open))).then(() => process.disconnect());
});
process.send?.('ready');
