// Proves that the doc comments of resource methods say what the contract says: retry class, evidence of the operation and
// of its response, and the pages with the documentation's titles; and that the options of each method fit its retry class.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { answerEvidence, operationsOf } from '../../scripts/lib/contract.js';
import { readLedger } from '../../scripts/lib/ledger.js';
import { contract } from '../support/contract.js';

const folder = new URL('../../src/resources/', import.meta.url);
const METHOD = /\/\*\*\n((?: {3}\*.*\n)+?) {3}\*\/\n {2}(\w+)\(([\s\S]*?)this\.send\(\s*'(\w+)',\s*'([^']+)'/g;

const methods = readdirSync(folder).flatMap((file) => {
  const text = readFileSync(new URL(file, folder), 'utf8');
  return [...text.matchAll(METHOD)].map(([, comment = '', name = '', signature = '', verb, path]) => ({
    name: `${file.replace('.ts', '')} ${name}`,
    comment: comment.replace(/^ {3}\* ?/gm, '').replace(/\s+/g, ' '),
    signature,
    endpoint: `${verb} ${path}`,
    text,
  }));
});
const guides = new Map(readLedger().guides.map(({ page, title }) => [page, title]));
const byEndpoint = new Map(
  [...operationsOf(contract)].map(([verb, path, operation]) => [`${verb} ${path}`, operation]),
);

it('has a comment for each operation', () => {
  const commented = new Set(methods.map(({ endpoint }) => endpoint));
  expect([...byEndpoint.keys()].filter((endpoint) => !commented.has(endpoint))).toEqual(['POST /oauth2/token']);
});

describe.each(methods)('$name', ({ comment, signature, endpoint, text }) => {
  const operation = byEndpoint.get(endpoint);
  if (operation === undefined) throw new Error(`the contract has no operation ${endpoint}`);

  it('says whether it sends an idempotency key', () => {
    expect(comment.includes('Sends an idempotency key')).toBe(operation['x-retry'] === 'keyed');
    expect(comment.includes('Takes no idempotency key')).toBe(operation['x-retry'] === 'never');
  });
  it('takes the option idempotencyKey only if its operation takes a key', () => {
    expect(signature.includes('options?: KeyedCallOptions')).toBe(operation['x-retry'] === 'keyed');
  });
  it('says how sure the operation and its response are', () => {
    const words = `Evidence: ${operation['x-evidence']}; response: ${answerEvidence(contract, operation)}.`;
    expect(comment).toContain(words);
  });
  it("links its page by the documentation's title", () => {
    const { url, description } = operation.externalDocs;
    const inMenuOnly = /net$/.test(url) ? ' (named in the menu only)' : '';
    expect(comment).toContain(`@see {@link ${url} ${description}}${inMenuOnly}`);
  });
  it('links the guides that the operation is from, in the file', () => {
    const pages = operation['x-source'].map(({ page }) => page).filter((page) => page.startsWith('doc-'));
    for (const page of pages) {
      const [, title = 'no link'] =
        new RegExp(`\\{@link https://docs.apikobble.net/${page} ([^}]+)\\}`).exec(text) ?? [];
      expect(guides.get(page)).toContain(title);
    }
  });
});
