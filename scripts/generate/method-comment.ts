import { answerEvidence, type Contract, type ContractOperation } from '../lib/contract.js';
import { readLedger, type Ledger } from '../lib/ledger.js';
import type { Method } from '../lib/methods.js';
import { docComment } from './doc-comment.js';

/** What a method does beside the request of its operation, as its comment says it. */
export interface Extras {
  /** Sentences after the description. */
  readonly sentences: readonly string[];
  readonly throws: readonly string[];
}

const SITE = 'https://docs.apikobble.net';
const KEY_SENTENCES = {
  safe: [],
  keyed: ['Sends an idempotency key, so that a retry is safe.'],
  never: ['Takes no idempotency key: retried only if it cannot have been executed.'],
};

/** Returns the doc comment of a method: all that the contract says for its callers. */
export function methodComment(contract: Contract, { operation, description }: Method, extras: Extras): string {
  const label = operation['x-status'];
  const sentences = [
    ...extras.sentences,
    ...(label === undefined ? [] : [`Kobble's page has the label "${label}".`]),
    ...KEY_SENTENCES[operation['x-retry']],
  ];
  const text = [description, operation.description.trim()].filter(Boolean).join(' ');
  const separator = /(^|\n) *- .*$/.test(text) ? '\n\n' : ' ';
  return docComment([
    [text, ...sentences].join(sentences.length > 0 ? separator : ''),
    `Evidence: ${operation['x-evidence']}; response: ${answerEvidence(contract, operation)}.`,
    [
      ...(operation.deprecated === true ? ["@deprecated Kobble's page calls the endpoint deprecated."] : []),
      ...throwsOf(operation),
      ...extras.throws.map((line) => `@throws ${line}`),
      ...pagesOf(operation),
    ].join('\n'),
  ]);
}

/** Returns a line with the statuses of errors that the page lists. */
function throwsOf({ 'x-documented-statuses': statuses = [] }: ContractOperation): string[] {
  const listed = statuses.filter((status) => status >= 400);
  return listed.length === 0 ? [] : [`@throws ApiError with a documented status: ${listed.join(', ')}.`];
}

/** Parsed on first use, and once: each of forty methods asks for a title. */
let guides: Ledger['guides'] | undefined;

/** Returns links to the page of an operation and to the guides that it is from, by the documentation's titles. */
function pagesOf({ externalDocs: { url, description }, 'x-source': sources }: ContractOperation): string[] {
  guides ??= readLedger().guides;
  const linked = sources.filter(({ page }) => page.startsWith('doc-') && !url.endsWith(page));
  return [
    `@see {@link ${url} ${description}}${url === SITE ? ' (named in the menu only)' : ''}`,
    ...linked.map(({ page }) => {
      const title = guides?.find((guide) => guide.page === page)?.title ?? page;
      return `@see {@link ${SITE}/${page} ${title}}`;
    }),
  ];
}
