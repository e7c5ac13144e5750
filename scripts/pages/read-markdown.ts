import {
  asObject,
  ContractFiles,
  InvalidYaml,
  member,
  members,
  textOf,
  valueOf,
  type Part,
} from '../diff/contract-files.js';
import { VERBS } from '../diff/uses.js';
import { Collector } from './collector.js';
import { emptyPage, LABELS, UnreadablePage, type Head, type Page, type PageKind } from './model.js';
import { checkKeys, flagOf, operationFacts } from './operation-facts.js';
import { schemaFacts, wordSet } from './schema-facts.js';

const OPERATION = wordSet(
  'summary description deprecated operationId tags parameters requestBody responses security x-run-in-apidog x-run-in-apifox',
);
const DOCUMENT = wordSet('openapi info paths components servers security');

/** A block of a page: an OpenAPI document, and the heading above it. */
interface Block {
  readonly files: ContractFiles;
  readonly title: string;
  readonly size: number;
}

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
    const yaml = '\n'.repeat(index + 1) + lines.slice(index + 1, end).join('\n'); // its lines are those of the page
    pages.push(...readBlock({ files: parsed(yaml), title, size: end - index - 1 }));
    index = end;
  }
  if (pages.length > 0) return pages;
  const heading = lines.find((line) => line.startsWith('# '));
  if (heading === undefined) throw new UnreadablePage('it has neither a title nor a block of OpenAPI');
  return [emptyPage('document', heading.slice(2).trim())];
}

function parsed(yaml: string): ContractFiles {
  try {
    return new ContractFiles('page', () => yaml);
  } catch (error) {
    const at = error instanceof InvalidYaml ? `line ${error.line}: ` : '';
    throw new UnreadablePage(`${at}the YAML is not valid`);
  }
}

function readBlock(block: Block): Page[] {
  const items = [...members(member(block.files.root, 'paths'))];
  const pages = items.flatMap(([path, item]) =>
    [...members(item)].map(([verb, operation]) => {
      if (!VERBS.includes(verb)) throw refused(block, item, 'a key of the path is no verb');
      return readOperation(block, verb.toUpperCase(), path.startsWith('/') ? path : `/${path}`, item, operation);
    }),
  );
  return pages.length === 0 ? [readSchema(block)] : pages;
}

const refused = ({ files }: Block, part: Part, reason: string): UnreadablePage =>
  new UnreadablePage(`line ${files.lineOf(part)}: ${reason}`);

function readOperation(block: Block, method: string, path: string, item: Part, operation: Part): Page {
  const { files, title } = block;
  const link = textOf(operation, 'x-run-in-apidog') ?? textOf(operation, 'x-run-in-apifox');
  if (link === undefined) throw refused(block, operation, 'the block is not from Apidog');
  if (!/^[!-~]+$/.test(path)) throw refused(block, item, 'the path is none of a URL');
  const found = new Collector();
  const reading = found.readingOf(files);
  checkKeys(files.root, DOCUMENT, 'document', reading);
  checkKeys(operation, OPERATION, 'operation', reading);
  const { samples, authorization } = operationFacts(operation, item, undefined, reading);
  found.readSamples(samples, files);
  const [, id] = /api-(\d+)(?:-run)?(?:$|[?#])/.exec(link) ?? [];
  const stated = marked(operation, 'status')?.toLowerCase();
  const label = LABELS.find((known) => known === stated);
  if (label !== stated) found.problem(files.lineOf(operation), 'operation', 'the label is not understood');
  const folder = marked(operation, 'folder')?.split(/(?<!\\)\//);
  const head: Head = {
    ...{ method, path, label, deprecated: flagOf(operation, 'deprecated') },
    security: securityOf(files.root, operation, authorization),
  };
  return {
    ...pageOf(block, found, 'endpoint', operation),
    title: title.trim() || (textOf(operation, 'summary') ?? '').trim(),
    id: id === undefined ? undefined : `api-${id}`,
    group: folder?.at(-1)?.replaceAll('\\/', '/'),
    head,
    listsAuthorization: authorization !== undefined,
  };
}

/** Returns `none`, `required` or `optional`. An empty list beside an Authorization header only means that the page has no scheme. */
function securityOf(root: Part, operation: Part, authorization: Part | undefined): string | undefined {
  if (authorization) return flagOf(authorization, 'required') === false ? 'optional' : 'required';
  const schemes = valueOf(operation, 'security') ?? valueOf(root, 'security');
  if (!Array.isArray(schemes)) return undefined;
  if (schemes.length === 0) return 'none';
  return schemes.some((scheme) => Object.keys(asObject(scheme)).length === 0) ? 'optional' : 'required';
}

function readSchema(block: Block): Page {
  const { files, title } = block;
  const schemas = members(member(member(files.root, 'components'), 'schemas'));
  const schema = schemas.get(title) ?? [...schemas.values()][0];
  if (schema === undefined || marked(schema, 'folder') === undefined)
    throw refused(block, files.root, 'the block is not from Apidog');
  const found = new Collector();
  schemaFacts(schema, { place: 'schema', marks: undefined }, found.readingOf(files));
  return pageOf(block, found, 'schema', schema);
}

const marked = (part: Part, word: string): string | undefined =>
  textOf(part, `x-apidog-${word}`) ?? textOf(part, `x-apifox-${word}`);

const pageOf = ({ files, title, size }: Block, found: Collector, kind: PageKind, part: Part): Page => ({
  ...emptyPage(kind, title),
  ...{ facts: found.facts, contradictions: found.contradictions, problems: found.problems, size },
  foreign: [...found.foreign],
  line: files.lineOf(part),
});
