// A page of the documentation as data: what the pages of the contract's own evidence would say. Two renderers write it.
import { operationsOf, resolve, type ContractOperation, type Evidence } from '../../../scripts/lib/contract.js';
import { readLedger } from '../../../scripts/lib/ledger.js';
import { contract } from '../contract.js';

/** A schema as JSON. Its fields are those of OpenAPI, so that a change can plant anything. */
export type Json = Record<string, unknown>;

export interface PageParameter {
  name: string;
  in: string;
  required?: boolean;
  schema: Json;
}

export interface PageBody {
  media: string;
  schema: Json;
  example?: unknown;
  /** True if the rendered table is folded away. */
  isFolded?: boolean;
}

export interface PageResponse {
  status: string;
  name: string;
  /** True for a further answer of the same status. */
  isSecond?: boolean;
  body?: PageBody;
}

export interface PageDocument {
  operationId: string;
  id: string;
  title: string;
  group: string;
  label: string;
  method: string;
  path: string;
  deprecated: boolean;
  description: string;
  parameters: PageParameter[];
  foldedTables: string[];
  body?: PageBody;
  responses: PageResponse[];
  schemas: Record<string, Json>;
  security: Json[];
  extra: Json;
}

interface Marked extends Json {
  $ref?: string;
  properties?: Record<string, Marked>;
  items?: Marked;
  required?: string[];
  'x-evidence'?: Evidence;
  'x-required-evidence'?: Evidence;
  'x-source'?: { page: string; name?: string }[];
  'x-page-says'?: Json;
}

const ledger = Object.entries(readLedger().endpoints).flatMap(([group, list]) =>
  list.map((entry) => ({ group, ...entry })),
);
const LEVELS: Evidence[] = ['documented', 'observed', 'example', 'inferred', 'unknown'];
const isShown = (evidence: Evidence): boolean => evidence === 'documented' || evidence === 'example';
const weaker = (one: Evidence, other: Evidence | undefined): Evidence =>
  other !== undefined && LEVELS.indexOf(other) > LEVELS.indexOf(one) ? other : one;

/** Returns the page of each operation that the contract has from a page. */
export const pageDocuments = (): PageDocument[] => structuredClone(PAGES);

/** Returns the page of one operation, with a change planted into it. */
export function pageOf(operationId: string, plant: (page: PageDocument) => void = () => undefined): PageDocument {
  const page = structuredClone(PAGES.find((one) => one.operationId === operationId));
  if (page === undefined) throw new Error(`No page is made of ${operationId}.`);
  plant(page);
  return page;
}

const madePages = (): PageDocument[] =>
  [...operationsOf(contract)].flatMap(([verb, path, operation]) => {
    const entry = ledger.find(({ operationId }) => operationId === operation.operationId);
    if (entry === undefined || entry.entry.page === 'menu') return [];
    return [documentOf(verb, path, operation, { ...entry, id: entry.entry.page })];
  });

/** Returns the page of an endpoint that the contract does not have. */
export const newEndpoint = (): PageDocument =>
  pageOf('createCardSecret', (page) => {
    const limit = {
      id: { type: 'string', format: 'uuid' },
      daily: { type: 'number' },
      state: { type: 'string', enum: ['OPEN', 'CLOSED'] },
    };
    page.id = 'api-99000001';
    page.title = 'Create card limit';
    page.path = '/customers/v1/cards/{id}/limits';
    page.body = {
      media: 'application/json',
      schema: { type: 'object', properties: { daily: { type: 'number' } }, required: ['daily'] },
    };
    const shown = { media: 'application/json', schema: { type: 'object', properties: limit, required: ['id'] } };
    page.responses = [
      { status: '201', name: 'Words', body: shown },
      { status: '400', name: 'Words' },
      { status: '422', name: 'Words' },
    ];
  });

/** Returns a page of an endpoint whose path was inferred, since only the menu named it. */
export const newlyReadable = (): PageDocument =>
  pageOf('listWallets', (page) => {
    const fields = { id: { type: 'string', format: 'uuid' }, bank_name: { type: 'string' } };
    Object.assign(page, {
      id: 'api-99000002',
      title: 'List all beneficiaries',
      group: 'Beneficiaries',
      path: '/customers/v1/beneficiaries',
    });
    page.schemas['Beneficiary'] = { type: 'object', properties: fields, required: ['id'] };
    const schema = { type: 'array', items: { $ref: '#/components/schemas/Beneficiary' } };
    page.responses = [{ status: '200', name: 'Words', body: { media: 'application/json', schema } }];
  });

function documentOf(
  verb: string,
  path: string,
  operation: ContractOperation,
  entry: { title: string; group: string; id: string },
): PageDocument {
  const marked = operation as unknown as Marked & { 'x-documented-statuses': number[]; 'x-status'?: string };
  const schemas: Record<string, Json> = {};
  const says = marked['x-page-says'] ?? {};
  const item = contract.paths[path] as unknown as { parameters?: Marked[] };
  const parameters = [...(item.parameters ?? []), ...((operation.parameters ?? []) as unknown as Marked[])].map((use) =>
    resolve(contract, use),
  );
  const also = ((says['also'] ?? []) as string[]).map((place) => ({
    name: 'Content-Type',
    in: place.split('/')[0] ?? '',
    required: true,
    schema: { type: 'string' },
  }));
  const isToken = path.startsWith('/oauth2');
  const authorization = {
    name: 'Authorization',
    in: 'header',
    required: says['security'] !== 'optional',
    schema: { type: 'string' },
  };
  const body = operation.requestBody && bodyOf(operation.requestBody as unknown as Marked, 'documented', schemas);
  return {
    operationId: operation.operationId,
    id: entry.id,
    title: entry.title,
    group: entry.group,
    label: marked['x-status'] ?? 'released',
    method: verb,
    path,
    deprecated: false,
    description: 'Words of a page.\n\nThe value is `required`, and type: object.',
    parameters: [...parameters.flatMap((one) => parameterOf(one)), ...(isToken ? [] : [authorization]), ...also],
    foldedTables: [],
    ...(body && { body }),
    responses: Object.entries(operation.responses).flatMap(([status, use]) => {
      if (!marked['x-documented-statuses'].includes(Number(status))) return [];
      const response = resolve(contract, use) as unknown as Marked;
      const shown = bodyOf(response, 'documented', schemas);
      return [{ status, name: 'A name in words', ...(shown && { body: shown }) }];
    }),
    schemas,
    security: isToken ? [] : [{ bearer: [] }],
    extra: {},
  };
}

function parameterOf(parameter: Marked): PageParameter[] {
  const { name, required } = parameter as unknown as PageParameter;
  if (weaker('documented', parameter['x-evidence']) !== 'documented') return [];
  const schema = { ...(parameter['schema'] as Json) };
  if (name === 'Idempotency-Key')
    return [{ name: 'idempotency-key', in: 'header', required: true, schema: { type: 'string' } }];
  delete schema['minLength'];
  if (parameter['x-page-says']?.['values']) delete schema['enum'];
  return [{ name, in: String(parameter['in']), required: required ?? false, schema }];
}

function bodyOf(part: Marked, around: Evidence, schemas: Record<string, Json>): PageBody | undefined {
  const evidence = weaker(around, part['x-evidence']);
  const [[media, content] = []] = Object.entries(
    (part['content'] ?? {}) as Record<string, { schema: Marked; examples?: Record<string, Marked> }>,
  );
  if (media === undefined || content === undefined || !isShown(evidence)) return undefined;
  const inner = weaker(evidence, resolve<Marked>(contract, content.schema)['x-evidence']);
  if (!isShown(inner)) return undefined;
  const [named] = Object.values(content.examples ?? {});
  const value = named && (resolve(contract, named) as { value?: unknown }).value;
  const example = sampleOf(value, content.schema, evidence);
  const schema =
    inner === 'documented' ? tableOf(content.schema, evidence, schemas) : { type: 'object', properties: {} };
  return { media, schema, example };
}

/** Returns a schema with what is documented; the rest is shown by samples only, or not at all. */
function tableOf(schema: Marked, around: Evidence, schemas: Record<string, Json>): Json {
  const evidence = weaker(around, schema['x-evidence']);
  if (schema.$ref !== undefined) {
    const target = resolve<Marked>(contract, schema);
    if (weaker(evidence, target['x-evidence']) !== 'documented') return { type: 'object', properties: {} };
    const name = target['x-source']?.find((source) => source.name)?.name ?? schema.$ref.split('/').at(-1) ?? '';
    if (schemas[name] === undefined) {
      schemas[name] = {};
      schemas[name] = tableOf(target, evidence, schemas);
    }
    return { $ref: `#/components/schemas/${encodeURIComponent(name)}` };
  }
  const { properties, items, anyOf, oneOf, 'x-page-says': says, ...rest } = schema;
  const table = Object.fromEntries(
    Object.entries(rest).filter(([key]) => !/^(x-|description$|additionalProperties$|required$)/.test(key)),
  );
  const fields = Object.entries(properties ?? {}).filter(
    ([, field]) => weaker(evidence, field['x-evidence']) === 'documented',
  );
  const required = fields
    .filter(([name, field]) => (field['x-page-says']?.['required'] ?? schema.required?.includes(name)) === true)
    .map(([name]) => name);
  const alternatives = (list: unknown) => (list as Marked[]).map((one) => tableOf(one, evidence, schemas));
  return {
    ...table,
    ...(properties && {
      properties: Object.fromEntries(fields.map(([name, field]) => [name, tableOf(field, evidence, schemas)])),
      'x-apidog-orders': fields.map(([name]) => name),
    }),
    ...(required.length > 0 && { required }),
    ...(items && { items: tableOf(items, evidence, schemas) }),
    ...(anyOf !== undefined && { [(says?.['combination'] as string | undefined) ?? 'anyOf']: alternatives(anyOf) }),
    ...(oneOf !== undefined && { oneOf: alternatives(oneOf) }),
  };
}

/** Returns a sample without what no page shows. */
function sampleOf(value: unknown, schema: Marked, around: Evidence): unknown {
  const known = resolve<Marked>(contract, schema);
  const evidence = weaker(weaker(around, schema['x-evidence']), known['x-evidence']);
  if (Array.isArray(value)) return value.map((entry) => sampleOf(entry, known.items ?? {}, evidence));
  const alternatives = (known['anyOf'] ?? known['oneOf'] ?? []) as Marked[];
  const fields = new Map(
    [known, ...alternatives.map((one) => resolve<Marked>(contract, one))].flatMap((one) =>
      Object.entries(one.properties ?? {}),
    ),
  );
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, member]) => {
      const field = fields.get(name);
      if (field === undefined) return alternatives.length > 0 || known.properties ? [] : [[name, member]];
      if (!isShown(weaker(weaker(evidence, field['x-evidence']), undefined))) return [];
      const inner = resolve<Marked>(contract, field)['x-evidence'];
      return [[name, isShown(weaker(evidence, inner)) ? sampleOf(member, field, evidence) : {}]];
    }),
  );
}

const PAGES = madePages();
