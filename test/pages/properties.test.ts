// Proves that changes of different parts do not hide each other: any mix of planted changes of one page is found as the sum of
// them, and a page is read the same in any order of its keys.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cutValues } from '../../scripts/pages/align.js';
import { pageOf, type PageDocument } from '../support/pages/page-document.js';
import { findingsIn } from '../support/pages/read-and-compare.js';
import { renderMarkdown } from '../support/pages/render-markdown.js';

interface Part {
  readonly finds: string;
  readonly plant: (page: PageDocument) => void;
}

const fields = (page: PageDocument) => page.schemas['Card']?.['properties'] as Record<string, Record<string, unknown>>;
const noSamples = (page: PageDocument) => page.responses.forEach(({ body }) => delete body?.example);

/** Changes of the page of one operation, each of a part of its own. */
const PARTS: readonly Part[] = [
  { finds: 'new 200/body/colour', plant: (page) => (fields(page)['colour'] = { type: 'string' }) },
  {
    finds: 'changed 200/body/status',
    plant: (page) => (fields(page)['status'] = { type: 'string', enum: ['ACTIVE', 'FROZEN'] }),
  },
  {
    finds: 'changed 200/body/last_four_digit',
    plant: (page) => (fields(page)['last_four_digit'] = { type: 'integer' }),
  },
  { finds: 'changed 200/body/m_pan', plant: (page) => (fields(page)['m_pan'] = { type: 'string', nullable: true }) },
  { finds: 'changed 200/body/wallet_id', plant: (page) => (fields(page)['wallet_id'] = { type: 'string' }) },
  {
    finds: 'new query/page',
    plant: (page) => page.parameters.push({ name: 'page', in: 'query', required: false, schema: { type: 'integer' } }),
  },
  {
    finds: 'gone header/idempotency-key',
    plant: (page) => (page.parameters = page.parameters.filter(({ name }) => name !== 'idempotency-key')),
  },
  { finds: 'new 422', plant: (page) => page.responses.push({ status: '422', name: 'Words' }) },
  { finds: 'changed operation', plant: (page) => (page.label = 'testing') },
  { finds: 'changed body', plant: (page) => page.body && (page.body.media = 'text/plain') },
];

it('any mix of changes is found as their sum, a key that is gone first', () => {
  fc.assert(
    fc.property(fc.subarray([...PARTS]), (parts) => {
      const page = pageOf('replaceOrRenewCard', noSamples);
      for (const { plant } of parts) plant(page);
      const found = findingsIn(renderMarkdown(page)).map(({ verdict, place }) => `${verdict} ${place}`);
      expect([...found].sort()).toEqual(parts.map(({ finds }) => finds).sort());
      if (found.includes('gone header/idempotency-key')) expect(found[0]).toBe('gone header/idempotency-key');
    }),
    { numRuns: 60 },
  );
});

it('glued values are cut at those that are known, whatever their order', () => {
  const values = fc.uniqueArray(fc.stringMatching(/^[A-Z]{2,6}$/), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(values, (known) => {
      const { guesses, values: cut, isAmbiguous } = cutValues(known.join(''), known);
      expect(guesses).toEqual([]);
      if (!isAmbiguous) expect([...cut].sort()).toEqual([...known].sort());
    }),
  );
});

it('a foreign rest of glued values is a guess', () => {
  expect(cutValues('ACTIVEFROZENINACTIVE', ['ACTIVE', 'INACTIVE'])).toEqual({
    values: ['ACTIVE', 'INACTIVE'],
    guesses: ['FROZEN'],
    isAmbiguous: false,
  });
  expect(cutValues('INACTIVE', ['ACTIVE', 'INACTIVE'])).toMatchObject({ values: ['INACTIVE'], guesses: [] });
  expect(cutValues('ABAC', ['AB', 'A', 'BA', 'AC', 'C'])).toMatchObject({ guesses: [], isAmbiguous: true });
});

it('the order of keys says nothing', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10 }), (turn) => {
      const page = pageOf('replaceOrRenewCard');
      const entries = Object.entries(fields(page));
      const turned = [...entries.slice(turn), ...entries.slice(0, turn)];
      if (page.schemas['Card']) page.schemas['Card']['properties'] = Object.fromEntries(turned);
      expect(findingsIn(renderMarkdown(page))).toEqual([]);
    }),
    { numRuns: 11 },
  );
});
