/**
 * Holds the responses of a running Kobble against the contract: `npm run drift`, with the credentials in `KOBBLE_*`
 * variables. It only reads. `--format text`, `json` or `sarif`; `--per-second 2` is the most calls in a second; `--ids 3`
 * the most entries of each list that are read one by one. Progress is on stderr. Exits 1 on drift, 2 if it cannot check.
 */
import { parseArgs } from 'node:util';
import { checkDrift, driftReport, type DriftFormat } from './drift/index.js';

const FORMATS: readonly DriftFormat[] = ['text', 'json', 'sarif'];
const stopping = new AbortController();
process.once('SIGINT', () => stopping.abort(new Error('Stopped.')));

try {
  const { values } = parseArgs({
    options: {
      format: { type: 'string', default: 'text' },
      'per-second': { type: 'string', default: '2' },
      ids: { type: 'string', default: '3' },
    },
  });
  const format = FORMATS.find((known) => known === values.format);
  if (format === undefined) throw new Error(`--format must be one of ${FORMATS.join(', ')}.`);
  const report = await checkDrift({
    callsPerSecond: positive('--per-second', values['per-second']),
    idsPerList: positive('--ids', values.ids),
    signal: stopping.signal,
    onProgress: ({ endpoint, done, total }) => console.error(`${done + 1}/${total} ${endpoint}`),
  });
  console.log(driftReport(report, format));
  const isRead = report.operations.some(({ responses }) => Object.keys(responses).some((status) => status < '3'));
  if (!isRead) console.error('✗ No operation was answered with a success, so nothing is known about drift.');
  process.exitCode = report.findings.length > 0 ? 1 : isRead ? 0 : 2;
} catch (error) {
  console.error(`✗ ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 2;
}

function positive(name: string, text: string): number {
  const number = Number(text);
  if (!(number > 0)) throw new Error(`${name} must be a number above 0.`);
  return number;
}
