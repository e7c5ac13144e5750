import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { EVIDENCE, type Evidence } from '../lib/contract.js';
import { UnreadablePage, type Fact, type Facts, type Head, type Marks } from './model.js';
import { operationFacts } from './operation-facts.js';
import { schemaFacts, type Reading } from './schema-facts.js';
import { YamlPart } from './yaml-part.js';

const VERBS = ['get', 'post', 'put', 'patch', 'delete'];

/** What a page is compared with: an operation of the contract, or one of its schemas. */
export interface Subject {
  /** Name of the operation or of the component. */
  readonly name: string;
  readonly part: YamlPart;
  readonly marks: Marks;
  readonly facts: Facts;
  readonly head?: Head;
  /** Statuses that its pages list. */
  readonly statuses: readonly string[];
}

/** The contract of a project, read with the line of each part. Files are read once. */
export class OpenapiFolder {
  private readonly files = new Map<string, YamlPart>();
  private readonly subjects = new Map<string, Subject>();

  readonly root: string;
  /** Returns the text of a file by its path from the root of the project. */
  readonly text: (name: string) => string;

  /** `read` returns the text of a file by its path from the root; by default, that of the disk. */
  constructor(root: string, read = (name: string): string => readFileSync(join(root, name), 'utf8')) {
    this.root = root;
    this.text = read;
  }

  /** Returns a file of the contract, by its path from the root of the project. */
  file(name: string): YamlPart {
    const known = this.files.get(name) ?? this.parse(name);
    this.files.set(name, known);
    return known;
  }

  /** Yields verb and path of every operation. */
  *endpoints(): Generator<{ operationId: string; method: string; path: string; item: YamlPart; operation: YamlPart }> {
    for (const [path, use] of this.file('openapi/openapi.yaml').get('paths')?.entries() ?? []) {
      const item = this.follow(use.text('$ref') ?? '', use);
      for (const verb of VERBS) {
        const operation = item?.get(verb);
        const operationId = operation?.text('operationId');
        if (item && operation && operationId) yield { operationId, method: verb.toUpperCase(), path, item, operation };
      }
    }
  }

  /** Returns an operation with its facts. */
  operation(operationId: string): Subject | undefined {
    const known = this.subjects.get(operationId);
    const found = known ?? this.readOperation(operationId);
    if (found) this.subjects.set(operationId, found);
    return found;
  }

  /** Returns a component schema with its facts, in places that begin with `schema`. */
  schema(name: string): Subject {
    const known = this.subjects.get(`schema ${name}`);
    if (known) return known;
    const part = this.file(`openapi/components/schemas/${name}.yaml`);
    const facts = new Map<string, Fact>();
    const marks = marksOf(part, { evidence: 'documented', sources: [] });
    schemaFacts(part, { place: 'schema', marks }, this.readingInto(facts));
    const subject: Subject = { name, part, marks, facts, statuses: [] };
    this.subjects.set(`schema ${name}`, subject);
    return subject;
  }

  /** A file that is broken is no fault of a page, and is named. */
  private parse(name: string): YamlPart {
    try {
      return YamlPart.parse(this.text(name), name);
    } catch (error) {
      if (error instanceof UnreadablePage) throw new Error(`${name}, ${error.message}.`);
      throw error;
    }
  }

  private readOperation(operationId: string): Subject | undefined {
    const found = [...this.endpoints()].find((one) => one.operationId === operationId);
    if (found === undefined) return undefined;
    const { operation, item, method, path } = found;
    const facts = new Map<string, Fact>();
    const marks = marksOf(operation, { evidence: 'documented', sources: [] });
    operationFacts(operation, item, marks, this.readingInto(facts));
    const isOpen = operation.get('security')?.items().length === 0;
    const head: Head = {
      method,
      path,
      label: operation.text('x-status'),
      deprecated: operation.flag('deprecated'),
      security: isOpen ? 'none' : 'required',
    };
    return {
      name: operationId,
      part: operation,
      marks,
      facts,
      head,
      statuses: operation.texts('x-documented-statuses'),
    };
  }

  private readingInto(facts: Map<string, Fact>): Reading {
    return {
      emit: (fact) => void facts.set(fact.place, fact),
      unknown: () => undefined,
      marks: (part, around) => around && marksOf(part, around),
      follow: (reference, from) => this.follow(reference, from),
    };
  }

  private follow(reference: string, from: YamlPart): YamlPart | undefined {
    const [file = ''] = reference.split('#', 1);
    return file === '' ? undefined : this.file(normalize(join(dirname(from.file), file)));
  }
}

/** Returns how unsure a word of evidence is: 0 for a documented part. */
export const rankOf = (word: Evidence): number => EVIDENCE.indexOf(word);

function marksOf(part: YamlPart, around: Marks): Marks {
  const own = part.text('x-evidence') as Evidence | undefined; // the linter checks it
  const sources =
    part
      .get('x-source')
      ?.items()
      .flatMap((source) => source.text('page') ?? []) ?? around.sources;
  const evidence = own !== undefined && rankOf(own) > rankOf(around.evidence) ? own : around.evidence;
  return { evidence, sources, own };
}
