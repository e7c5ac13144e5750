// Proves that the fingerprint of the contract changes with its facts, and not with its words; that the bundle has it, and
// the version of the package; and that lists of pages are written between their comments.
import { describe, expect, it } from 'vitest';
import { fingerprintOf } from '../../scripts/generate/fingerprint.js';
import { contractSections, withSections } from '../../scripts/generate/sections.js';
import { readManifest } from '../../scripts/lib/entries.js';
import type { Contract } from '../../scripts/lib/contract.js';
import { contractFingerprint } from '../../src/drift/index.js';
import { contract } from '../support/contract.js';

type Loose = Record<string, Record<string, Record<string, Record<string, unknown>>>>;

/** Returns the fingerprint after a change to a part of the contract. */
function after(change: (parts: { paths: Loose; schemas: Loose }) => void): string {
  const copy = structuredClone(contract) as unknown as { paths: Loose; components: { schemas: Loose } };
  change({ paths: copy.paths, schemas: copy.components.schemas });
  return fingerprintOf(copy as unknown as Contract);
}

const part = (parts: Loose, ...path: string[]): Record<string, unknown> =>
  path.reduce<Record<string, unknown>>((at, name) => at[name] as Record<string, unknown>, parts);

describe('the fingerprint', () => {
  it('is in the bundle and in an entry point, beside the version of the package', () => {
    expect(contract.info).toMatchObject({ version: readManifest('.').version, 'x-fingerprint': contractFingerprint });
    expect(fingerprintOf(contract)).toBe(contractFingerprint);
  });
  it.each<[string, Parameters<typeof after>[0]]>([
    ['a description', ({ schemas }) => (part(schemas, 'Card')['description'] = 'Another.')],
    [
      'the description of a field',
      ({ schemas }) => (part(schemas, 'Card', 'properties', 'id')['description'] = 'Other.'),
    ],
    ['a summary', ({ paths }) => (part(paths, '/customers/v1/cards', 'get')['summary'] = 'List all cards')],
    ['a note', ({ schemas }) => (part(schemas, 'Beneficiary')['x-evidence-note'] = 'Another.')],
    ['the order of schemas', ({ schemas }) => Object.assign(schemas, { Card: take(schemas, 'Card') })],
  ])('stays if %s changes', (_, change) => expect(after(change)).toBe(contractFingerprint));
  it.each<[string, Parameters<typeof after>[0]]>([
    ['the type of a field', ({ schemas }) => (part(schemas, 'Card', 'properties', 'id')['type'] = 'integer')],
    ['a new field', ({ schemas }) => (part(schemas, 'Card', 'properties')['description'] = { type: 'string' })],
    ['evidence', ({ schemas }) => (part(schemas, 'Card')['x-evidence'] = 'unknown')],
    ['a retry class', ({ paths }) => (part(paths, '/customers/v1/cards', 'post')['x-retry'] = 'never')],
    ['the name of a method', ({ paths }) => (part(paths, '/customers/v1/cards', 'post')['x-method'] = 'issue')],
    ['an operation that is gone', ({ paths }) => void take(paths['/customers/v1/cards'] ?? {}, 'get')],
  ])('changes with %s', (_, change) => expect(after(change)).not.toBe(contractFingerprint));
});

function take<T>(from: Record<string, T>, name: string): T | undefined {
  const { [name]: taken } = from;
  delete from[name];
  return taken;
}

describe('the lists of a page', () => {
  it('stand between their comments, and replace what stood there', async () => {
    const page = '# A page\n\n<!-- one:start -->\n\n- old\n\n<!-- one:end -->\n\nText.\n';
    const expected = '# A page\n\n<!-- one:start -->\n\n- new\n\n<!-- one:end -->\n\nText.\n';
    expect(await withSections(page, { one: '- new' })).toBe(expected);
  });
  it('need both comments, and a list of that name', async () => {
    const message = 'The page has <!-- one:start -->, and no text or no <!-- one:end -->.';
    await expect(withSections('<!-- one:start -->', { one: '- new' })).rejects.toThrow(message);
    await expect(withSections('<!-- one:start --><!-- one:end -->', {})).rejects.toThrow(message);
  });
  it('have the fields of a body: optional ones, known values, and whether the page may list more', () => {
    const { keyed, unkeyed } = contractSections(contract);
    expect(keyed).toContain('- `cards.replace(id, { reason: string; expiry: string })`');
    expect(keyed).toContain('- `cards.createWidgetSession(id)`');
    expect(unkeyed).toContain("- `wallets.update(id, { status?: 'ACTIVE' | 'INACTIVE' | 'SUSPENDED' | string; … })`");
    expect(unkeyed).toContain('- `clients.create(object)`');
  });
});
