import { Collector } from './collector.js';
import { finishBody, type TextSample } from './finish-body.js';
import { LABELS, placeIn, UnreadablePage, type Page } from './model.js';
import { readMenu, type Line } from './read-menu.js';
import { emptyPage } from './read-markdown.js';
import { BODY, END, MEDIA, MODIFIED, PARAMETERS, SAMPLES, TextCursor, type TextField } from './text-cursor.js';

const VERB = /^(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)$/;
const CURL_HEADER = /^--header '([^:;']+)[:;]/;

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
  const above = lines[start - 1]?.text.toLowerCase() ?? '';
  const label = start > 1 && LABELS.includes(above) ? above : undefined;
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

const pathIn = (line = ''): string | undefined => /^(?:https?:\/\/[^/\s]+)?(\/[!-~]*)$/.exec(line)?.[1];

/** The part of a page below its path, section by section. */
class BodyReader {
  readonly found = new Collector();
  readonly folded = new Set<string>();
  readonly rootless = new Set<string>();
  security: string | undefined;
  modified: string | undefined;
  private readonly at: TextCursor;
  private readonly samples = new Map<string, TextSample>();

  constructor(lines: readonly Line[]) {
    this.at = new TextCursor(lines);
  }

  read(): void {
    while (!this.at.isHeading()) this.at.take(); // the group and the description
    while (!this.at.isOver) this.section();
    for (const place of this.found.facts.keys()) if (/(^|\/)body$/.test(place)) this.finish(place);
    if (this.found.facts.has('body')) this.found.facts.delete('header/content-type'); // the body has its media type
  }

  private finish(place: string): void {
    if (!finishBody(this.found, place, this.samples.get(place))) this.rootless.add(place);
  }

  private section(): void {
    const { text, line } = this.at.take();
    const [, where] = PARAMETERS.exec(text) ?? [];
    const [, media] = BODY.exec(text) ?? [];
    const [, date] = MODIFIED.exec(text) ?? [];
    if (where !== undefined) this.parameters(where.toLowerCase());
    else if (BODY.test(text)) this.body('body', line, media);
    else if (SAMPLES.test(text)) this.code();
    else if (text === 'Responses') this.responses();
    else if (date !== undefined) this.modified = date;
    else if (END.test(text)) while (!this.at.isOver) this.at.take();
    else if (text !== 'Request') this.found.problem(line, 'page', 'a line is not understood');
  }

  private parameters(where: string): void {
    let count = 0;
    while (!this.at.isHeading()) {
      const field = this.at.field();
      if (field === undefined) this.found.problem(this.at.take().line, where, 'a line belongs to no field');
      else this.parameter(where, field);
      count += field ? 1 : 0;
    }
    if (count === 0) this.folded.add(where);
  }

  private parameter(where: string, { name, form, line, required }: TextField): void {
    const place = placeIn(where, where === 'header' ? name.toLowerCase() : name);
    if (place === 'header/authorization') this.security = required ? 'required' : 'optional';
    else if (place !== 'header/accept')
      this.found.emit({ ...form, required: required || where === 'path', place, level: 'table', line });
  }

  /** Reads a body: its description, its fields, then its sample to the end of the part. */
  private body(place: string, line: number, media: string | undefined): void {
    this.found.emit({ place, level: 'folded', line, ...(media && { media: [media.toLowerCase()] }) });
    let isNested = false;
    let count = 0;
    while (!this.isEnd(place)) {
      if (this.at.text === 'Example') return this.sample(place);
      const field = this.at.field();
      if (field === undefined) this.at.take(); // the body's own description
      if (field === undefined) continue;
      count += 1;
      const { name, form, required } = field;
      this.found.emit({
        ...form,
        required,
        place: placeIn(place, name),
        level: 'table',
        line: field.line,
        ...(isNested && { mayBeNested: true }),
      });
      isNested ||= form.type === 'object' || form.type === 'array';
    }
    if (count === 0) this.folded.add(place);
  }

  private isEnd(place: string): boolean {
    return this.at.isHeading() || (place !== 'body' && this.at.statusHere() !== undefined);
  }

  private sample(place: string): void {
    const { line } = this.at.take();
    const lines: string[] = [];
    while (!this.isEnd(place)) lines.push(this.at.take().text);
    this.samples.set(place, { text: lines.join('\n'), line });
  }

  /** Reads the names of headers off a call of curl. */
  private code(): void {
    while (!this.at.isHeading()) {
      const { text, line } = this.at.take();
      const [, name = ''] = CURL_HEADER.exec(text) ?? [];
      const place = placeIn('header', name.trim().toLowerCase());
      const isRead = name === '' || /\/(authorization|accept|content-type)$/.test(place) || this.found.facts.has(place);
      if (!isRead) this.found.emit({ place, level: 'sample', line });
    }
  }

  private responses(): void {
    const seen = new Map<string, number>();
    while (!this.at.isHeading()) {
      const status = this.at.statusHere();
      const { line } = this.at.take();
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
    const media = MEDIA.test(this.at.text) ? this.at.take().text : undefined;
    while (!this.isEnd(place) && this.at.text !== 'Body') this.at.take();
    if (this.at.text === 'Body') this.body(`${place}/body`, this.at.take().line, media);
  }
}
