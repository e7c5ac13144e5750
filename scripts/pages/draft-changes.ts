import type { Subject } from './contract.js';
import type { DraftExamples } from './draft-examples.js';
import type { DraftFiles } from './draft-files.js';
import { appendTo, insertBefore, removeFrom, removeKey, setKey } from './edit-yaml.js';
import { typeNameOf, type Finding } from './finding.js';
import { nameOf, parentOf, type Fact, type Facts } from './model.js';
import type { ComparedPage } from './run.js';
import { sampleOf, valueOf, yamlOf } from './schema-yaml.js';
import type { YamlPart } from './yaml-part.js';

/** Drafts what a page states otherwise than the contract. */
export class DraftChanges {
  private readonly page: ComparedPage;
  private readonly subject: Subject;
  private readonly files: DraftFiles;
  private readonly examples: DraftExamples;
  private readonly facts: Facts;

  constructor(page: ComparedPage, subject: Subject, files: DraftFiles, examples: DraftExamples) {
    this.page = page;
    this.subject = subject;
    this.files = files;
    this.examples = examples;
    this.facts = page.facts;
  }

  /** Drafts a changed type, format, flag or label, and values that are new. What is lost stays. */
  draft({ aspect, fact, known }: Finding): void {
    if (aspect === 'head') return this.changeHead();
    const schema = known?.inside?.part;
    if (fact === undefined || schema === undefined) return;
    if (aspect === 'required') this.changeRequired(fact, known);
    else if (aspect === 'values') {
      for (const value of fact.values ?? []) this.addValue(schema, value, fact.type);
      if (known?.values === undefined) this.renewExamples(fact);
    } else if (aspect === 'type' || aspect === 'nullable') this.changeType(schema, fact, known);
    else if (aspect === 'format' && fact.format !== undefined) setMark(this.files, schema, 'format', fact.format);
  }

  private changeRequired(fact: Fact, known: Fact | undefined): void {
    if (fact.place === 'header/idempotency-key') return; // whether a call is still safe to repeat is a person's to decide
    if (typeNameOf(fact.place) === 'Parameter') {
      if (known?.part) setMark(this.files, known.part, 'required', String(fact.required));
      return;
    }
    const holder = this.subject.facts.get(parentOf(fact.place))?.inside?.part;
    const name = nameOf(fact.place);
    if (holder === undefined) return;
    if (fact.required === true) requireField(this.files, holder, name);
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
    if (holder?.path.length === 0) this.examples.write(fact, holder.file);
  }

  private addValue(schema: YamlPart, value: string, type = 'string'): void {
    const { file, path } = schema;
    if (this.files.part(file).at(path)?.texts('enum').includes(value)) return;
    const entry = yamlOf(valueOf(value, [type])).trim();
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
    else if (fact.format !== undefined) setMark(this.files, schema, 'format', fact.format);
    if (isParameter && known?.part)
      setMark(this.files, known.part, 'example', yamlOf(sampleOf(fact.place, this.facts)).trim());
    else this.renewExamples(fact);
  }

  private changeHead(): void {
    const { label, deprecated } = this.page.page.head ?? {};
    const { part, head } = this.subject;
    if (label === 'testing' || label === 'developing') setMark(this.files, part, 'x-status', label);
    else if (label === 'released' && head?.label !== undefined)
      this.files.edit(part.file, (text) => removeKey(text, part.path, 'x-status'));
    if (deprecated === true && head?.deprecated !== true) setMark(this.files, part, 'deprecated', 'true');
  }
}

/** Adds a field to the required ones of a schema. */
export function requireField(files: DraftFiles, schema: YamlPart, name: string): void {
  const { file, path } = schema;
  const key = yamlOf(name).trim();
  if (files.part(file).at(path)?.texts('required').includes(name)) return;
  files.edit(file, (text) =>
    files.part(file).at([...path, 'required'])
      ? appendTo(text, [...path, 'required'], key)
      : insertBefore(text, path, 'required', `- ${key}`, 'properties'),
  );
}

/** Sets a mark or a member of a part. */
export function setMark(files: DraftFiles, { file, path }: YamlPart, key: string, value: string): void {
  files.edit(file, (text) => setKey(text, path, key, value, ['operationId', 'summary', 'type', 'x-source']));
}
