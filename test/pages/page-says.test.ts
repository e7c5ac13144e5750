// Proves that `x-page-says` excuses exactly what it states: the same finding does not come back, and another one is still made.
import { describe, expect, it } from 'vitest';
import { readLedger } from '../../scripts/lib/ledger.js';
import { OpenapiFolder } from '../../scripts/pages/contract.js';
import { comparePages } from '../../scripts/pages/run.js';
import { pageOf, type PageDocument } from '../support/pages/page-document.js';
import { openapi } from '../support/pages/read-and-compare.js';
import { renderMarkdown } from '../support/pages/render-markdown.js';

type Field = Record<string, unknown>;
const card = (page: PageDocument) => page.schemas['Card']?.['properties'] as Record<string, Field>;
const pan = (form: Field) => (page: PageDocument) => Object.assign(card(page)['m_pan'] ?? {}, form);
const without = (page: PageDocument) => {
  delete card(page)['m_pan'];
  const schema = page.schemas['Card'] ?? {};
  schema['required'] = (schema['required'] as string[]).filter((name) => name !== 'm_pan');
};

/** Returns what is found in a page, if the field `m_pan` has a mark in the contract. */
function found(mark: string, plant: (page: PageDocument) => void): string[] {
  const contract = new OpenapiFolder(openapi.root, (file) => {
    const text = openapi.text(file);
    return file.endsWith('schemas/Card.yaml') ? text.replace(/ {2}m_pan:\n/, `$&    x-page-says: ${mark}\n`) : text;
  });
  const text = renderMarkdown(
    pageOf('replaceOrRenewCard', (page) => {
      page.responses.forEach(({ body }) => delete body?.example);
      plant(page);
    }),
  );
  const project = { contract, ledger: readLedger(), lock: new Map(), today: '2026-11-29' };
  return comparePages([{ name: 'page.md', text }], project).pages.flatMap(({ findings }) =>
    findings.map(({ verdict, place }) => `${verdict} ${place}`),
  );
}

describe('x-page-says', () => {
  it.each([
    ['a type', 'type: integer', pan({ type: 'integer' })],
    ['a format', 'format: pan', pan({ format: 'pan' })],
    ['null', 'nullable: true', pan({ nullable: true })],
    ['values', "values: ['1', '2']", pan({ enum: ['1', '2'] })],
    [
      'a flag',
      'required: false',
      (page: PageDocument) => (page.schemas['Card'] = { ...page.schemas['Card'], required: ['id'] }),
    ],
    ['absence', 'absent: true', without],
  ])('excuses %s', (_, said, plant) => {
    const isHere = (line: string) => line.endsWith('m_pan');
    expect(found('{ format: other, because: A reason. }', plant).filter(isHere)).toHaveLength(1);
    expect(found(`{ ${said}, because: A reason. }`, plant).filter(isHere)).toEqual([]);
    expect(found(`{ ${said}, page: api-10192220, because: A reason. }`, plant).filter(isHere)).toEqual([]);
    expect(found(`{ ${said}, page: api-1, because: A reason. }`, plant).filter(isHere)).toHaveLength(1);
  });

  it('excuses fields that the contract leaves out, by their names', () => {
    const plant = (page: PageDocument) => (card(page)['colour'] = { type: 'string' });
    const contract = new OpenapiFolder(openapi.root, (file) =>
      openapi
        .text(file)
        .replace(
          /^x-evidence: documented\n(?=x-source:\n {2}- page: api-10192216)/m,
          '$&x-page-says: { also: [colour], because: A reason. }\n',
        ),
    );
    const text = renderMarkdown(pageOf('replaceOrRenewCard', plant));
    const project = { contract, ledger: readLedger(), lock: new Map(), today: '2026-11-29' };
    expect(comparePages([{ name: 'page.md', text }], project).pages[0]?.findings).toEqual([]);
  });
});
