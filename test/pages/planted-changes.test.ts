// Proves that each single change of a page is found, in both of its forms, with nothing beside it.
import { describe, expect, it } from 'vitest';
import { pageOf } from '../support/pages/page-document.js';
import { PLANTED_CHANGES } from '../support/pages/planted-changes.js';
import { findingsIn } from '../support/pages/read-and-compare.js';
import { renderMarkdown } from '../support/pages/render-markdown.js';
import { renderText } from '../support/pages/render-text.js';

const found = (text: string, name: string) =>
  findingsIn(text, name).map(({ verdict, place, level }) => `${verdict} ${place} ${level}`);

describe('a planted change', () => {
  it('is one of at least 60', () => {
    expect(PLANTED_CHANGES.length).toBeGreaterThanOrEqual(60);
  });

  it.each(PLANTED_CHANGES)('is found in Markdown: $name', ({ on, plant, finds }) => {
    expect(found(renderMarkdown(pageOf(on, plant)), 'page.md').sort()).toEqual([...finds].sort());
  });

  const shown = PLANTED_CHANGES.filter(({ text }) => text !== 'none');
  it.each(shown)('is found in the text: $name', ({ on, plant, finds, text }) => {
    const expected = Array.isArray(text) ? text : finds;
    expect(found(renderText(pageOf(on, plant)), 'page.txt').sort()).toEqual([...expected].sort());
  });
});
