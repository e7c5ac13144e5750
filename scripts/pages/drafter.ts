import { appendTo, indented, insertBefore, removeKey, replacePart, setKey } from './edit-yaml.js';
import type { Subject } from './contract.js';
import { DraftChanges, requireField, setMark } from './draft-changes.js';
import { DraftExamples } from './draft-examples.js';
import type { DraftFiles } from './draft-files.js';
import { addParameter, DraftBodies } from './draft-parts.js';
import { typeNameOf, type Finding } from './finding.js';
import { nameOf, parentOf, type Fact, type Facts } from './model.js';
import type { ComparedPage, Project } from './run.js';
import { componentFinder, schemaOf, yamlOf } from './schema-yaml.js';
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
  private readonly examples: DraftExamples;
  private readonly changes: DraftChanges;
  /** Responses that are written whole: their inside is not edited again. */
  private readonly written = new Set<string>();

  constructor(page: ComparedPage, subject: Subject, files: DraftFiles, project: Project) {
    this.page = page;
    this.subject = subject;
    this.files = files;
    this.project = project;
    this.facts = page.facts;
    this.examples = new DraftExamples(files, project.contract, page.facts);
    this.changes = new DraftChanges(page, subject, files, this.examples);
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

  /** Drafts what the page states otherwise. */
  change(finding: Finding): void {
    if (!this.isWritten(finding.place)) this.changes.draft(finding);
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
    if (fact.required === true) requireField(this.files, holder.part, name);
    if (path.length === 0 && (fact.required === true || holder.evidence === 'unknown')) this.examples.write(fact, file);
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
    setMark(this.files, this.subject.part, 'x-retry', 'keyed');
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
