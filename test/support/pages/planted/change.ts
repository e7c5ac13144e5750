// Changes of single facts, planted into the pages of the contract, and what must be found of each: verdict, place and level,
// nothing beside them. `text` has what the text of the rendered page shows of it, if that is less.
import type { Json, PageBody, PageDocument } from '../page-document.js';

export interface PlantedChange {
  readonly name: string;
  readonly on: string;
  readonly plant: (page: PageDocument) => void;
  readonly finds: readonly string[];
  /** What is found as text: the same, if absent; `none` if the text has no form for the change. */
  readonly text?: readonly string[] | 'none';
}

/** Returns the fields of a schema of the page. */
export const fields = (page: PageDocument, schema: string): Json =>
  (page.schemas[schema]?.['properties'] ?? {}) as Json;
export const field = (page: PageDocument, schema: string, name: string): Json => fields(page, schema)[name] as Json;
export const required = (page: PageDocument, schema: string): string[] => {
  const object = page.schemas[schema] ?? {};
  object['required'] ??= [];
  return object['required'] as string[];
};
export const dropField = (page: PageDocument, schema: string, name: string): void => {
  delete fields(page, schema)[name];
  dropFlag(page, schema, name);
};
export const dropFlag = (page: PageDocument, schema: string, name: string): void => {
  const flags = required(page, schema);
  flags.splice(flags.indexOf(name), 1);
};
export const parameter = (page: PageDocument, name: string) =>
  page.parameters.find((one) => one.name === name) ?? fail(name);
export const dropParameter = (page: PageDocument, name: string): void =>
  void page.parameters.splice(page.parameters.indexOf(parameter(page, name)), 1);
export const body = (page: PageDocument): PageBody => page.body ?? fail('body');
export const answer = (page: PageDocument, status = '200'): PageBody =>
  page.responses.find((one) => one.status === status)?.body ?? fail(status);
export const example = (of: PageBody): Json => of.example as Json;
export const noSamples = (page: PageDocument): void => {
  for (const one of [page.body, ...page.responses.map(({ body: shown }) => shown)]) delete one?.example;
};
function fail(name: string): never {
  throw new Error(`The page has no ${name}.`);
}
export const CARD_SHOWN = { media: 'application/json', schema: { $ref: '#/components/schemas/Shown' } };
export const SHOWN = {
  type: 'object',
  properties: { id: { type: 'string' }, total: { type: 'number' } },
  required: ['id'],
};
