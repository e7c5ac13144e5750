// Proves that the contract, written as the pages that it was transcribed from, reads back without a single finding, in both
// forms of a page.
import { describe, expect, it } from 'vitest';
import { findingsIn, shortly } from '../support/pages/read-and-compare.js';
import { pageDocuments } from '../support/pages/page-document.js';
import { renderMarkdown } from '../support/pages/render-markdown.js';
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
});
