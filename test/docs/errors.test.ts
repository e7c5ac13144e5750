// Proves that docs/calls.md has each error code of calls that exists in src/, and no other; and each class of error.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import * as main from '../../src/index.js';

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !/^(testing|cli)\//.test(name))
  .map((name) => readFileSync(`src/${name}`, 'utf8'));
const calls = readFileSync('docs/calls.md', 'utf8');

/** Returns the codes of a list of a page. */
const listed = (page: string, name: string): string[] => {
  const [, list = ''] = page.split(`<!-- ${name}:start -->`);
  return Array.from(
    (list.split('<!--')[0] ?? '').matchAll(/(?:^\| |: |, |\n *)`([a-z]\w+)`/gm),
    ([, code = '']) => code,
  );
};

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
  const refusals = Array.from(all.matchAll(/^ {2}(\w+): \{\s*status:/gm), ([, code = '']) => code); // of webhooks
  const texts = Array.from(all.matchAll(/'([a-z]+(?:_[a-z0-9]+)+)'/g), ([, code = '']) => code);
  const found = texts.filter((code) => !NOT_CODES.has(code) && !(refusals.includes(code) && code !== 'body_too_large'));
  for (const code of ONE_WORD) expect(all, code).toContain(`'${code}'`);
  return [...new Set([...found, ...ONE_WORD])].sort();
}

it('has each code of the source, and no other', () => {
  const above = Array.from(
    calls.split('<!-- codes:start -->')[0]?.matchAll(/^\| `(\w+_\w+)`/gm) ?? [],
    ([, code = '']) => code,
  );
  expect(above).toHaveLength(5);
  expect([...above, ...listed(calls, 'codes')].sort()).toEqual(codesInSource());
});

it('names the class of each code, and each class', () => {
  const classes = Object.keys(main).filter((name) => name.endsWith('Error') && !name.startsWith('is'));
  for (const name of classes.filter((one) => !/^(RateLimit|Server)Error$/.test(one))) {
    expect(calls).toMatch(new RegExp(`\\b${name}\\b`));
  }
  for (const row of calls.match(/^\| `.*$/gm) ?? []) expect(row).not.toMatch(/\|\s*\|/);
});
