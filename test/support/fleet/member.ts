// One process of a fleet: joins with a client of its own, calls when it is told to, and reports.
import { createKobbleClient, type KobbleClient } from '../../../src/index.js';
import { redisTokenStore } from '../../../src/redis/index.js';
import { connect } from './connect.js';
import type { Order, Report } from './fleet.js';

const CONCURRENCY = 5;
let kobble: KobbleClient | undefined;
let leave = () => {};
const warnings: string[] = [];

process.on('message', (order: Order) => {
  carryOut(order).then(report, (error: unknown) => report({ failures: [String(error)], warnings }));
});
process.on('disconnect', () => process.exit());
report({ failures: [], warnings });

async function carryOut(order: Order): Promise<Report> {
  if ('calls' in order) return { failures: await call(order.calls), warnings };
  leave();
  warnings.length = 0;
  const { package: name, redisPort, baseUrl, ...options } = order;
  const { client, close } = await connect(name, redisPort);
  leave = close;
  const log = (message: string) => warnings.push(message);
  kobble = createKobbleClient({
    baseUrl,
    clientId: 'fleet',
    clientSecret: 'secret',
    scope: 'client/read',
    tokenStore: redisTokenStore(client, options),
    logger: { warn: log, error: log, info: log, debug: log },
  });
  return { failures: [], warnings };
}

async function call(count: number): Promise<string[]> {
  const failures: string[] = [];
  let left = count;
  const oneAfterTheOther = async () => {
    while (left-- > 0) await kobble?.wallets.list().catch((error: unknown) => failures.push(String(error)));
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, oneAfterTheOther));
  return failures;
}

function report(result: Report): void {
  process.send?.(result);
}
