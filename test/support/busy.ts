/**
 * Keeps every processor busy for some seconds (default 60), to see that the tests pass on a slow machine:
 * `npx tsx test/support/busy.ts 120` beside `npm test`.
 */
import { cpus } from 'node:os';
import { Worker } from 'node:worker_threads';

const SPIN = `
const { workerData: until } = require('node:worker_threads');
while (Date.now() < until);
`;

const seconds = Number(process.argv[2] ?? 60);
if (!(seconds > 0)) throw new Error('The number of seconds must be positive: npx tsx test/support/busy.ts 60');

const until = Date.now() + seconds * 1_000;
for (let processor = 0; processor < cpus().length; processor++) new Worker(SPIN, { eval: true, workerData: until });
console.log(`${cpus().length} processors are busy for ${seconds} s; Ctrl+C ends it.`);
