import { fileURLToPath } from 'node:url';
import { readLock, type Lock } from '../pages/lock.js';
import { answerEvidence, EVIDENCE, operationsOf, resolve, type Contract, type ContractOperation } from './contract.js';
import { readLedger, type LedgerGuide } from './ledger.js';

/** A table of the coverage report: a title, column heads and rows. */
export interface Table {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The part of the documentation that the contract covers. */
export interface Coverage {
  readonly counts: readonly string[];
  readonly tables: readonly Table[];
}

/** Returns what the contract covers of the documentation's menu, and how sure it is. */
export function coverageOf(contract: Contract): Coverage {
  const ledger = readLedger();
  const lock = readLock(fileURLToPath(new URL('../..', import.meta.url)));
  const operations = [...operationsOf(contract)].map(([verb, path, operation]) => ({ verb, path, operation }));
  const endpoints = Object.entries(ledger.endpoints).flatMap(([group, list]) =>
    list.map(({ title, entry, operationId, reason = '' }) => {
      const found = operations.find(({ operation }) => operation.operationId === operationId);
      const reader = readerOf(entry.page, found !== undefined, lock);
      if (found === undefined) return [group, title, code(entry.method), reason, 'unknown', 'unknown', reader];
      const { verb, path, operation } = found;
      const answer = answerEvidence(contract, operation);
      return [group, title, code(`${verb} ${path}`), operation.operationId, operation['x-evidence'], answer, reader];
    }),
  );
  const schemas = ledger.schemas.map(({ name, schema = '', reason }) => [
    name,
    reason ?? schema,
    contract.components.schemas[schema]?.['x-evidence'] ?? 'unknown',
  ]);
  const guides = ledger.guides.map((guide) => [
    guide.title,
    guide.page,
    readOf(guide),
    guide.became ?? guide.reason ?? '',
  ]);
  const bodies = operations.flatMap(({ operation }) => bodyOf(contract, operation));
  const observed = JSON.stringify(contract).split('"x-evidence":"observed"').length - 1;
  const placed = operations.filter(({ operation }) => operation['x-evidence'] !== 'inferred').length;
  return {
    counts: [
      `Endpoints: ${endpoints.length} in the menu. ${operations.length} are in the contract: ${placed} by a page that states verb and path, ${operations.length - placed} on an inferred path. Of the other ${endpoints.length - operations.length} no path is known.`,
      pagesCount(endpoints.map((row) => row.at(-1) ?? '')),
      `Successful responses of these ${operations.length}: ${tally(operations.map(({ operation }) => answerEvidence(contract, operation)))}.`,
      `Request bodies, of the ${bodies.length} that have one: ${tally(bodies.map(({ evidence }) => evidence))}. Of ${bodies.filter(({ isPart }) => isPart).length} the page may list further fields.`,
      `Schemas: ${schemas.length} in the menu, and no page of any of them could be read. From pages of endpoints and guides: ${tally(schemas.map(([, , word]) => word))}.`,
      `Guides: ${guides.length} in the menu, of which ${guides.filter(([, , read]) => read !== 'no').length} were read, ${guides.filter(([, , read]) => read === 'partly').length} of them in part.`,
      `Checked against a live server: ${observed === 0 ? 'nothing' : `${observed} parts, marked as observed`}.`,
    ],
    tables: [
      {
        title: 'Endpoints',
        head: [
          'Group',
          'Endpoint',
          'Verb and path',
          'Operation, or why there is none',
          'Evidence',
          'Response',
          'Read by',
        ],
        rows: endpoints,
      },
      { title: 'Schemas', head: ['Schema', 'Component, or why there is none', 'Evidence'], rows: schemas },
      { title: 'Guides', head: ['Guide', 'Page', 'Read', 'What became of it, or why nothing did'], rows: guides },
    ],
  };
}

/** Says who read the page of an endpoint: a machine, on the day that the lock has, or a person. */
function readerOf(page: string, isTranscribed: boolean, lock: Lock): string {
  const locked = lock.get(page);
  if (locked) return `machine, ${locked.read}`;
  return page === 'menu' || !isTranscribed ? 'nobody' : 'a person';
}

function pagesCount(readers: readonly string[]): string {
  const byMachine = readers.filter((reader) => reader.startsWith('machine')).sort();
  const count = (reader: string) => readers.filter((one) => one === reader).length;
  const last = byMachine.at(-1)?.replace('machine, ', ', the last on ') ?? '';
  return `Pages of endpoints: ${byMachine.length} read by machine${last}, ${count('a person')} by a person, ${count('nobody')} by nobody.`;
}

function readOf({ page, read }: LedgerGuide): string {
  return page === 'menu' ? 'no' : (read ?? 'yes');
}

/** Returns how sure the request body of an operation is, by its own mark or that of its schema, and if a part is missing. */
function bodyOf(contract: Contract, { requestBody }: ContractOperation) {
  const [media] = Object.values(requestBody?.content ?? {});
  if (media === undefined) return [];
  const schema = resolve(contract, media.schema);
  return [{ evidence: requestBody?.['x-evidence'] ?? schema['x-evidence'], isPart: schema['x-more-fields'] === true }];
}

/** Counts words. That nothing is observed yet is said once, at the end. */
function tally(words: readonly (string | undefined)[]): string {
  return EVIDENCE.filter((word) => word !== 'observed' || words.includes(word))
    .map((word) => `${words.filter((one) => one === word).length} ${word}`)
    .join(', ');
}

function code(words: string): string {
  return `\`${words}\``;
}
