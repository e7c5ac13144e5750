import { basename, dirname, posix } from 'node:path';
import { member, members, textOf, type Place } from '../diff/contract-files.js';
import type { Subject } from './contract.js';
import { inside, type DraftFiles } from './draft-files.js';
import { ledgerEntry } from './draft-ledger.js';
import { parameterOf, responseOf, sourceOf, type Draft } from './draft-parts.js';
import { sampleOf, schemaOf, valueOf } from './draft-schema.js';
import { isParameter, type Finding } from './finding.js';
import { nameOf, parentOf, type Fact } from './model.js';

const STATUS = /^\d{3}$/;
const UNKNOWN = /\/Unknown(List)?\.yaml$/;

/** Drafts the findings of one page of an operation or schema that the contract has. What is lost stays. */
export class Drafter {
  readonly #draft: Draft;
  readonly #files: DraftFiles;
  readonly #subject: Subject;
  /** Responses that are written whole: their inside is not edited again. */
  readonly #written = new Set<string>();

  constructor(draft: Draft, subject: Subject) {
    this.#draft = draft;
    this.#files = draft.files;
    this.#subject = subject;
  }

  draft(): void {
    const drafted = this.#draft.page.findings.filter(({ verdict }) => /^(new|changed|surer)$/.test(verdict));
    for (const finding of drafted) {
      if (this.#written.has(finding.place.split('/')[0] ?? '')) continue;
      if (finding.verdict === 'surer') this.#raise(finding);
      else if (finding.verdict === 'new' || finding.aspect === 'part') this.#add(finding);
      else this.#change(finding);
    }
    if (drafted.length > 0) this.#nameSource();
  }

  /** Drafts a new field, parameter or response. A second answer of one status, and a path parameter, are by hand. */
  #add({ place, fact }: Finding): void {
    if (fact === undefined) return;
    if (isParameter(place)) this.#addParameter(fact);
    else if (STATUS.test(place)) this.#writeResponse(place);
    else if (/^(\d{3}\/)?body\/|^schema\//.test(place)) this.#addField(fact);
  }

  #addField(fact: Fact): void {
    const holder = this.#subject.facts.get(parentOf(fact.place))?.inside;
    const name = nameOf(fact.place);
    if (holder === undefined || this.#files.value(inside(holder.part, 'properties', name)) !== undefined) return; // another page has drafted it
    const around = holder.evidence === 'documented' ? 'table' : 'sample';
    const { facts } = this.#draft.page;
    const schema = schemaOf(fact.place, facts, holder.part.file, this.#draft.findComponent, around);
    const properties = inside(holder.part, 'properties');
    if (this.#files.value(properties)) this.#files.set(properties, name, schema);
    else {
      if (!this.#files.value(inside(holder.part, 'type'))) this.#files.set(holder.part, 'type', 'object');
      this.#files.set(holder.part, 'properties', { [name]: schema });
    }
    if (fact.required === true) this.#require(holder.part, name);
    const isSampled = fact.required === true || holder.evidence === 'unknown';
    if (holder.part.pointer === '' && isSampled) this.#addExample(fact, holder.part.file);
  }

  #require(schema: Place, name: string): void {
    const isRequired = this.#files.list(inside(schema, 'required')).includes(name);
    if (!isRequired) this.#files.append(schema, 'required', name, 'properties');
  }

  #addParameter(fact: Fact): void {
    const { part } = this.#subject;
    this.#files.append(part, 'parameters', parameterOf(this.#draft, fact), 'requestBody', 'responses');
    if (nameOf(fact.place) !== 'idempotency-key') return;
    this.#files.set(part, 'x-retry', 'keyed');
    const entry = ledgerEntry(this.#files, this.#draft.page);
    if (entry) this.#files.set(inside(entry, 'entry'), 'key', true);
  }

  /** Writes a response whole. */
  #writeResponse(status: string): void {
    const { part, name } = this.#subject;
    this.#written.add(status);
    const responses = inside(part, 'responses');
    const behind = Object.keys(this.#files.value(responses) ?? {}).filter((key) => key > status);
    this.#files.set(responses, status, responseOf(this.#draft, status, name, part.file), ...behind);
    this.#listStatus(status);
  }

  #listStatus(status: string): void {
    const listed = new Set([...this.#files.list(inside(this.#subject.part, 'x-documented-statuses')), status]);
    this.#files.setFlow(this.#subject.part, 'x-documented-statuses', [...listed].sort().map(Number));
  }

  /** Raises the evidence of a part. A mark that says what a part has without it goes. */
  #raise({ place, known, aspect, evidence = 'documented' }: Finding): void {
    if (STATUS.test(place)) return this.#raiseResponse(place);
    const part = aspect === 'inside' ? known?.inside?.part : (known?.part ?? this.#subject.part);
    if (part === undefined) return;
    const isOwner = part.pointer === '' || part === this.#subject.part;
    this.#files.remove(part, 'x-evidence-note', 'x-required-evidence');
    if (evidence === 'documented' && !isOwner) this.#files.remove(part, 'x-evidence');
    else this.#files.set(part, 'x-evidence', evidence);
    if (part.pointer === '') this.#addSource(part);
  }

  /** Raises a response: a shared one that is inferred becomes the documented one, and a mark of its own goes. */
  #raiseResponse(status: string): void {
    const response = inside(this.#subject.part, 'responses', status);
    const { $ref } = this.#files.value(response) as { readonly $ref?: string };
    const shown = this.#draft.page.facts.get(`${status}/body`);
    if ($ref?.endsWith('Inferred.yaml')) this.#files.set(response, '$ref', $ref.replace('Inferred.yaml', '.yaml'));
    else if (shown === undefined)
      return; // the status is listed, but the body is still inferred
    else if ($ref !== undefined) return this.#writeResponse(status);
    else {
      this.#files.remove(response, 'x-evidence-note');
      if (shown.level === 'sample') this.#files.set(response, 'x-evidence', 'example');
      else this.#files.remove(response, 'x-evidence');
    }
    this.#listStatus(status);
  }

  /** Drafts a changed type, format, flag or label, and values that are new. */
  #change({ aspect, fact, known }: Finding): void {
    const schema = known?.inside?.part;
    if (aspect === 'head') return this.#changeHead();
    if (fact === undefined || schema === undefined) return;
    if (aspect === 'required') this.#changeRequired(fact, known);
    else if (aspect === 'type' || aspect === 'nullable') this.#changeType(schema, fact, known);
    else if (aspect === 'format' && fact.format !== undefined) this.#files.set(schema, 'format', fact.format, 'enum');
    else if (aspect === 'values') {
      const listed = this.#files.list(inside(schema, 'enum'));
      for (const value of fact.values?.filter((one) => !listed.includes(one)) ?? [])
        this.#files.append(schema, 'enum', valueOf(value, [fact.type ?? 'string']));
      if (known?.values === undefined) this.#renewExamples(fact);
    }
  }

  #changeRequired(fact: Fact, known: Fact | undefined): void {
    const { place, required = false } = fact;
    if (place === 'header/idempotency-key') return; // whether a call is still safe to repeat is a person's to decide
    const holder = this.#subject.facts.get(parentOf(place))?.inside?.part;
    if (isParameter(place)) {
      if (known?.part) this.#files.set(known.part, 'required', required);
    } else if (holder && required) this.#require(holder, nameOf(place));
    else if (holder) {
      const left = this.#files.list(inside(holder, 'required')).filter((name) => name !== nameOf(place));
      if (left.length === 0) this.#files.remove(holder, 'required');
      else this.#files.set(holder, 'required', left);
    }
  }

  #changeType(schema: Place, fact: Fact, known: Fact | undefined): void {
    const types = (fact.type ?? known?.type ?? '').split('|').filter(Boolean);
    const isPlain = types.length > 0 && !types.includes('object') && !types.includes('array');
    if (!isPlain || schema.pointer === '' || fact.place.startsWith('path/')) return; // by hand
    const all = (fact.nullable ?? known?.nullable ?? false) ? [...types, 'null'] : types;
    if (all.length === 1) this.#files.set(schema, 'type', all[0]);
    else this.#files.setFlow(schema, 'type', all);
    if (fact.format !== undefined) this.#files.set(schema, 'format', fact.format, 'enum');
    else if (fact.type !== known?.type) this.#files.remove(schema, 'format');
    if (isParameter(fact.place) && known?.part)
      this.#files.set(known.part, 'example', sampleOf(fact.place, this.#draft.page.facts));
    else this.#renewExamples(fact);
  }

  #changeHead(): void {
    const { label, deprecated } = this.#draft.page.page.head ?? {};
    const { part } = this.#subject;
    if (label === 'testing' || label === 'developing') this.#files.set(part, 'x-status', label, 'x-retry');
    else if (label === 'released') this.#files.remove(part, 'x-status');
    if (deprecated === true) this.#files.set(part, 'deprecated', true, 'x-retry');
  }

  /** A sample of another type than the schema has does not lint. */
  #renewExamples(fact: Fact): void {
    const holder = this.#subject.facts.get(parentOf(fact.place))?.inside?.part;
    if (holder?.pointer === '') this.#addExample(fact, holder.file);
  }

  /**
   * Writes a value of our own for a field into the examples of its schema. The example of what was unknown belongs to many:
   * it is replaced by one of the schema's own.
   */
  #addExample({ place }: Fact, schema: string): void {
    const { facts } = this.#draft.page;
    for (const { file, isList, use } of examplesOf(this.#draft, schema)) {
      const value = this.#files.value({ file, pointer: '/value' });
      const targets = Array.isArray(value) ? value.map((_, index) => `/value/${index}`) : ['/value'];
      if (!UNKNOWN.test(file)) {
        for (const pointer of targets) this.#files.set({ file, pointer }, nameOf(place), sampleOf(place, facts));
        continue;
      }
      const name = `${basename(schema, '.yaml')}${isList ? 'List' : ''}`;
      const own = `openapi/components/examples/${name}.yaml`;
      const sample = sampleOf(parentOf(place), facts);
      const summary = `An example of ${basename(schema, '.yaml')}`;
      if (!this.#files.has(own)) this.#files.write(own, { summary, value: isList ? [sample] : sample });
      this.#files.set(use, '$ref', `../components/examples/${name}.yaml`);
    }
  }

  /** Names the page as a source of the operation, and in the ledger. */
  #nameSource(): void {
    const { id, entry } = this.#draft.page;
    if (id === undefined || entry === undefined) return;
    this.#addSource(this.#subject.part);
    if (entry.entry.page === id) return;
    this.#files.set(inside(this.#subject.part, 'externalDocs'), 'url', `https://docs.apikobble.net/${id}`);
    const known = ledgerEntry(this.#files, this.#draft.page);
    if (known) this.#files.set(inside(known, 'entry'), 'page', id);
  }

  #addSource(part: Place): void {
    const { id } = this.#draft.page;
    const sources = this.#files.value(inside(part, 'x-source')) as readonly { readonly page: string }[] | undefined;
    if (id === undefined || !sources || sources.some(({ page }) => page === id)) return;
    this.#files.append(part, 'x-source', sourceOf(this.#draft.page));
  }
}

/** Yields the examples of all bodies that have a schema of this file, alone or in a list, and where they are named. */
function* examplesOf({ project: { contract } }: Draft, schema: string) {
  const isUse = (reference = '') => basename(reference) === basename(schema);
  for (const { operation } of contract.endpoints()) {
    const responses = [...members(member(operation, 'responses')).values()];
    for (const body of [member(operation, 'requestBody'), ...responses]) {
      for (const content of members(member(body, 'content')).values()) {
        const declared = member(content, 'schema');
        const isList = isUse(textOf(member(declared, 'items'), '$ref'));
        if (!isList && !isUse(textOf(declared, '$ref'))) continue;
        for (const use of members(member(content, 'examples')).values()) {
          const reference = textOf(use, '$ref');
          if (reference !== undefined) yield { file: posix.join(dirname(operation.file), reference), isList, use };
        }
      }
    }
  }
}
