// Proves that the doc comments of resource methods say what the contract says: retry class, evidence, response and pages.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { operationsOf } from '../../scripts/lib/contract.js';
import { contract, operationNamed } from '../support/contract.js';

const folder = new URL('../../src/resources/', import.meta.url);
const METHOD = /\/\*\*\n((?: {3}\*.*\n)+?) {3}\*\/\n {2}(\w+)\([\s\S]*?this\.send\(\s*'(\w+)',\s*'([^']+)'/g;

const methods = readdirSync(folder).flatMap((file) =>
  [...readFileSync(new URL(file, folder), 'utf8').matchAll(METHOD)].map(([, comment = '', name = '', verb, path]) => ({
    name: `${file.replace('.ts', '')} ${name}`,
    comment: comment.replace(/^ {3}\* ?/gm, '').replace(/\s+/g, ' '),
    endpoint: `${verb} ${path}`,
  })),
);
const byEndpoint = new Map(
  [...operationsOf(contract)].map(([verb, path, operation]) => [`${verb} ${path}`, operation]),
);

it('has a comment for each operation', () => {
  const commented = new Set(methods.map(({ endpoint }) => endpoint));
  expect([...byEndpoint.keys()].filter((endpoint) => !commented.has(endpoint))).toEqual(['POST /oauth2/token']);
});

describe.each(methods)('$name', ({ comment, endpoint }) => {
  const operation = byEndpoint.get(endpoint);

  it('says whether it sends an idempotency key', () => {
    expect(comment.includes('Sends an idempotency key')).toBe(operation?.['x-retry'] === 'keyed');
    expect(comment.includes('Takes no idempotency key')).toBe(operation?.['x-retry'] === 'never');
  });
  it('says how sure it is that the operation exists', () => {
    const said = /Evidence: (\w+)\./.exec(comment)?.[1] ?? 'documented';
    expect(said).toBe(operation?.['x-evidence']);
  });
  it('says if the response is not documented', () => {
    expect(/response (is|are) not documented|nor the response is documented/.test(comment)).toBe(
      operationNamed(operation?.operationId).unknownResult,
    );
  });
  it('links the pages it is from', () => {
    const pages = operation?.['x-source'].map(({ page }) => page) ?? [];
    const linked = [...comment.matchAll(/@see Kobble's (?:page )?(\S+)/g)].map(([, page]) => page);
    expect(linked).toEqual(pages.length > 1 ? pages.filter((page) => page !== 'menu') : pages);
  });
});
