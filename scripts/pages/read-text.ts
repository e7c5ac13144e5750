import { Collector, hasTable } from './collector.js';
import { LABELS, placeIn, UnreadablePage, type Fact, type MenuEntry, type Page, type PageKind } from './model.js';
import { emptyPage } from './read-markdown.js';
import { parseSample } from './sample-facts.js';

const VERB = /^(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)$/;
const TYPE =
  /^(?:enum<(\w+)>|(string|integer|number|boolean|object|array|null|any|file)(?:\s*\[.*\]|\s*\{.*\}|\s*\(.*\)|<.*>)?)\s*(?:<([\w-]+)>)?$/;
const FLAG = /^(required|optional)$/;
const PARAMETERS = /^(Path|Query|Header|Cookie) Params$/;
const BODY = /^Body Params(?: (\S+\/\S+))?$/;
const SAMPLES = /^(Request samples|Request Code Samples|Request Request Example|Response Response Example)$/;
const STATUS = /^\p{Emoji_Presentation}\s*([1-5]\d\d)(?!\d)/u;
const PLAIN_STATUS = /^([1-5]\d\d)(?!\d).{0,60}$/;
const MEDIA = /^[a-z]+\/[\w.+*-]+$/;
const MODIFIED = /^Modified at (\d{4}-\d{2}-\d{2})/;
const END = /^(Previous|Next|Built with)$/;
const CURL_HEADER = /^--header '([^:;']+)[:;]/;

/** Returns the lines of a text, without what differs between ways to save it: NBSP, blanks at an end, empty lines. */
interface Line {
  readonly text: string;
  readonly line: number;
}

/**
 * Reads the text of a rendered page, as a browser or a crawler saves it. What the text does not keep is left open: values
 * without separators, folded tables, the fields of nested objects.
 *
 * @throws UnreadablePage if it has no verb with a path below it.
 */
export function readText(text: string): Page {
  const all = text
    .split('\n')
    .map((raw, index): Line => ({ text: raw.replace(/[\u00a0\s]+$/u, '').replaceAll('\u00a0', ' '), line: index + 1 }));
  const lines = all.filter((line) => line.text !== '');
  const start = lines.findIndex(
    ({ text: line }, index) => VERB.test(line) && pathIn(lines[index + 1]?.text) !== undefined,
  );
  const path = pathIn(lines[start + 1]?.text);
  if (start < 1 || path === undefined) throw new UnreadablePage('it has no verb with a path below it');
  const label =
    start > 1 && LABELS.includes(lines[start - 1]?.text.toLowerCase() ?? '')
      ? lines[start - 1]?.text.toLowerCase()
      : undefined;
  const title = lines[start - (label === undefined ? 1 : 2)]?.text ?? '';
  const body = new BodyReader(lines.slice(start + 2));
  body.read();
  const crumb = lines.slice(0, start).findLast(({ text: line }) => /^ +1\. /.test(line));
  const { facts, contradictions, problems } = body.found;
  return {
    ...emptyPage('endpoint', title),
    line: lines[start]?.line ?? 1,
    group: crumb?.text.replace(/^ +1\. /, ''),
    head: {
      method: lines[start]?.text ?? '',
      path,
      label: label ?? 'released',
      deprecated: label === 'deprecated' || label === 'obsolete' ? true : undefined,
      security: body.security,
    },
    modified: body.modified,
    listsAuthorization: body.security !== undefined,
    facts,
    contradictions,
    problems,
    folded: body.folded,
    rootless: body.rootless,
    size: lines.length - start,
    menu: readMenu(lines.slice(0, start)),
  };
}

const pathIn = (line = ''): string | undefined => /^(?:https?:\/\/[^/\s]+)?(\/\S*)$/.exec(line)?.[1];

/** Reads the menu above a page: groups with two blanks, entries with four, their verbs alone on the next line. */
export function readMenu(lines: readonly Line[]): MenuEntry[] {
  let group = '';
  return lines.flatMap(({ text, line }, index): MenuEntry[] => {
    const [, indent = '', title] = /^( +)• (.+)$/.exec(text) ?? [];
    if (title === undefined) return [];
    if (indent.length <= 2) group = title;
    const [, method] = /^ +([A-Z]+)$/.exec(lines[index + 1]?.text ?? '') ?? [];
    if (indent.length <= 2) return isGroup(lines[index + 1]?.text) ? [] : [{ kind: undefined, title, group: '', line }];
    const kind: PageKind | undefined = method ? 'endpoint' : undefined;
    return [{ kind, title, group, line, method }];
  });
}

const isGroup = (next = ''): boolean => /^ {4,}• /.test(next);

/** The part of a page below its path, line by line. */
class BodyReader {
  readonly found = new Collector();
  readonly folded = new Set<string>();
  readonly rootless = new Set<string>();
  security: string | undefined;
  modified: string | undefined;
  private index = 0;
  private readonly samples = new Map<string, { text: string[]; line: number }>();

  private readonly status: RegExp;

  private readonly lines: readonly Line[];

  constructor(lines: readonly Line[]) {
    this.lines = lines;
    this.status = lines.some(({ text }) => STATUS.test(text)) ? STATUS : PLAIN_STATUS;
  }

  read(): void {
    // Everything above the first heading is the group and the description.
    while (this.index < this.lines.length && !this.isHeading()) this.index += 1;
    while (this.index < this.lines.length) this.section();
    for (const place of this.bodies()) this.finishBody(place);
    if (this.found.facts.has('body')) this.found.facts.delete('header/content-type'); // the body has its media type
  }

  private get text(): string {
    return this.lines[this.index]?.text ?? '';
  }

  private isHeading(): boolean {
    const { text } = this;
    return (
      /^(Request|Responses)$/.test(text) || [PARAMETERS, BODY, SAMPLES, MODIFIED, END].some((one) => one.test(text))
    );
  }

  private section(): void {
    const { text } = this;
    const line = this.lines[this.index]?.line ?? 0;
    const [, where] = PARAMETERS.exec(text) ?? [];
    const [, media] = BODY.exec(text) ?? [];
    const [, date] = MODIFIED.exec(text) ?? [];
    this.index += 1;
    if (where !== undefined) this.parameters(where.toLowerCase());
    else if (BODY.test(text)) this.body('body', line, media);
    else if (SAMPLES.test(text)) this.code();
    else if (text === 'Responses') this.responses();
    else if (date !== undefined) this.modified = date;
    else if (END.test(text)) this.index = this.lines.length;
    else if (text !== 'Request') this.found.problem(line, 'page', 'a line is not understood');
  }

  private parameters(where: string): void {
    let count = 0;
    while (this.index < this.lines.length && !this.isHeading()) {
      const field = this.field();
      if (field === undefined) this.skip(where);
      else count += 1;
      if (field) this.parameter(where, field);
    }
    if (count === 0) this.folded.add(where);
  }

  private parameter(where: string, field: Field): void {
    const place = placeIn(where, where === 'header' ? field.name.toLowerCase() : field.name);
    if (place === 'header/authorization') this.security = field.required ? 'required' : 'optional';
    else if (place === 'header/accept') return;
    else
      this.found.emit({
        ...field.form,
        required: where === 'path' ? true : field.required,
        place,
        level: 'table',
        line: field.line,
      });
  }

  /** Reads a body: its description, its fields, then its sample to the end of the part. */
  private body(place: string, line: number, media: string | undefined): void {
    this.found.emit({ place, level: 'folded', line, ...(media && { media: [media.toLowerCase()] }) });
    let isNested = false;
    let count = 0;
    while (this.index < this.lines.length && !this.isEnd(place)) {
      if (this.text === 'Example') return this.sample(place);
      const field = this.field();
      if (field === undefined) {
        this.index += 1; // the body's own description
        continue;
      }
      count += 1;
      this.found.emit({
        ...field.form,
        required: field.required,
        place: placeIn(place, field.name),
        level: 'table',
        line: field.line,
        ...(isNested && { mayBeNested: true }),
      });
      if (field.form.type === 'object' || field.form.type === 'array') isNested = true;
    }
    if (count === 0) this.folded.add(place);
  }

  private isEnd(place: string): boolean {
    return this.isHeading() || (place !== 'body' && this.status.test(this.text));
  }

  private sample(place: string): void {
    const line = this.lines[this.index]?.line ?? 0;
    this.index += 1;
    const from = this.index;
    while (this.index < this.lines.length && !this.isEnd(place)) this.index += 1;
    this.samples.set(place, { text: this.lines.slice(from, this.index).map(({ text }) => text), line });
  }

  /** Reads a block of a field: name, type, flag, then what follows until the next block. */
  private field(): Field | undefined {
    const [name, type, flag] = this.lines.slice(this.index, this.index + 3);
    const [, listed, plain, format] = TYPE.exec(type?.text.trim() ?? '') ?? [];
    if (name === undefined || (listed ?? plain) === undefined || !FLAG.test(flag?.text ?? '')) return undefined;
    this.index += 3;
    let glued: string | undefined;
    while (
      this.index < this.lines.length &&
      !this.isHeading() &&
      !this.startsField() &&
      this.text !== 'Example' &&
      !this.status.test(this.text)
    ) {
      if (/^Allowed values?:$/.test(this.text)) glued = this.lines[(this.index += 1)]?.text;
      else if (/^(Example|Default):$/.test(this.text)) this.index += 1;
      this.index += 1;
    }
    const stated = listed ?? plain;
    const known = stated === 'any' ? undefined : stated === 'file' ? 'string' : stated;
    return {
      name: name.text.trim(),
      line: name.line,
      required: flag?.text === 'required',
      form: { type: known, format, ...(glued !== undefined && { glued }) },
    };
  }

  private startsField(): boolean {
    const [, type, flag] = this.lines.slice(this.index, this.index + 3);
    return TYPE.test(type?.text.trim() ?? '') && FLAG.test(flag?.text ?? '');
  }

  private skip(place: string): void {
    this.found.problem(this.lines[this.index]?.line ?? 0, place, 'a line belongs to no field');
    this.index += 1;
  }

  /** Reads the names of headers off a call of curl. */
  private code(): void {
    for (; this.index < this.lines.length && !this.isHeading(); this.index += 1) {
      const [, name = ''] = CURL_HEADER.exec(this.text) ?? [];
      const place = placeIn('header', name.trim().toLowerCase());
      if (name === '' || /\/(authorization|accept|content-type)$/.test(place)) continue;
      if (!this.found.facts.has(place))
        this.found.emit({ place, level: 'sample', line: this.lines[this.index]?.line ?? 0 });
    }
  }

  private responses(): void {
    const seen = new Map<string, number>();
    while (this.index < this.lines.length && !this.isHeading()) {
      const [, status] = this.status.exec(this.text) ?? [];
      const line = this.lines[this.index]?.line ?? 0;
      this.index += 1;
      if (status === undefined) {
        this.found.problem(line, 'responses', 'a line belongs to no response');
        continue;
      }
      const number = (seen.get(status) ?? 0) + 1;
      seen.set(status, number);
      const place = number === 1 ? status : `${status}+${number}`;
      this.found.emit({ place, level: 'table', line });
      this.response(place);
    }
  }

  private response(place: string): void {
    const media = MEDIA.test(this.text) ? this.text : undefined;
    if (media !== undefined) this.index += 1;
    while (this.index < this.lines.length && !this.isHeading() && !this.status.test(this.text) && this.text !== 'Body')
      this.index += 1;
    if (this.text !== 'Body') return;
    this.index += 1;
    this.body(`${place}/body`, this.lines[this.index - 1]?.line ?? 0, media);
  }

  private bodies(): string[] {
    return [...this.found.facts.keys()].filter((place) => /(^|\/)body$/.test(place));
  }

  /** Decides what the root of a body is: only its sample shows brackets. Fields after an object may be inside it. */
  private finishBody(place: string): void {
    const { facts } = this.found;
    const sample = this.samples.get(place);
    const value = sample && parseSample(sample.text.join('\n'));
    const known = facts.get(place);
    const hasFields = hasTable(facts, place);
    const isArray = Array.isArray(value);
    if (known && hasFields && value !== undefined)
      this.found.emit({ ...known, level: 'table', type: isArray ? 'array' : 'object' });
    if (known && hasFields && value === undefined) {
      this.rootless.add(place);
      this.found.emit({ ...known, level: 'table' });
    }
    for (const fact of [...facts.values()]) {
      if (!fact.place.startsWith(`${place}/`)) continue;
      if (isArray) move(facts, fact, `${place}/[]${fact.place.slice(place.length)}`);
    }
    if (sample && value === undefined) this.found.problem(sample.line, place, 'a sample is text, and no JSON');
    if (sample && value !== undefined) this.found.addSample(value, place, sample.line);
  }
}

interface Field {
  readonly name: string;
  readonly line: number;
  readonly required: boolean;
  readonly form: Pick<Fact, 'type' | 'format' | 'glued'>;
}

function move(facts: Map<string, Fact>, fact: Fact, place: string): void {
  facts.delete(fact.place);
  facts.set(place, { ...fact, place });
}
