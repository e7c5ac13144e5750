import { readdirSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import type { OpenapiFolder } from './contract.js';
import type { DraftFiles } from './draft-files.js';
import { childrenOf, nameOf, type Fact, type Facts } from './model.js';
import type { ComparedPage, Project } from './run.js';
import { referenceTo, sampleOf, schemaOf, yamlOf } from './schema-yaml.js';

const FOLDER = 'openapi/components';
const SHARED: Readonly<Record<string, string>> = {
  400: 'BadRequest',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'NotFound',
  500: 'ServerError',
};

/** Drafts bodies: their components, and an example of each. */
export class DraftBodies {
  readonly findComponent: (place: string) => string | undefined;
  private readonly files: DraftFiles;
  private readonly project: Project;
  private readonly page: ComparedPage;
  private readonly facts: Facts;

  constructor(
    files: DraftFiles,
    project: Project,
    page: ComparedPage,
    findComponent: (place: string) => string | undefined,
  ) {
    this.files = files;
    this.project = project;
    this.page = page;
    this.facts = page.facts;
    this.findComponent = findComponent;
  }

  /** Returns a response. `name` is that of a component that is new. Its description is left to the author. */
  response(status: string, name: string, file: string): object {
    const shared = SHARED[status];
    const body = `${status}/body`;
    if (shared !== undefined && childrenOf(this.facts, body).length === 0)
      return { $ref: posix.relative(dirname(file), `${FOLDER}/responses/${shared}.yaml`) };
    return this.facts.has(body) ? { content: this.content(body, this.resultName(name), file) } : {};
  }

  /** Returns the name of what an operation returns: `createCardLimit` returns a `CardLimit`. */
  private resultName(operationId: string): string {
    const noun = /[A-Z].*/.exec(operationId)?.[0] ?? pascal(operationId);
    return this.files.has(`${FOLDER}/schemas/${noun}.yaml`) ? `${pascal(operationId)}Result` : noun;
  }

  /** Returns the content of a body, and writes the component and the example that it refers to. */
  content(body: string, name: string, file: string): object {
    const root = this.facts.get(body);
    const isList = root?.type === 'array';
    const place = isList ? `${body}/[]` : body;
    const component = this.findComponent(place) ?? this.newComponent(place, name);
    const reference = { $ref: referenceTo(component, file) };
    const example = `${component}${isList ? 'List' : ''}`;
    const examples = {
      [isList ? 'list' : 'body']: { $ref: posix.relative(dirname(file), `${FOLDER}/examples/${example}.yaml`) },
    };
    this.newExample(example, body);
    const schema = isList ? { type: 'array', items: reference } : reference;
    return { [root?.media?.[0] ?? 'application/json']: { schema, examples } };
  }

  private newComponent(place: string, name: string): string {
    const named = this.project.ledger.schemas.find((schema) => schema.name === this.facts.get(place)?.schemaName);
    const file = `${FOLDER}/schemas/${name}.yaml`;
    if (this.files.has(file)) return name;
    const fields = childrenOf(this.facts, place);
    const isTable = fields.some(({ level }) => level === 'table');
    const evidence = isTable ? 'documented' : fields.length > 0 ? 'example' : 'unknown';
    const { entry } = this.page.entry ?? {};
    const { id = 'menu', page } = this.page;
    const source = {
      page: id,
      ...(entry?.generation && { generation: entry.generation }),
      ...(page.modified && { date: page.modified }),
    };
    const schema = schemaOf(
      place,
      this.facts,
      { file, findComponent: (one) => (one === place ? undefined : this.findComponent(one)) },
      isTable ? 'table' : 'sample',
    );
    const isOurs = named?.schema !== undefined && named.schema !== name;
    this.files.write(
      file,
      yamlOf({
        'x-evidence': evidence,
        ...(evidence === 'unknown' && { 'x-evidence-note': 'The page shows no fields.' }),
        'x-source': [{ ...source, ...(named && !isOurs && { name: named.name }) }],
        ...withoutMark(schema),
      }),
    );
    return name;
  }

  private newExample(name: string, body: string): void {
    const file = `${FOLDER}/examples/${name}.yaml`;
    if (!this.files.has(file))
      this.files.write(file, yamlOf({ summary: `An example of ${name}`, value: sampleOf(body, this.facts) }));
  }
}

/** Returns a reference to the component of a parameter, from the file of a path. Writes the component if there is none. */
export function addParameter(fact: Fact, files: DraftFiles, contract: OpenapiFolder): string {
  const [where = ''] = fact.place.split('/');
  const name = nameOf(fact.place);
  const known = readdirSync(join(contract.root, FOLDER, 'parameters')).find((file) => {
    const part = contract.file(`${FOLDER}/parameters/${file}`);
    const isSame = part.text('in') === where && part.text('name')?.toLowerCase() === name.toLowerCase();
    return isSame && where !== 'path' && (part.at(['schema', 'type'])?.scalar ?? 'string') === (fact.type ?? 'string');
  });
  if (known !== undefined) return `../components/parameters/${known}`;
  const component =
    [pascal(name), `${pascal(name)}${pascal(where)}`].find((one) => !files.has(`${FOLDER}/parameters/${one}.yaml`)) ??
    `${pascal(name)}New`;
  const facts: Facts = new Map([[fact.place, fact]]);
  const file = `${FOLDER}/parameters/${component}.yaml`;
  const schema = withoutMark(schemaOf(fact.place, facts, { file, findComponent: () => undefined }));
  const mark = fact.level === 'sample' ? { 'x-evidence': 'example' } : {};
  files.write(
    file,
    yamlOf({
      name,
      in: where,
      required: fact.required ?? false,
      ...mark,
      schema: Object.keys(schema).length > 0 ? schema : { type: 'string' },
      example: sampleOf(fact.place, facts),
    }),
  );
  return `../components/parameters/${component}.yaml`;
}

/** Returns the name of what an operation is sent: `createCardLimit` is sent a `CardLimitCreate`. */
export function requestName(operationId: string): string {
  const [, verb = '', noun = ''] = /^([a-z]+)(.*)$/.exec(operationId) ?? [];
  return noun === '' ? pascal(operationId) : `${noun}${pascal(verb)}`;
}

/** Returns a name as a component has it: `replaceOrRenewCard` is `ReplaceOrRenewCard`, `x-client-id` is `XClientId`. */
export const pascal = (name: string): string =>
  name
    .split(/[^A-Za-z0-9]+/)
    .filter(Boolean)
    .map((word) => `${word[0]?.toUpperCase() ?? ''}${word.slice(1)}`)
    .join('')
    .replace(/^(?=\d)|^$/, 'The');

const withoutMark = (schema: object): object =>
  Object.fromEntries(Object.entries(schema).filter(([key]) => key !== 'x-evidence'));
