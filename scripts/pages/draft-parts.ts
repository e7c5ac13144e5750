import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { textOf } from '../diff/contract-files.js';
import type { DraftFiles } from './draft-files.js';
import { pascal, referenceTo, sampleOf, schemaOf, withoutMark, type FindComponent } from './draft-schema.js';
import { childrenOf, nameOf, type Fact } from './model.js';
import type { ComparedPage, Project } from './run.js';

const FOLDER = 'openapi/components';
const SHARED: Readonly<Record<string, string>> = {
  400: 'BadRequest',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'NotFound',
  500: 'ServerError',
};

/** What a draft is made of: a page, the contract, and the files that are written. */
export interface Draft {
  readonly page: ComparedPage;
  readonly project: Project;
  readonly files: DraftFiles;
  readonly findComponent: FindComponent;
}

/** Returns the page as a source of facts, as `x-source` lists it. */
export const sourceOf = ({ id = 'menu', entry, page }: ComparedPage) => ({
  page: id,
  ...(entry?.entry.generation && { generation: entry.entry.generation }),
  ...(page.modified && { date: page.modified }),
});

/** Returns a response of an operation. Its description is left to the author. */
export function responseOf(draft: Draft, status: string, operationId: string, file: string): object {
  const { facts } = draft.page;
  const body = `${status}/body`;
  const shared = SHARED[status];
  if (shared !== undefined && childrenOf(facts, body).length === 0) return referenceTo('responses', shared, file);
  const noun = /[A-Z].*/.exec(operationId)?.[0] ?? pascal(operationId);
  const isTaken = draft.files.has(`${FOLDER}/schemas/${noun}.yaml`);
  const name = isTaken ? `${pascal(operationId)}Result` : noun; // `createCardLimit` returns a `CardLimit`
  return facts.has(body) ? { content: contentOf(draft, body, name, file) } : {};
}

/** Returns the content of a body, and writes the component and the example that it refers to. */
export function contentOf(draft: Draft, body: string, name: string, file: string): object {
  const { facts } = draft.page;
  const root = facts.get(body);
  const isList = root?.type === 'array';
  const place = isList ? `${body}/[]` : body;
  const component = draft.findComponent(place) ?? newComponent(draft, place, name);
  const reference = referenceTo('schemas', component, file);
  const example = `${component}${isList ? 'List' : ''}`;
  newFile(draft.files, 'examples', example, { summary: `An example of ${example}`, value: sampleOf(body, facts) });
  const schema = isList ? { type: 'array', items: reference } : reference;
  const examples = { [isList ? 'list' : 'body']: referenceTo('examples', example, file) };
  return { [root?.media?.[0] ?? 'application/json']: { schema, examples } };
}

function newFile(files: DraftFiles, kind: string, name: string, value: object): void {
  const file = `${FOLDER}/${kind}/${name}.yaml`;
  if (!files.has(file)) files.write(file, value);
}

function newComponent({ page, project, files, findComponent }: Draft, place: string, name: string): string {
  const { facts } = page;
  const named = project.ledger.schemas.find((schema) => schema.name === facts.get(place)?.schemaName);
  const isNamed = named !== undefined && (named.schema === undefined || named.schema === name);
  const fields = childrenOf(facts, place);
  const isTable = fields.some(({ level }) => level === 'table');
  const find = (one: string) => (one === place ? undefined : findComponent(one));
  const schema = schemaOf(place, facts, `${FOLDER}/schemas/${name}.yaml`, find, isTable ? 'table' : 'sample');
  newFile(files, 'schemas', name, {
    'x-evidence': isTable ? 'documented' : fields.length > 0 ? 'example' : 'unknown',
    ...(fields.length === 0 && { 'x-evidence-note': 'The page shows no fields.' }),
    'x-source': [{ ...sourceOf(page), ...(isNamed && { name: named.name }) }],
    ...withoutMark(schema),
  });
  return name;
}

/** Returns a reference to the component of a parameter, from the file of a path. Writes the component if there is none. */
export function parameterOf({ files, project: { contract } }: Draft, fact: Fact): { $ref: string } {
  const [where = ''] = fact.place.split('/');
  const name = nameOf(fact.place);
  const known = readdirSync(join(contract.root, FOLDER, 'parameters')).find((file) => {
    const part = contract.files.part({ file: `${FOLDER}/parameters/${file}`, pointer: '' });
    const isSame = textOf(part, 'in') === where && textOf(part, 'name')?.toLowerCase() === name.toLowerCase();
    const type = textOf(contract.files.child(part, 'schema'), 'type') ?? 'string';
    return isSame && where !== 'path' && type === (fact.type ?? 'string');
  });
  if (known !== undefined) return { $ref: `../components/parameters/${known}` };
  const names = [pascal(name), `${pascal(name)}${pascal(where)}`];
  const component = names.find((one) => !files.has(`${FOLDER}/parameters/${one}.yaml`)) ?? `${pascal(name)}New`;
  const facts = new Map([[fact.place, fact]]);
  const schema = withoutMark(schemaOf(fact.place, facts, '', () => undefined));
  newFile(files, 'parameters', component, {
    name,
    in: where,
    required: fact.required ?? false,
    ...(fact.level === 'sample' && { 'x-evidence': 'example' }),
    schema: Object.keys(schema).length > 0 ? schema : { type: 'string' },
    example: sampleOf(fact.place, facts),
  });
  return { $ref: `../components/parameters/${component}.yaml` };
}
