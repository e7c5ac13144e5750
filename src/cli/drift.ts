import { writeFileSync } from 'node:fs';
import { checkDrift, driftReport, proposalOf, type DriftFormat, type DriftReport } from '../drift/index.js';
import { createKobbleClient } from '../index.js';
import { CLIENT_HELP, CLIENT_OPTIONS, readClientOptions } from './client-options.js';
import { UsageError, type Command, type CommandInput } from './command.js';
import { stateFile } from './drift-state-file.js';

const FORMATS: readonly DriftFormat[] = ['text', 'json', 'sarif'];

/** `kobble-client drift` */
export const drift: Command = {
  summary: 'Reads a running Kobble, and says where it differs from the contract',
  help: `Usage: kobble-client drift [options]

Reads each list of Kobble, then some entries of each by their ids, and holds status, headers and body against the
contract. It sends nothing but GET and the token request. It prints operations, places and counts, never a value.
Progress is on stderr. The client secret is read from its variable only.

Options, each with the variable that may replace it:
${CLIENT_HELP}

  --format FORMAT      text, json or sarif. Default: text
  --json               The same as --format json, in one line
  --per-second N       Most calls in a second. Default: 2
  --pages N            Most pages of each list that pages. Default: 1
  --ids N              Most entries of each list that are read one by one. Default: 3
  --state FILE         Keeps in FILE what is done, so that a check that was interrupted continues there. It contains
                       no value, and is removed at the end
  --record FILE        Writes what the contract does not have to FILE, as YAML: names, types and formats, no values

Exit codes: 0 no drift, 1 drift, 2 it could not be checked: nothing was read, it was stopped, or wrong usage.`,
  options: {
    ...CLIENT_OPTIONS,
    format: { type: 'string' },
    'per-second': { type: 'string' },
    pages: { type: 'string' },
    ids: { type: 'string' },
    state: { type: 'string' },
    record: { type: 'string' },
  },
  async run(input) {
    const { values } = input;
    const format = readFormat(values['format']);
    const report = await check(values);
    if (typeof report === 'string') {
      console.error(`kobble-client drift: ${report}`);
      return 2;
    }
    print(input, report, format);
    if (typeof values['record'] === 'string') record(values['record'], report);
    const isRead = report.operations.some(({ responses }) => Object.keys(responses).some((status) => status < '3'));
    if (!isRead) console.error('No operation was answered with a success, so nothing is known about drift.');
    return report.findings.length > 0 ? 1 : isRead ? 0 : 2;
  },
};

/** Returns the report, or the reason that there is none. */
async function check(values: CommandInput['values']): Promise<DriftReport | string> {
  const client = readClientOptions(values);
  const { state } = values;
  const file = typeof state === 'string' ? stateFile(state, String(client.baseUrl ?? client.environment)) : undefined;
  const stopping = new AbortController();
  const stop = () => stopping.abort(new Error('Stopped.'));
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    const report = await checkDrift({
      connect: (fetch) => createKobbleClient({ ...client, fetch, logLevel: 'off', readOnly: true }),
      callsPerSecond: positive('per-second', values['per-second'], 2),
      pagesPerList: positive('pages', values['pages'], 1),
      idsPerList: positive('ids', values['ids'], 3),
      signal: stopping.signal,
      onProgress: ({ endpoint, done, total }) => console.error(`${done + 1}/${total} ${endpoint}`),
      ...(file && { resume: file.read(), onState: file.write }),
    });
    file?.remove();
    return report;
  } catch (error) {
    if (error instanceof UsageError) throw error;
    if (error instanceof TypeError) throw new UsageError(error.message); // an option, or the state
    const how = file && stopping.signal.aborted ? ' The same command continues it.' : '';
    return (error instanceof Error ? error.message : String(error)) + how;
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
  }
}

function print({ values, print }: CommandInput, report: DriftReport, format: DriftFormat): void {
  if (values['json'] === true) print('', report);
  else console.log(driftReport(report, format));
}

function record(file: string, { observations }: DriftReport): void {
  writeFileSync(file, proposalOf(observations, new Date().toISOString().slice(0, 10)));
  console.error(`${observations.length} schemas are written to ${file}.`);
}

function readFormat(option: unknown): DriftFormat {
  const format = FORMATS.find((known) => known === (option ?? 'text'));
  if (format === undefined) throw new UsageError(`--format must be one of ${FORMATS.join(', ')}`);
  return format;
}

function positive(name: string, option: unknown, byDefault: number): number {
  const number = option === undefined ? byDefault : Number(option);
  if (!(number > 0)) throw new UsageError(`--${name} must be a number above 0`);
  return number;
}
