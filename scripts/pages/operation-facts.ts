import { asObject, member, members, textOf, valueOf, type Part } from '../diff/contract-files.js';
import { placeIn, type Marks } from './model.js';
import { schemaFacts, wordSet, type Reading, type SchemaUse } from './schema-facts.js';

const PARAMETER = wordSet('name in description required example examples schema deprecated');
const RESPONSE = wordSet('description content headers');
const MEDIA = wordSet('schema example examples');
const MEDIA_TYPE = /^[\w.+-]+\/[\w.+*-]+(;.*)?$/;

/** A sample body, and the place of what it is a sample of. */
export interface Sample {
  readonly place: string;
  readonly part: Part;
}

/** The parts of an operation that are no facts of its own. */
export interface OperationRest {
  readonly samples: readonly Sample[];
  /** The Authorization header among the parameters. */
  readonly authorization?: Part | undefined;
}

/** Emits the facts of an operation: of its parameters, its body and its responses. Headers have their names in lower case. */
export function operationFacts(
  operation: Part,
  item: Part,
  around: Marks | undefined,
  reading: Reading,
): OperationRest {
  const body = member(operation, 'requestBody');
  const listed = [item, operation].flatMap((owner) => [...members(member(owner, 'parameters')).values()]);
  let authorization: Part | undefined;
  for (const parameter of listed.map((use) => reading.follow(use))) {
    const where = textOf(parameter, 'in') ?? '';
    const name = textOf(parameter, 'name') ?? '';
    const place = placeIn(where, where === 'header' ? name.toLowerCase() : name);
    if (place === 'header/authorization') authorization = parameter;
    else if (place === 'header/accept' || (place === 'header/content-type' && body.value !== undefined)) continue;
    else {
      checkKeys(parameter, PARAMETER, place, reading);
      const required = place.startsWith('path/') ? true : flagOf(parameter, 'required');
      describe(
        parameter,
        { place, marks: reading.marks(parameter, around), required, part: parameter },
        reading,
        'table',
      );
    }
  }
  const samples = body.value === undefined ? [] : bodyFacts(reading.follow(body), 'body', around, reading);
  return { authorization, samples: [...samples, ...responseFacts(operation, around, reading)] };
}

/** Emits the facts of the schema of a part; of one without a schema, that it is there. */
function describe(
  owner: Part,
  use: SchemaUse & { readonly part: Part },
  reading: Reading,
  level: 'table' | 'folded',
): void {
  const { part, marks, ...form } = use;
  const schema = member(owner, 'schema');
  if (schema.value !== undefined) schemaFacts(schema, use, reading);
  else reading.emit({ ...form, level, ...(marks && { marks }) }, part);
}

/** Emits the facts of a body, and returns its samples. A body without content states nothing. */
function bodyFacts(body: Part, place: string, around: Marks | undefined, reading: Reading): Sample[] {
  const read = reading.marks(body, around);
  const marks = read && place !== 'body' ? { ...read, own: undefined } : read; // the mark is that of the response
  const contents = [...members(member(body, 'content'))];
  const types = contents.filter(([name]) => MEDIA_TYPE.test(name));
  if (types.length < contents.length) reading.unknown(body, 'content', place);
  const media = types.map(([name]) => name.split(';', 1)[0]?.trim().toLowerCase() ?? '');
  const [, content] = types.find(([name]) => name.includes('json')) ?? types[0] ?? [];
  if (content === undefined) return [];
  checkKeys(content, MEDIA, place, reading);
  describe(content, { place, marks, required: flagOf(body, 'required'), media, part: body }, reading, 'folded');
  const examples = [...members(member(content, 'examples')).values()];
  const values = examples.map((example) => member(reading.follow(example), 'value'));
  return [member(content, 'example'), ...values].flatMap((part) =>
    part.value === undefined || part.value === '' ? [] : [{ place, part }],
  );
}

function responseFacts(operation: Part, around: Marks | undefined, reading: Reading): Sample[] {
  const placeOf = statusPlaces();
  return [...members(member(operation, 'responses'))].flatMap(([key, use]) => {
    const [, status] = /^(?:x-)?(\d{3})(?::|$)/.exec(key) ?? [];
    if (status === undefined) {
      if (key !== 'default') reading.unknown(operation, key.startsWith('x-') ? 'x-…' : key, 'responses');
      return [];
    }
    const place = placeOf(status);
    const response = reading.follow(use);
    const marks = reading.marks(response, around);
    checkKeys(response, RESPONSE, place, reading);
    reading.emit({ place, level: 'table', ...(marks && { marks, inside: { ...marks, part: response } }) }, use);
    for (const [name, header] of members(member(response, 'headers'))) {
      const part = reading.follow(header);
      const inner = placeIn(`${place}/header`, name.toLowerCase());
      const required = flagOf(part, 'required');
      if (valueOf(part, 'schema') !== undefined)
        schemaFacts(
          member(part, 'schema'),
          { place: inner, marks: reading.marks(part, marks), required, part },
          reading,
        );
    }
    return bodyFacts(response, `${place}/body`, marks, reading);
  });
}

/** Returns a function that gives the place of a response: its status, with a number for a further one of the same status. */
export function statusPlaces(): (status: string) => string {
  const seen = new Map<string, number>();
  return (status) => {
    const number = (seen.get(status) ?? 0) + 1;
    seen.set(status, number);
    return number === 1 ? status : `${status}+${number}`;
  };
}

export function checkKeys(part: Part, known: ReadonlySet<string>, place: string, reading: Reading): void {
  for (const key of Object.keys(asObject(part.value))) if (!known.has(key)) reading.unknown(part, key, place);
}

export const flagOf = (part: Part, key: string): boolean | undefined => {
  const value = valueOf(part, key);
  return typeof value === 'boolean' ? value : undefined;
};
