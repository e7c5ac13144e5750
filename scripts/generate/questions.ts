import { answerEvidence, operationsOf, type Contract, type ContractOperation, type Evidence } from '../lib/contract.js';
import type { Ledger } from '../lib/ledger.js';

/** A part of the contract, as far as its words are concerned. */
interface Described {
  readonly description?: string;
  readonly 'x-evidence-note'?: string;
  readonly properties?: Readonly<Record<string, Described>>;
}

type Question = readonly [about: readonly string[], text: string];

/** Returns what the contract and the ledger leave open, each with the titles or names that it is about. */
export function questionsOf(contract: Contract, ledger: Ledger): string[] {
  const operations = [...operationsOf(contract)].map(([, , operation]) => operation);
  const of = (evidence: Evidence) =>
    operations.filter((one) => answerEvidence(contract, one) === evidence).map(titleOf);
  const missing = Object.values(ledger.endpoints).flatMap((group) => group.filter(({ operationId }) => !operationId));
  const inferred = operations.filter((operation) => operation['x-evidence'] === 'inferred');
  const isSilent = ({ 'x-documented-statuses': listed = [] }: ContractOperation) => !listed.some((one) => one >= 400);
  const parts = Object.entries(contract.components.schemas).filter(([, schema]) => schema['x-more-fields']);
  const questions: readonly Question[] = [
    [missing.map(({ title }) => title), 'Which verb and path?'],
    [inferred.map(titleOf), 'Are verb and path as those of the other endpoints of its group?'],
    [of('unknown'), 'What is the response?'],
    [of('inferred'), 'Is the response the record, or an array of records?'],
    [operations.filter(isSilent).flatMap(({ tags }) => tags), 'Which statuses of errors, and with which bodies?'],
    [parts.map(([name]) => name), 'Which further fields?'],
    ...gapsOf(contract),
  ];
  const asked = questions.filter(([about]) => about.length > 0);
  return [...ledger.questions, ...asked.map(([about, text]) => `${names(about)}: ${text}`)];
}

const titleOf = ({ externalDocs }: ContractOperation): string => externalDocs.description;

const names = (about: readonly string[]): string => [...new Set(about)].map((name) => `\`${name}\``).join(', ');

/** A sentence of the contract that states a gap. */
const IS_GAP = /\b(unknown|not stated?|no page says)\b/i;

/** Returns each sentence that states a gap, with the parts whose descriptions have it. */
function gapsOf(contract: Contract): Question[] {
  const gaps = new Map<string, string[]>();
  const note = (name: string, text = '') => {
    const sentences = text.split(/(?<=\.)\s+/).filter((sentence) => IS_GAP.test(sentence));
    for (const sentence of sentences) gaps.set(sentence, [...(gaps.get(sentence) ?? []), name]);
  };
  for (const [, , operation] of operationsOf(contract)) note(titleOf(operation), operation.description);
  const { schemas, parameters = {} } = contract.components;
  for (const [name, schema] of Object.entries(schemas as Readonly<Record<string, Described>>)) {
    note(name, schema.description);
    for (const [field, part] of Object.entries(schema.properties ?? {})) note(`${name}.${field}`, part.description);
  }
  for (const [name, parameter] of Object.entries(parameters as Readonly<Record<string, Described>>)) {
    note(name, `${parameter.description} ${parameter['x-evidence-note'] ?? ''}`);
  }
  return [...gaps].map(([sentence, about]) => [about, sentence]);
}
