import { Collector } from './collector.js';
import { LABELS, UnreadablePage, type Head, type Page, type PageKind } from './model.js';
import { operationFacts } from './operation-facts.js';
import { schemaFacts } from './schema-facts.js';
import { YamlPart } from './yaml-part.js';

const VERBS = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options', 'trace'];
const OPERATION = new Set(
  'summary description deprecated operationId tags parameters requestBody responses security x-run-in-apidog x-run-in-apifox'.split(
    ' ',
  ),
);
const DOCUMENT = new Set('openapi info paths components servers security'.split(' '));

/**
 * Reads a page of the documentation in Markdown. Each block of YAML at column 0 is a page, and its title is the last
 * heading before it; a text without a block is a document or a folder, which states no facts.
 *
 * @throws UnreadablePage if a block is no page of Apidog, or no valid YAML.
 */
export function readMarkdown(text: string): Page[] {
  const lines = text.split('\n');
  const pages: Page[] = [];
  let title = '';
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    if (line.startsWith('# ')) title = line.slice(2).trim();
    if (!/^```ya?ml\s*$/.test(line) || !/^openapi:/.test(lines[index + 1] ?? '')) continue;
    const end = lines.findIndex((later, at) => at > index && /^```\s*$/.test(later));
    if (end < 0) throw new UnreadablePage(`line ${index + 1}: the block of YAML does not end`);
    pages.push(...readDocument(YamlPart.parse(lines.slice(index + 1, end).join('\n'), '', index + 2), title));
    index = end;
  }
  if (pages.length > 0) return pages;
  const [heading] = lines.filter((line) => line.startsWith('# '));
  if (heading === undefined) throw new UnreadablePage('it has neither a title nor a block of OpenAPI');
  return [emptyPage('document', heading.slice(2).trim())];
}

/** Returns a page that states no facts. */
export const emptyPage = (kind: PageKind, title: string): Page => ({
  kind,
  title,
  line: 1,
  facts: new Map(),
  folded: new Set(),
  rootless: new Set(),
  contradictions: [],
  problems: [],
  foreign: [],
  size: 1,
  menu: [],
});

function readDocument(root: YamlPart, title: string): Page[] {
  const operations = (root.get('paths')?.entries() ?? []).flatMap(([path, item]) =>
    item.entries().map(([verb, operation]) => ({ path, item, verb, operation })),
  );
  return operations.length === 0
    ? [readSchema(root, title)]
    : operations.map(({ path, item, verb, operation }) => {
        if (!VERBS.includes(verb)) throw new UnreadablePage(`line ${item.line}: a key of the path is no verb`);
        return readOperation(
          root,
          title,
          { method: verb.toUpperCase(), path: path.startsWith('/') ? path : `/${path}` },
          item,
          operation,
        );
      });
}

function readOperation(
  root: YamlPart,
  title: string,
  { method, path }: Head,
  item: YamlPart,
  operation: YamlPart,
): Page {
  const link = operation.text('x-run-in-apidog') ?? operation.text('x-run-in-apifox');
  if (link === undefined) throw new UnreadablePage(`line ${operation.line}: the block is not from Apidog`);
  if (!/^[!-~]+$/.test(path)) throw new UnreadablePage(`line ${item.line}: the path is none of a URL`);
  const found = new Collector();
  const reading = found.readingOf(root);
  for (const [key] of root.entries()) if (!DOCUMENT.has(key)) found.unknown(root, key, 'document');
  for (const [key] of operation.entries()) if (!OPERATION.has(key)) found.unknown(operation, key, 'operation');
  const { samples, authorization } = operationFacts(operation, item, undefined, reading);
  found.readSamples(samples);
  const [, id] = /api-(\d+)(?:-run)?(?:$|[?#])/.exec(link) ?? [];
  const folder = marked(operation, 'folder');
  const stated = marked(operation, 'status')?.toLowerCase();
  const label = LABELS.find((known) => known === stated);
  if (label !== stated) found.problem(operation.line, 'operation', 'the label is not understood');
  const head: Head = {
    method,
    path,
    label,
    deprecated: operation.flag('deprecated'),
    security: securityOf(root, operation, authorization),
  };
  return {
    ...pageOf(found, 'endpoint', title.trim() || (operation.text('summary') ?? '').trim(), root),
    line: operation.line,
    id: id === undefined ? undefined : `api-${id}`,
    group: folder
      ?.split(/(?<!\\)\//)
      .at(-1)
      ?.replaceAll('\\/', '/'),
    head,
    listsAuthorization: authorization !== undefined,
  };
}

/** Returns `none`, `required` or `optional`. An empty list beside an Authorization header only means that the page has no scheme. */
function securityOf(root: YamlPart, operation: YamlPart, authorization: YamlPart | undefined): string | undefined {
  if (authorization) return authorization.flag('required') === false ? 'optional' : 'required';
  const list = operation.get('security') ?? root.get('security');
  if (list === undefined) return undefined;
  const schemes = list.items();
  if (schemes.length === 0) return 'none';
  return schemes.some((scheme) => scheme.entries().length === 0) ? 'optional' : 'required';
}

function readSchema(root: YamlPart, title: string): Page {
  const schemas = root.at(['components', 'schemas'])?.entries() ?? [];
  const [, schema] = schemas.find(([name]) => name === title) ?? schemas[0] ?? [];
  if (schema === undefined || marked(schema, 'folder') === undefined)
    throw new UnreadablePage(`line ${root.line}: the block is not from Apidog`);
  const found = new Collector();
  schemaFacts(schema, { place: 'schema', marks: undefined }, found.readingOf(root));
  return { ...pageOf(found, 'schema', title, root), line: schema.line };
}

const marked = (part: YamlPart, word: string): string | undefined =>
  part.text(`x-apidog-${word}`) ?? part.text(`x-apifox-${word}`);

const pageOf = (found: Collector, kind: PageKind, title: string, { line, lastLine }: YamlPart): Page => ({
  ...emptyPage(kind, title),
  facts: found.facts,
  contradictions: found.contradictions,
  problems: found.problems,
  foreign: [...found.foreign],
  size: lastLine - line + 1,
});
