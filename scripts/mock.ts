/**
 * Serves the contract by Prism until it is stopped: `npm run mock`, or `npm run mock -- --port 4010`. It proves that the
 * contract can be called, and lets other programs be tested against it.
 */
import { parseArgs } from 'node:util';
import { startKobbleMock } from '../src/testing/index.js';

const { values } = parseArgs({ options: { port: { type: 'string', default: '0' } } });
try {
  const mock = await startKobbleMock({ port: Number(values.port) });
  console.log(`Prism serves the contract at ${mock.url}; Ctrl+C stops it.`);
  const stop = () => void mock.close().then(() => process.exit());
  process.once('SIGINT', stop).once('SIGTERM', stop);
} catch (error) {
  console.error(`✗ ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
