import { Collector, hasTable, parseSample } from './collector.js';
import { emptyPage, LABELS, placeIn, UnreadablePage, type MenuEntry, type Page } from './model.js';
import { statusPlaces } from './operation-facts.js';
import { HEADINGS, TextCursor, type Line } from './text-cursor.js';

const VERB = /^(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)$/;
const CURL_HEADER = /^--header '([^:;']+)[:;]/;
const MEDIA = /^[a-z]+\/[\w.+*-]+$/;

/**
 * Reads the text of a rendered page, as a browser or a crawler saves it. What the text does not keep is left open: values
 * without separators, folded tables, the fields of nested objects.
 *
 * @throws UnreadablePage if it has no verb with a path below it.
 */
export function readText(text: string): Page {
  const lines = text
    .split('\n')
    .map((raw, index): Line => ({ text: raw.replace(/[\u00a0\s]+$/u, '').replaceAll('\u00a0', ' '), line: index + 1 }))
    .filter((line) => line.text !== '');
  const at = (index: number): string => lines[index]?.text ?? '';
  const start = lines.findIndex((line, index) => VERB.test(line.text) && pathIn(at(index + 1)) !== undefined);
  const path = pathIn(at(start + 1));
  if (start < 1 || path === undefined) throw new UnreadablePage('it has no verb with a path below it');
  const above = at(start - 1).toLowerCase();
  const label = start > 1 && LABELS.includes(above) ? above : undefined;
  const crumb = lines.slice(0, start).findLast((line) => /^ +1\. /.test(line.text));
  const { found, folded, rootless, security, modified } = new BodyReader(lines.slice(start + 2));
  const { facts, contradictions, problems } = found;
  const deprecated = label === 'deprecated' || label === 'obsolete' ? true : undefined;
  return {
    ...emptyPage('endpoint', at(start - (label === undefined ? 1 : 2))),
    ...{ modified, facts, contradictions, problems, folded, rootless },
    line: lines[start]?.line ?? 1,
    group: crumb?.text.replace(/^ +1\. /, ''),
    head: { method: at(start), path, label: label ?? 'released', deprecated, security },
    listsAuthorization: security !== undefined,
    size: lines.length - start,
    menu: readMenu(lines.slice(0, start)),
  };
}

const pathIn = (line: string): string | undefined => /^(?:https?:\/\/[^/\s]+)?(\/[!-~]*)$/.exec(line)?.[1];

/** Reads the menu above a page: groups with two blanks, entries with four, their verbs alone on the next line. */
function readMenu(lines: readonly Line[]): MenuEntry[] {
  let group = '';
  return lines.flatMap(({ text, line }, index): MenuEntry[] => {
    const [, indent = '', title] = /^( +)• (.+)$/.exec(text) ?? [];
    if (title === undefined) return [];
    const next = lines[index + 1]?.text ?? '';
    const isTop = indent.length <= 2;
    if (isTop) group = title;
    if (isTop && /^ {4,}• /.test(next)) return [];
    const method = isTop ? undefined : /^ +([A-Z]+)$/.exec(next)?.[1];
    return [{ kind: method ? 'endpoint' : undefined, title, group: isTop ? '' : group, line, method }];
  });
}

/** The part of a page below its path, section by section. */
class BodyReader {
  readonly found = new Collector();
  readonly folded = new Set<string>();
  readonly rootless = new Set<string>();
  security: string | undefined;
  modified: string | undefined;
  readonly #at: TextCursor;
  /** The samples below the fields of bodies. */
  readonly #samples = new Map<string, Line>();

  constructor(lines: readonly Line[]) {
    this.#at = new TextCursor(lines);
    while (!this.#at.isHeading()) this.#at.take(); // the group and the description
    while (!this.#at.isOver) this.#section();
    const { facts } = this.found;
    for (const place of facts.keys()) if (/(^|\/)body$/.test(place)) this.#finish(place);
    if (facts.has('body')) facts.delete('header/content-type'); // the body has its media type
  }

  #section(): void {
    const { text, line } = this.#at.take();
    const [, where] = HEADINGS.parameters.exec(text) ?? [];
    if (where !== undefined) this.#parameters(where.toLowerCase());
    else if (HEADINGS.body.test(text)) this.#body('body', line, HEADINGS.body.exec(text)?.[1]);
    else if (HEADINGS.samples.test(text)) this.#code();
    else if (HEADINGS.responses.test(text)) this.#responses();
    else if (HEADINGS.modified.test(text)) this.modified = HEADINGS.modified.exec(text)?.[1];
    else if (HEADINGS.end.test(text)) while (!this.#at.isOver) this.#at.take();
    else if (!HEADINGS.request.test(text)) this.found.problem(line, 'page', 'a line is not understood');
  }

  #parameters(where: string): void {
    let isFolded = true;
    while (!this.#at.isHeading()) {
      const field = this.#at.field();
      if (field === undefined) this.found.problem(this.#at.take().line, where, 'a line belongs to no field');
      if (field === undefined) continue;
      isFolded = false;
      const { name, form, line } = field;
      const place = placeIn(where, where === 'header' ? name.toLowerCase() : name);
      const required = field.required || where === 'path';
      if (place === 'header/authorization') this.security = required ? 'required' : 'optional';
      else if (place !== 'header/accept') this.found.emit({ ...form, required, place, level: 'table', line });
    }
    if (isFolded) this.folded.add(where);
  }

  /** Reads a body: its description, its fields, then its sample to the end of the part. */
  #body(place: string, start: number, media: string | undefined): void {
    this.found.emit({ place, level: 'folded', line: start, ...(media && { media: [media.toLowerCase()] }) });
    let isFolded = true;
    let mayBeNested = false;
    while (!this.#isEnd(place)) {
      if (this.#at.text === 'Example') return this.#sample(place);
      const field = this.#at.field();
      if (field === undefined) this.#at.take(); // the body's own description
      if (field === undefined) continue;
      isFolded = false;
      const { name, form, required, line } = field;
      const nested = mayBeNested && { mayBeNested };
      this.found.emit({ ...form, required, place: placeIn(place, name), level: 'table', line, ...nested });
      mayBeNested ||= form.type === 'object' || form.type === 'array';
    }
    if (isFolded) this.folded.add(place);
  }

  #isEnd(place: string): boolean {
    return this.#at.isHeading() || (place !== 'body' && this.#at.statusHere() !== undefined);
  }

  #sample(place: string): void {
    const { line } = this.#at.take();
    const lines: string[] = [];
    while (!this.#isEnd(place)) lines.push(this.#at.take().text);
    this.#samples.set(place, { text: lines.join('\n'), line });
  }

  /** Reads the names of headers off a call of curl. */
  #code(): void {
    while (!this.#at.isHeading()) {
      const { text, line } = this.#at.take();
      const [, name = ''] = CURL_HEADER.exec(text) ?? [];
      const place = placeIn('header', name.trim().toLowerCase());
      const isRead = name === '' || /\/(authorization|accept|content-type)$/.test(place) || this.found.facts.has(place);
      if (!isRead) this.found.emit({ place, level: 'sample', line });
    }
  }

  #responses(): void {
    const placeOf = statusPlaces();
    while (!this.#at.isHeading()) {
      const status = this.#at.statusHere();
      const { line } = this.#at.take();
      if (status === undefined) this.found.problem(line, 'responses', 'a line belongs to no response');
      if (status === undefined) continue;
      const place = placeOf(status);
      this.found.emit({ place, level: 'table', line });
      const media = MEDIA.test(this.#at.text) ? this.#at.take().text : undefined;
      while (!this.#isEnd(place) && this.#at.text !== 'Body') this.#at.take();
      if (this.#at.text === 'Body') this.#body(`${place}/body`, this.#at.take().line, media);
    }
  }

  /**
   * Decides what the root of a body is, once its fields are read: the text has the fields of an entry for a list, and only
   * the sample shows brackets.
   */
  #finish(place: string): void {
    const { facts } = this.found;
    const sample = this.#samples.get(place);
    const value = sample && parseSample(sample.text);
    const type = value === undefined ? undefined : Array.isArray(value) ? 'array' : 'object';
    const isTable = hasTable(facts, place);
    const known = facts.get(place);
    if (known && isTable) this.found.emit({ ...known, level: 'table', type });
    const fields = type === 'array' ? [...facts.values()].filter((one) => one.place.startsWith(`${place}/`)) : [];
    for (const fact of fields) {
      const inEntry = `${place}/[]${fact.place.slice(place.length)}`;
      facts.delete(fact.place);
      facts.set(inEntry, { ...fact, place: inEntry });
    }
    if (sample) this.found.addSample(value, place, sample.line);
    if (isTable && type === undefined) this.rootless.add(place);
  }
}
