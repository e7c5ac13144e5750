import { placeIn, type Marks } from './model.js';
import { schemaFacts, type Reading } from './schema-facts.js';
import type { YamlPart } from './yaml-part.js';

const PARAMETER = new Set('name in description required example examples schema deprecated'.split(' '));
const MEDIA_TYPE = /^[\w.+-]+\/[\w.+*-]+(;.*)?$/;
const MEDIA = new Set(['schema', 'example', 'examples']);

/** A sample body, and the place of what it is a sample of. */
export interface Sample {
  readonly place: string;
  readonly part: YamlPart;
}

/** The parts of an operation that are no facts of its own. */
export interface OperationRest {
  readonly samples: readonly Sample[];
  /** The Authorization header among the parameters. */
  readonly authorization?: YamlPart | undefined;
}

/** Emits the facts of an operation: of its parameters, its body and its responses. Headers have their names in lower case. */
export function operationFacts(
  operation: YamlPart,
  pathItem: YamlPart,
  marks: Marks | undefined,
  reading: Reading,
): OperationRest {
  const listed = [pathItem, operation].flatMap((part) => part.get('parameters')?.items() ?? []);
  const hasBody = operation.get('requestBody') !== undefined;
  let authorization: YamlPart | undefined;
  for (const use of listed) {
    const parameter = followed(use, reading);
    const where = parameter.text('in') ?? '';
    const name = parameter.text('name') ?? '';
    const isHeader = where === 'header';
    const place = placeIn(where, isHeader ? name.toLowerCase() : name);
    if (place === 'header/authorization') authorization = parameter;
    else if (place === 'header/accept' || (place === 'header/content-type' && hasBody)) continue;
    else parameterFacts(parameter, place, marks, reading);
  }
  const body = operation.get('requestBody');
  const samples = body ? bodyFacts(followed(body, reading), 'body', marks, reading) : [];
  return { authorization, samples: [...samples, ...responseFacts(operation, marks, reading)] };
}

function parameterFacts(parameter: YamlPart, place: string, around: Marks | undefined, reading: Reading): void {
  for (const [key] of parameter.entries()) if (!PARAMETER.has(key)) reading.unknown(parameter, key, place);
  const marks = reading.marks(parameter, around);
  const required = place.startsWith('path/') ? true : parameter.flag('required');
  const schema = parameter.get('schema');
  if (schema) schemaFacts(schema, { place, marks, required, part: parameter }, reading);
  else
    reading.emit({ place, level: 'table', line: parameter.line, part: parameter, required, ...(marks && { marks }) });
}

/** Emits the facts of a body, and returns its samples. A body without content states nothing. */
function bodyFacts(body: YamlPart, place: string, around: Marks | undefined, reading: Reading): Sample[] {
  const read = reading.marks(body, around);
  const marks = read && place !== 'body' ? { ...read, own: undefined } : read; // the mark is that of the response
  const types = (body.get('content')?.entries() ?? []).filter(([name]) => MEDIA_TYPE.test(name));
  if (types.length < (body.get('content')?.entries().length ?? 0)) reading.unknown(body, 'content', place);
  const media = types.map(([name]) => name.split(';', 1)[0]?.trim().toLowerCase() ?? '');
  const [, content] = types.find(([name]) => name.includes('json')) ?? types[0] ?? [];
  if (content === undefined) return [];
  for (const [key] of content.entries()) if (!MEDIA.has(key)) reading.unknown(content, key, place);
  const required = body.flag('required');
  const schema = content.get('schema');
  if (schema) schemaFacts(schema, { place, marks, required, media, part: body }, reading);
  else
    reading.emit({ place, level: 'folded', line: content.line, part: body, required, media, ...(marks && { marks }) });
  const named =
    content
      .get('examples')
      ?.entries()
      .map(([, example]) => followed(example, reading).get('value')) ?? [];
  return [content.get('example'), ...named].flatMap((part) =>
    part === undefined || part.scalar === '' ? [] : [{ place, part }],
  );
}

function responseFacts(operation: YamlPart, around: Marks | undefined, reading: Reading): Sample[] {
  const seen = new Map<string, number>();
  return (operation.get('responses')?.entries() ?? []).flatMap(([key, use]) => {
    const status = statusOf(key, seen);
    if (status === undefined) {
      if (key !== 'default') reading.unknown(operation, key.startsWith('x-') ? 'x-…' : key, 'responses');
      return [];
    }
    const response = followed(use, reading);
    const marks = reading.marks(response, around);
    for (const [word] of response.entries()) {
      if (!['description', 'content', 'headers'].includes(word)) reading.unknown(response, word, status);
    }
    reading.emit({
      place: status,
      level: 'table',
      line: use.line,
      part: use,
      ...(marks && { marks, inside: { ...marks, part: response } }),
    });
    for (const [name, header] of response.get('headers')?.entries() ?? []) {
      const target = followed(header, reading);
      const place = placeIn(`${status}/header`, name.toLowerCase());
      const own = reading.marks(target, marks);
      const schema = target.get('schema');
      if (schema) schemaFacts(schema, { place, marks: own, required: target.flag('required'), part: target }, reading);
    }
    return bodyFacts(response, `${status}/body`, marks, reading);
  });
}

/** Returns the place of a response: its status, with a number for a further one of the same status (`x-200:…`). */
function statusOf(key: string, seen: Map<string, number>): string | undefined {
  const [, status] = /^(?:x-)?(\d{3})(?::|$)/.exec(key) ?? [];
  if (status === undefined) return undefined;
  const number = (seen.get(status) ?? 0) + 1;
  seen.set(status, number);
  return number === 1 ? status : `${status}+${number}`;
}

function followed(use: YamlPart, reading: Reading): YamlPart {
  const reference = use.text('$ref');
  return (reference === undefined ? undefined : reading.follow(reference, use)) ?? use;
}
