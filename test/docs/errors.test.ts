// Proves that docs/errors.md has each error code that exists in src/, once, and no other; and each class of error.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import * as main from '../../src/index.js';

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !/^(testing|cli)\//.test(name))
  .map((name) => readFileSync(`src/${name}`, 'utf8'));
const page = readFileSync('docs/errors.md', 'utf8');

/** Texts of the same form that are no codes: names of fields, and the errors of OAuth. */
const NOT_CODES = new Set([
  ...['access_token', 'asset_class', 'client_credentials', 'client_id', 'client_secret', 'expires_in', 'first_name'],
  ...[
    'holder_id',
    'last_name',
    'partner_product',
    'phone_number',
    'invalid_client',
    'invalid_grant',
    'invalid_request',
  ],
  ...['invalid_scope', 'unauthorized_client', 'unsupported_grant_type', 'waiting_for_service'],
]);

/** Codes of one word, which cannot be told from other texts. */
const ONE_WORD = ['aborted', 'conflict'];

function codesInSource(): string[] {
  const all = sources.join('\n');
  const refusals = /const REFUSALS = \{(.*?)\n\} as const/s.exec(all)?.[1] ?? '';
  const texts = all.matchAll(/'([a-z]+(?:_[a-z0-9]+)+)'/g);
  const keys = refusals.matchAll(/^ {2}(\w+): \{/gm);
  const found = [...texts, ...keys].map(([, code = '']) => code).filter((code) => !NOT_CODES.has(code));
  for (const code of ONE_WORD) expect(all, code).toContain(`'${code}'`);
  return [...new Set([...found, ...ONE_WORD])].sort();
}

it('has each code of the source, and no other', () => {
  const rows = [...page.matchAll(/^\| `(\w+)`/gm)].map(([, code]) => code);
  expect([...new Set(rows)].sort()).toEqual(codesInSource());
  expect(rows.filter((code, index) => rows.indexOf(code) !== index)).toEqual(['body_too_large']); // of two classes
});

it('has the status of each refused webhook', () => {
  const table = readFileSync('src/webhooks/webhook-error.ts', 'utf8');
  for (const [, code, status] of table.matchAll(/^ {2}(\w+): \{\s*status: (\d+)/gm)) {
    expect(page).toMatch(new RegExp(`^\\| \`${String(code)}\` +\\| ${String(status)} `, 'm'));
  }
});

it('names each class of error, and gives a cause and a cure to each code', () => {
  const classes = Object.keys(main).filter((name) => name.endsWith('Error') && !name.startsWith('is'));
  for (const name of classes) expect(page).toMatch(new RegExp(`\\b${name}\\b`));
  for (const row of page.match(/^\| `.*$/gm) ?? []) expect(row).not.toMatch(/\|\s*\|/);
});
