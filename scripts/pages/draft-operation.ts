import { DraftBodies, addParameter, pascal, requestName } from './draft-parts.js';
import type { DraftFiles } from './draft-files.js';
import { appendTo, insertBefore } from './edit-yaml.js';
import { template } from './place.js';
import type { ComparedPage, Project } from './run.js';
import { componentFinder, yamlOf } from './schema-yaml.js';

const ROOT = 'openapi/openapi.yaml';
const LEDGER = 'openapi/coverage.yaml';
/** Steps of a path that name no resource. */
const PREFIX = /^(?:api|customers?|v\d+)$/;
const VERBS: Readonly<Record<string, string>> = { POST: 'create', PUT: 'update', PATCH: 'update', DELETE: 'delete' };

/** Drafts an operation that the contract does not have: its path, parameters, bodies, statuses, retry class and entry. */
export function draftOperation(page: ComparedPage, files: DraftFiles, project: Project): void {
  const { head } = page.page;
  if (head === undefined || page.id === undefined) return;
  const { method, path } = head;
  const name = nameOf(method, path, files);
  const file = `openapi/paths/${path.slice(1).replaceAll('/', '_')}.yaml`;
  const bodies = new DraftBodies(files, project, page, componentFinder(project.contract, page.facts));
  const operation = flow(yamlOf({ [method.toLowerCase()]: operationOf(page, name, file, bodies, files, project) }));
  if (files.has(file)) files.edit(file, (text) => `${text.trimEnd()}\n${operation}`);
  else {
    files.write(file, `${yamlOf(pathParameters(page, path, files, project))}${operation}`.replace(/^\{\}\n/, ''));
    files.edit(ROOT, (text) =>
      insertBefore(text, ['paths'], path, `$ref: paths/${file.split('/').at(-1) ?? ''}`, pathBefore(path, project)),
    );
  }
  enter(page, name, files);
}

function operationOf(
  page: ComparedPage,
  operationId: string,
  file: string,
  bodies: DraftBodies,
  files: DraftFiles,
  project: Project,
): object {
  const { page: read, id = '', entry } = page;
  const { method = '', label } = read.head ?? {};
  const own = [...page.facts.values()].filter(
    ({ place }) => /^(query|header|cookie)\/[^/]+$/.test(place) && place !== 'header/content-type',
  );
  const hasKey = own.some(({ place }) => place === 'header/idempotency-key');
  const statuses = [...page.facts.keys()].filter((place) => /^\d{3}$/.test(place)).sort();
  const shared = (name: string) => ({ $ref: `../components/responses/${name}.yaml` });
  const responses = [
    ...(statuses.some((status) => status.startsWith('2')) ? [] : [['200', shared('UnknownResult')] as const]),
    ...statuses.map((status) => [status, bodies.response(status, operationId, file)] as const),
    ...(statuses.includes('429') ? [] : [['429', shared('TooManyRequests')] as const]),
  ].sort(([one], [other]) => one.localeCompare(other));
  const generation = entry?.entry.generation;
  return {
    operationId,
    summary: summaryOf(operationId),
    externalDocs: { description: entry?.title ?? page.title, url: `https://docs.apikobble.net/${id}` },
    tags: [tagOf(page, files)],
    'x-evidence': 'documented',
    'x-source': [{ page: id, ...(generation && { generation }), ...(read.modified && { date: read.modified }) }],
    ...(label === 'testing' || label === 'developing' ? { 'x-status': label } : {}),
    ...(read.head?.deprecated === true && { deprecated: true }),
    'x-retry': hasKey ? 'keyed' : method === 'GET' || method === 'DELETE' ? 'safe' : 'never',
    'x-documented-statuses': statuses.map(Number),
    ...(own.length > 0 && { parameters: own.map((fact) => ({ $ref: addParameter(fact, files, project.contract) })) }),
    ...(page.facts.has('body') && {
      requestBody: { required: true, content: bodies.content('body', requestName(operationId), file) },
    }),
    responses: { ...Object.fromEntries(responses), default: shared('AnyOther') },
  };
}

/** Returns the parameters of a path: those of a path of the contract that begins the same, else new ones. */
function pathParameters({ facts }: ComparedPage, path: string, files: DraftFiles, { contract }: Project): object {
  const names = [...path.matchAll(/\{([^}]*)\}/g)].map(([, name = '']) => name);
  if (names.length === 0) return {};
  const alike = [...contract.endpoints()].find(
    (one) => one.path !== path && template(path).startsWith(template(one.path)) && count(one.path) === names.length,
  );
  const known = alike?.item
    .get('parameters')
    ?.items()
    .flatMap((use) => use.text('$ref') ?? []);
  const created = () =>
    names.map((name) => {
      const place = `path/${name}`;
      const fact = facts.get(place) ?? { place, level: 'table', line: 0, type: 'string' };
      return addParameter({ ...fact, required: true }, files, contract);
    });
  return { parameters: (known ?? created()).map(($ref) => ({ $ref })) };
}

const count = (path: string): number => path.split('{').length - 1;

/** Returns the first path that would match too, which is to stand behind; else the neighbour behind the last of its kind. */
function pathBefore(path: string, { contract }: Project): string | undefined {
  const paths = [...new Set([...contract.endpoints()].map((one) => one.path))];
  const greedy = paths.find((one) => new RegExp(`^${one.replaceAll(/\{[^}]*\}/g, '[^/]+')}$`).test(path));
  if (greedy !== undefined) return greedy;
  const family = path.split('/').slice(0, 4).join('/');
  return paths[paths.findLastIndex((one) => one.startsWith(family)) + 1];
}

/** Returns an id of the contract's form: a verb and a noun, by method and path. What the ledger has already gets a number word. */
function nameOf(method: string, path: string, files: DraftFiles): string {
  const steps = path.split('/').filter((step) => step !== '' && !PREFIX.test(step));
  const words = steps.filter((step) => !step.startsWith('{'));
  const isList = method === 'GET' && steps.at(-1)?.startsWith('{') === false && words.at(-1)?.endsWith('s') === true;
  const singular = (word: string) => word.replace(/ies$/, 'y').replace(/s$/, '');
  const nouns = words.map((word, index) => (isList && index === words.length - 1 ? word : singular(word)));
  const parts = nouns.flatMap((word) => word.split(/[^A-Za-z]+|(?=[A-Z][a-z])/)).filter((word) => word.length > 1);
  const noun = parts.map((word) => pascal(word.toLowerCase())).join('') || 'Resource';
  const name = `${VERBS[method] ?? (isList ? 'list' : 'get')}${noun}`;
  const known = new Set([...files.text(LEDGER).matchAll(/operationId: (\w+)/g)].map(([, id]) => id));
  return ['', 'Too', 'Again', 'Once', 'More'].map((suffix) => name + suffix).find((id) => !known.has(id)) ?? name;
}

/** Returns a summary of the contract's form: `createCardLimit` is `Create a card limit`. */
function summaryOf(operationId: string): string {
  const [verb = '', ...words] = operationId.split(/(?=[A-Z])/).map((word) => word.toLowerCase());
  const article = verb === 'list' ? [] : [/^[aeiou]/.test(words[0] ?? '') ? 'an' : 'a'];
  return [`${verb[0]?.toUpperCase() ?? ''}${verb.slice(1)}`, ...article, ...words].join(' ');
}

/** Returns the tag of the page's group. A new group gets a tag, whose description is left to the author. */
function tagOf({ page: { group = 'Other' } }: ComparedPage, files: DraftFiles): string {
  const tags = files.part(ROOT).get('tags')?.items() ?? [];
  const known = tags.find((tag) => tag.text('x-displayName') === group)?.text('name');
  const name = known ?? pascal(group).replace(/^./, (letter) => letter.toLowerCase());
  if (known === undefined)
    files.edit(ROOT, (text) => appendTo(text, ['tags'], yamlOf({ name, 'x-displayName': group })));
  return name;
}

/** Writes the ledger's entry. Numbers are those of the menu's order, so that all are written anew. */
function enter(
  { id = '', title, page: { group = 'Other', head }, entry, facts }: ComparedPage,
  operationId: string,
  files: DraftFiles,
): void {
  const key = facts.has('header/idempotency-key') ? ', key: true' : '';
  files.edit(LEDGER, (text) => {
    if (entry !== undefined) {
      const known = new RegExp(
        `(number: ${entry.entry.number}, method: )\\w+, page: [\\w-]+([^}]*?) }\\n      reason: [^\\n]*`,
      );
      return text.replace(known, `$1${head?.method ?? ''}, page: ${id}$2${key} }\n      operationId: ${operationId}`);
    }
    const block = `title: ${yamlOf(title).trim()}\nentry: { number: 0, method: ${head?.method ?? ''}, page: ${id}${key} }\noperationId: ${operationId}`;
    const hasGroup = files.part(LEDGER).at(['endpoints', group]) !== undefined;
    const added = hasGroup
      ? appendTo(text, ['endpoints', group], block)
      : insertBefore(text, ['endpoints'], yamlOf(group).trim(), `- ${block.replaceAll('\n', '\n  ')}`, undefined);
    let number = 0;
    return added.replaceAll(/entry: \{ number: \d+/g, () => `entry: { number: ${(number += 1)}`);
  });
}

/** Writes statuses in one line, as the contract has them. */
const flow = (text: string): string =>
  text.replace(
    /x-documented-statuses:((?:\n\s+- \d+)+)/,
    (_, list: string) => `x-documented-statuses: [${list.match(/\d+/g)?.join(', ') ?? ''}]`,
  );
