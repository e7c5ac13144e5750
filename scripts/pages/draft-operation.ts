import { member, members, type Place } from '../diff/contract-files.js';
import { inside, type DraftFiles } from './draft-files.js';
import { enterOperation } from './draft-ledger.js';
import { contentOf, parameterOf, responseOf, sourceOf, type Draft } from './draft-parts.js';
import { pascal, referenceTo } from './draft-schema.js';
import { template } from './place.js';

const ROOT: Place = { file: 'openapi/openapi.yaml', pointer: '' };
/** Steps of a path that name no resource. */
const PREFIX = /^(?:api|customers?|v\d+)$/;
const VERBS: Readonly<Record<string, string>> = { POST: 'create', PUT: 'update', PATCH: 'update', DELETE: 'delete' };

/** Drafts an operation that the contract does not have: its path, parameters, bodies, statuses, retry class and entry. */
export function draftOperation(draft: Draft): void {
  const { page, files } = draft;
  const { head } = page.page;
  if (head === undefined || page.id === undefined) return;
  const { method, path } = head;
  const operationId = nameOf(method, path, files);
  const file = `openapi/paths/${path.slice(1).replaceAll('/', '_')}.yaml`;
  const verb = method.toLowerCase();
  if (!files.has(file)) {
    files.write(file, pathParameters(draft, path));
    files.set(inside(ROOT, 'paths'), path, { $ref: file.replace('openapi/', '') }, ...pathsBehind(draft, path));
  }
  files.set({ file, pointer: '' }, verb, operationOf(draft, operationId, file));
  const statuses = [...page.facts.keys()].filter((place) => /^\d{3}$/.test(place)).sort();
  files.setFlow({ file, pointer: `/${verb}` }, 'x-documented-statuses', statuses.map(Number));
  enterOperation(files, page, operationId);
}

function operationOf(draft: Draft, operationId: string, file: string): object {
  const { id, title, entry, facts, page } = draft.page;
  const { method = '', label, deprecated } = page.head ?? {};
  const isOwn = (place: string) => /^(query|header|cookie)\/[^/]+$/.test(place) && place !== 'header/content-type';
  const own = [...facts.values()].filter(({ place }) => isOwn(place));
  const statuses = [...facts.keys()].filter((place) => /^\d{3}$/.test(place));
  const shared = (name: string) => referenceTo('responses', name, file);
  const [, verb = '', noun = ''] = /^([a-z]+)(.*)$/.exec(operationId) ?? [];
  const request = noun === '' ? pascal(operationId) : `${noun}${pascal(verb)}`; // `createCardLimit` takes a `CardLimitCreate`
  const responses = {
    ...(!statuses.some((status) => status.startsWith('2')) && { 200: shared('UnknownResult') }),
    ...Object.fromEntries(statuses.map((status) => [status, responseOf(draft, status, operationId, file)])),
    ...(!statuses.includes('429') && { 429: shared('TooManyRequests') }),
    default: shared('AnyOther'),
  };
  return {
    operationId,
    summary: summaryOf(operationId),
    externalDocs: { description: entry?.title ?? title, url: `https://docs.apikobble.net/${id ?? ''}` },
    tags: [tagOf(draft)],
    'x-evidence': 'documented',
    'x-source': [sourceOf(draft.page)],
    ...((label === 'testing' || label === 'developing') && { 'x-status': label }),
    ...(deprecated === true && { deprecated }),
    'x-retry': facts.has('header/idempotency-key') ? 'keyed' : /GET|DELETE/.test(method) ? 'safe' : 'never',
    'x-documented-statuses': [],
    ...(own.length > 0 && { parameters: own.map((fact) => parameterOf(draft, fact)) }),
    ...(facts.has('body') && { requestBody: { required: true, content: contentOf(draft, 'body', request, file) } }),
    responses,
  };
}

/** Returns the parameters of a path: those of a path of the contract that begins the same, else new ones. */
function pathParameters(draft: Draft, path: string): object {
  const names = Array.from(path.matchAll(/\{([^}]*)\}/g), ([, name = '']) => name);
  if (names.length === 0) return {};
  const alike = [...draft.project.contract.endpoints()].find(({ path: known }) => {
    const isBegun = known !== path && template(path).startsWith(template(known));
    return isBegun && known.split('{').length - 1 === names.length;
  });
  const known = alike && [...members(member(alike.item, 'parameters')).values()].map(({ value }) => value);
  const created = () =>
    names.map((name) => {
      const place = `path/${name}`;
      const fact = draft.page.facts.get(place) ?? { place, level: 'table', line: 0, type: 'string' };
      return parameterOf(draft, { ...fact, required: true });
    });
  return { parameters: known?.length ? known : created() };
}

/** Returns the paths behind which a path must not stand: those that would match it, else the neighbours of its family. */
function pathsBehind({ project }: Draft, path: string): string[] {
  const paths = [...new Set([...project.contract.endpoints()].map((one) => one.path))];
  const greedy = paths.filter((one) => new RegExp(`^${one.replaceAll(/\{[^}]*\}/g, '[^/]+')}$`).test(path));
  const family = path.split('/').slice(0, 4).join('/');
  return greedy.length > 0 ? greedy : paths.slice(paths.findLastIndex((one) => one.startsWith(family)) + 1);
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
  const ledger = files.text('openapi/coverage.yaml');
  const isKnown = (id: string) => ledger.includes(`operationId: ${id}\n`);
  return ['', 'Too', 'Again', 'Once', 'More'].map((suffix) => name + suffix).find((id) => !isKnown(id)) ?? name;
}

/** Returns a summary of the contract's form: `createCardLimit` is `Create a card limit`. */
function summaryOf(operationId: string): string {
  const [verb = '', ...words] = operationId.split(/(?=[A-Z])/).map((word) => word.toLowerCase());
  const article = verb === 'list' ? [] : [/^[aeiou]/.test(words[0] ?? '') ? 'an' : 'a'];
  return [`${verb[0]?.toUpperCase() ?? ''}${verb.slice(1)}`, ...article, ...words].join(' ');
}

/** Returns the tag of the page's group. A new group gets a tag, whose description is left to the author. */
function tagOf({ page: { page }, files }: Draft): string {
  const { group = 'Other' } = page;
  const tags = files.value(inside(ROOT, 'tags')) as readonly Readonly<Record<string, string>>[]; // it is linted
  const known = tags.find((tag) => tag['x-displayName'] === group)?.['name'];
  const name = known ?? pascal(group).replace(/^./, (letter) => letter.toLowerCase());
  if (known === undefined) files.append(ROOT, 'tags', { name, 'x-displayName': group });
  return name;
}
