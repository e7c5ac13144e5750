import { basename } from 'node:path';
import { appendTo, indented, insertBefore, removeFrom, removeKey, replacePart, setKey } from './edit-yaml.js';
import type { Subject } from './contract.js';
import type { DraftFiles } from './draft-files.js';
import { addParameter, DraftBodies, examplesOf } from './draft-parts.js';
import { typeNameOf, type Finding } from './finding.js';
import { nameOf, parentOf, type Fact, type Facts } from './model.js';
import type { ComparedPage, Project } from './run.js';
import { componentFinder, sampleOf, schemaOf, yamlOf } from './schema-yaml.js';
import type { YamlPart } from './yaml-part.js';

const STATUS = /^\d{3}$/;

/** Drafts the findings of one page of an operation or schema that the contract has. */
export class Drafter {
  private readonly page: ComparedPage;
  private readonly subject: Subject;
  private readonly files: DraftFiles;
  private readonly project: Project;
  private readonly facts: Facts;
  private readonly bodies: DraftBodies;
  /** Responses that are written whole: their inside is not edited again. */
  private readonly written = new Set<string>();

  constructor(page: ComparedPage, subject: Subject, files: DraftFiles, project: Project) {
    this.page = page;
    this.subject = subject;
    this.files = files;
    this.project = project;
    this.facts = page.facts;
    this.bodies = new DraftBodies(files, project, page, componentFinder(project.contract, page.facts));
  }

  /** Drafts a new field, parameter or response. A second answer of one status, and a path parameter, are by hand. */
  add({ place, fact }: Finding): void {
    if (fact === undefined || this.isWritten(place)) return;
    const kind = typeNameOf(place);
    if (kind === 'Parameter' && !place.startsWith('path/')) this.addParameter(fact);
    else if (STATUS.test(place)) this.writeResponse(place);
    else if (kind === 'Schema' && place.includes('/')) this.addField(fact);
  }

  /** Raises the evidence of a part. A mark that says what a part has without it goes. */
  raise({ place, known, aspect, evidence = 'documented' }: Finding): void {
    if (this.isWritten(place)) return;
    if (STATUS.test(place)) return this.raiseResponse(place);
    const part = aspect === 'inside' ? known?.inside?.part : (known?.part ?? this.subject.part);
    if (part === undefined) return;
    this.files.edit(part.file, (text) => {
      const isOwner = part.path.length === 0 || part === this.subject.part;
      const bare = ['x-evidence-note', 'x-required-evidence'].reduce(
        (now, key) => removeKey(now, part.path, key),
        text,
      );
      return evidence === 'documented' && !isOwner
        ? removeKey(bare, part.path, 'x-evidence')
        : setKey(bare, part.path, 'x-evidence', evidence, ['description']);
    });
    if (part.path.length === 0) this.addSource(part);
  }

  /** Drafts a changed type, format, flag or label, and values that are new. What is lost stays. */
  change({ aspect, fact, known, place }: Finding): void {
    if (aspect === 'head') return this.changeHead();
    const schema = known?.inside?.part;
    if (fact === undefined || schema === undefined || this.isWritten(place)) return;
    if (aspect === 'required') this.changeRequired(fact, known);
    else if (aspect === 'values') {
      for (const value of fact.values ?? []) this.addValue(schema, value, known?.values);
      if (known?.values === undefined) this.renewExamples(fact);
    } else if (aspect === 'type' || aspect === 'nullable') this.changeType(schema, fact, known);
    else if (aspect === 'format' && fact.format !== undefined) this.set(schema, 'format', fact.format);
  }

  /** Names the page as a source of the operation, and in the ledger. */
  nameSource(): void {
    const { id, entry } = this.page;
    if (id === undefined || entry === undefined) return;
    this.addSource(this.subject.part);
    if (entry.entry.page === id) return;
    this.files.edit(this.subject.part.file, (text) =>
      setKey(text, [...this.subject.part.path, 'externalDocs'], 'url', `https://docs.apikobble.net/${id}`),
    );
    this.files.edit('openapi/coverage.yaml', (text) =>
      text.replace(new RegExp(`(number: ${entry.entry.number}, method: \\w+, page: )[\\w-]+`), `$1${id}`),
    );
  }

  private addField(fact: Fact): void {
    const holder = this.subject.facts.get(parentOf(fact.place))?.inside;
    if (holder === undefined) return;
    const { file, path } = holder.part;
    const name = nameOf(fact.place);
    if (this.files.part(file).at([...path, 'properties', name])) return; // another page has drafted it
    const around = holder.evidence === 'documented' ? 'table' : 'sample';
    const schema = schemaOf(fact.place, this.facts, { file, findComponent: this.bodies.findComponent }, around);
    this.files.edit(file, (text) => {
      const block = yamlOf(schema);
      const key = yamlOf(name).trim();
      if (this.files.part(file).at([...path, 'properties']))
        return insertBefore(text, [...path, 'properties'], key, block, undefined);
      const typed = this.files.part(file).at(path)?.get('type') ? text : setKey(text, path, 'type', 'object');
      return insertBefore(typed, path, 'properties', `${key}:\n  ${indented(block, '  ')}`, undefined);
    });
    if (fact.required === true) this.require(holder.part, name);
    if (path.length === 0 && (fact.required === true || holder.evidence === 'unknown')) this.writeExamples(fact, file);
  }

  private require(schema: YamlPart, name: string): void {
    const { file, path } = schema;
    const key = yamlOf(name).trim();
    if (this.files.part(file).at(path)?.texts('required').includes(name)) return;
    this.files.edit(file, (text) =>
      this.files.part(file).at([...path, 'required'])
        ? appendTo(text, [...path, 'required'], key)
        : insertBefore(text, path, 'required', `- ${key}`, 'properties'),
    );
  }

  /**
   * Writes a value of our own for a field into the examples of its schema. The example of what was unknown belongs to many:
   * it is replaced by one of the schema's own.
   */
  private writeExamples({ place }: Fact, schema: string): void {
    const name = yamlOf(nameOf(place)).trim();
    for (const { file, isList, use } of examplesOf(this.project.contract, schema)) {
      if (/\/Unknown(List)?\.yaml$/.test(file))
        this.ownExample(parentOf(place), basename(schema, '.yaml'), isList, use);
      const value = this.files.part(file).get('value');
      const targets = value?.isSeq() ? value.items().map((_, index) => ['value', index]) : [['value']];
      if (/\/Unknown(List)?\.yaml$/.test(file)) continue;
      for (const path of targets) {
        this.files.edit(file, (text) => setKey(text, path, name, yamlOf(sampleOf(place, this.facts)).trim()));
      }
    }
  }

  private ownExample(place: string, component: string, isList: boolean, use: YamlPart): void {
    const file = `openapi/components/examples/${component}${isList ? 'List' : ''}.yaml`;
    const sample = sampleOf(place, this.facts);
    if (!this.files.has(file)) {
      this.files.write(file, yamlOf({ summary: `An example of ${component}`, value: isList ? [sample] : sample }));
    }
    this.files.edit(use.file, (text) => setKey(text, use.path, '$ref', `../components/examples/${basename(file)}`));
  }

  private addParameter(fact: Fact): void {
    const reference = addParameter(fact, this.files, this.project.contract);
    const { file, path } = this.subject.part;
    this.files.edit(file, (text) => {
      const entry = `$ref: ${reference}`;
      if (this.files.part(file).at([...path, 'parameters'])) return appendTo(text, [...path, 'parameters'], entry);
      const before = this.subject.part.get('requestBody') ? 'requestBody' : 'responses';
      return insertBefore(text, path, 'parameters', `- ${entry}`, before);
    });
    if (nameOf(fact.place) !== 'idempotency-key') return;
    this.set(this.subject.part, 'x-retry', 'keyed');
    const number = this.page.entry?.entry.number;
    this.files.edit('openapi/coverage.yaml', (text) =>
      text.replace(new RegExp(`(number: ${String(number)},[^}]*?)(, key: true)? }`), '$1, key: true }'),
    );
  }

  /** Writes a response whole. */
  private writeResponse(status: string): void {
    this.written.add(status);
    const { file, path } = this.subject.part;
    const block = yamlOf(this.bodies.response(status, this.subject.name, file));
    const responses = [...path, 'responses'];
    this.files.edit(file, (text) => {
      const bare = removeKey(text, responses, status);
      const next = this.files
        .part(file)
        .at(responses)
        ?.entries()
        .map(([key]) => key)
        .find((key) => key > status);
      return insertBefore(bare, responses, `'${status}'`, block, next);
    });
    this.listStatus(status);
  }

  /** Raises a response: a shared one that is inferred becomes the documented one, and a mark of its own goes. */
  private raiseResponse(status: string): void {
    const { file, path } = this.subject.part;
    const response = [...path, 'responses', status];
    const reference = this.subject.part.at(['responses', status])?.text('$ref');
    const shown = this.facts.get(`${status}/body`);
    if (reference?.endsWith('Inferred.yaml'))
      this.files.edit(file, (text) => setKey(text, response, '$ref', reference.replace('Inferred.yaml', '.yaml')));
    else if (reference !== undefined && shown !== undefined) return this.writeResponse(status);
    else if (shown !== undefined) {
      const isExample = shown.level === 'sample';
      this.files.edit(file, (text) => {
        const bare = removeKey(text, response, 'x-evidence-note');
        return isExample ? setKey(bare, response, 'x-evidence', 'example') : removeKey(bare, response, 'x-evidence');
      });
    } else return; // the status is listed, but the body is still inferred
    this.listStatus(status);
  }

  private listStatus(status: string): void {
    const { file, path } = this.subject.part;
    const listed = new Set([...(this.files.part(file).at(path)?.texts('x-documented-statuses') ?? []), status]);
    this.files.edit(file, (text) =>
      replacePart(text, [...path, 'x-documented-statuses'], `[${[...listed].sort().join(', ')}]`),
    );
  }

  private changeRequired(fact: Fact, known: Fact | undefined): void {
    if (fact.place === 'header/idempotency-key') return; // whether a call is still safe to repeat is a person's to decide
    if (typeNameOf(fact.place) === 'Parameter') {
      if (known?.part) this.set(known.part, 'required', String(fact.required));
      return;
    }
    const holder = this.subject.facts.get(parentOf(fact.place))?.inside?.part;
    const name = nameOf(fact.place);
    if (holder === undefined) return;
    if (fact.required === true) this.require(holder, name);
    else
      this.files.edit(holder.file, (text) =>
        this.files.part(holder.file).at([...holder.path, 'required'])
          ? removeFrom(text, [...holder.path, 'required'], name)
          : text,
      );
  }

  /** A sample of another type than the schema has does not lint. */
  private renewExamples(fact: Fact): void {
    const holder = this.subject.facts.get(parentOf(fact.place))?.inside?.part;
    if (holder?.path.length === 0) this.writeExamples(fact, holder.file);
  }

  private addValue(schema: YamlPart, value: string, known: readonly string[] | undefined): void {
    if (known?.includes(value) === true) return;
    const { file, path } = schema;
    if (this.files.part(file).at(path)?.texts('enum').includes(value)) return;
    const entry = yamlOf(value).trim();
    this.files.edit(file, (text) =>
      this.files.part(file).at([...path, 'enum'])
        ? appendTo(text, [...path, 'enum'], entry)
        : insertBefore(text, path, 'enum', `- ${entry}`, undefined),
    );
  }

  private changeType(schema: YamlPart, fact: Fact, known: Fact | undefined): void {
    const types = (fact.type ?? known?.type ?? '').split('|').filter(Boolean);
    const all = (fact.nullable ?? known?.nullable ?? false) ? [...types, "'null'"] : types;
    const isParameter = typeNameOf(fact.place) === 'Parameter';
    const isPlain = types.length > 0 && !types.includes('object') && !types.includes('array');
    if (!isPlain || schema.path.length === 0 || fact.place.startsWith('path/')) return; // by hand
    this.files.edit(schema.file, (text) =>
      setKey(text, schema.path, 'type', all.length === 1 ? (all[0] ?? '') : `[${all.join(', ')}]`),
    );
    if (fact.type !== known?.type && known?.format !== undefined && fact.format === undefined)
      this.files.edit(schema.file, (text) => removeKey(text, schema.path, 'format'));
    else if (fact.format !== undefined) this.set(schema, 'format', fact.format);
    if (isParameter && known?.part) this.set(known.part, 'example', yamlOf(sampleOf(fact.place, this.facts)).trim());
    else this.renewExamples(fact);
  }

  private changeHead(): void {
    const { label, deprecated } = this.page.page.head ?? {};
    const { part, head } = this.subject;
    if (label === 'testing' || label === 'developing') this.set(part, 'x-status', label);
    else if (label === 'released' && head?.label !== undefined)
      this.files.edit(part.file, (text) => removeKey(text, part.path, 'x-status'));
    if (deprecated === true && head?.deprecated !== true) this.set(part, 'deprecated', 'true');
  }

  private set({ file, path }: YamlPart, key: string, value: string): void {
    this.files.edit(file, (text) => setKey(text, path, key, value, ['operationId', 'summary', 'type', 'x-source']));
  }

  private addSource({ file, path }: YamlPart): void {
    const { id } = this.page;
    const sources =
      this.files
        .part(file)
        .at([...path, 'x-source'])
        ?.items() ?? [];
    if (id === undefined || sources.length === 0 || sources.some((source) => source.text('page') === id)) return;
    const generation = this.page.entry?.entry.generation;
    const date = this.page.page.modified;
    this.files.edit(file, (text) =>
      appendTo(
        text,
        [...path, 'x-source'],
        yamlOf({ page: id, ...(generation && { generation }), ...(date && { date }) }),
      ),
    );
  }

  private isWritten(place: string): boolean {
    return this.written.has(place.split('/')[0] ?? '');
  }
}
