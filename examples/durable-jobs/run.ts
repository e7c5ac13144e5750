/**
 * Runs one order to its end, and notes each step beside it: `node --import tsx run.ts order.json`, with `KOBBLE_*`
 * variables. If it is killed, run it again. (`npx tsx` would start it as a child, which survives the kill.) It exits 75
 * (run it again after `afterMs`) or 1 (a person has to look). A queue takes the place of this program.
 */
import { readFileSync } from 'node:fs';
import { createKobbleClient } from 'kobble-client';
import { decide } from './decide.js';
import { fulfil, type Order } from './fulfil.js';
import { fileJournal } from './journal.js';

const [file = '', onItsWayMs] = process.argv.slice(2);
const order = JSON.parse(readFileSync(file, 'utf8')) as Order;
const kobble = createKobbleClient();
// A deploy: the call in progress ends, and no other begins.
process.once('SIGTERM', () => void kobble.close({ timeoutMs: 10_000 }));
try {
  await fulfil(
    kobble,
    order,
    fileJournal(`${file}.journal`),
    onItsWayMs === undefined ? undefined : Number(onItsWayMs),
  );
} catch (error) {
  const decision = decide(error);
  console.error(decision, error);
  process.exitCode = decision.do === 'stop' ? 1 : 75;
}
await kobble.close();
