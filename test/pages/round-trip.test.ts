// Proves that the contract, written as the pages that it was transcribed from, reads back without a single finding, in both
// forms of a page.
import { describe, expect, it } from 'vitest';
import { readLedger } from '../../scripts/lib/ledger.js';
import { readPage } from '../../scripts/pages/read-page.js';
import { findingsIn, shortly } from '../support/pages/read-and-compare.js';
import { pageDocuments } from '../support/pages/page-document.js';
import { renderMarkdown, renderSchema } from '../support/pages/render-markdown.js';
import { renderText } from '../support/pages/render-text.js';

const pages = pageDocuments();

describe('a page that says what the contract says', () => {
  it('is made for each operation that the contract has from a page', () => {
    expect(pages).toHaveLength(29);
  });

  it.each(pages)('has no finding in Markdown: $operationId', (page) => {
    expect(shortly(findingsIn(renderMarkdown(page)))).toEqual([]);
  });

  it.each(pages)('has no finding as text: $operationId', (page) => {
    expect(shortly(findingsIn(renderText(page), 'page.txt'))).toEqual([]);
  });

  it('states more than 200 facts in each form', () => {
    const count = (texts: readonly string[], name: string) =>
      texts.flatMap((text) => readPage({ name, text })).reduce((sum, { facts }) => sum + facts.size, 0);
    expect(count(pages.map(renderMarkdown), 'page.md')).toBeGreaterThan(200);
    expect(count(pages.map(renderText), 'page.txt')).toBeGreaterThan(200);
  });
});

describe('the page of a schema that says what the contract says', () => {
  const ours = new Set(readLedger().schemas.map(({ name }) => name));
  const schemas = new Map(
    pages.flatMap((page) => Object.keys(page.schemas).map((name) => [name, page.schemas] as const)),
  );
  const named = [...schemas].filter(([name]) => ours.has(name));

  it('is made of each schema of the menu that a page shows', () => {
    expect(named.length).toBeGreaterThan(10);
  });

  // The contract departs from one page there, and the excuse holds for that page only.
  const PERSON = 'Enduser Create Person Input';

  it.each(named.filter(([name]) => name !== PERSON))('has no finding: %s', (name, all) => {
    expect(shortly(findingsIn(renderSchema(name, all)))).toEqual([]);
  });

  it('is not excused by what another page says', () => {
    const found = shortly(findingsIn(renderSchema(PERSON, schemas.get(PERSON) ?? {})));
    expect(found).toEqual(['changed · schema/metadata · is now required']);
  });

  it('has a finding for a new field, and none for one that only another page states', () => {
    const all = structuredClone(schemas.get('Card') ?? {});
    const fields = all['Card']?.['properties'] as Record<string, object>;
    fields['colour'] = { type: 'string' };
    expect(shortly(findingsIn(renderSchema('Card', all)))).toEqual([
      'new · schema/colour · was added on the page: string, optional',
    ]);
  });
});
