import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ContractFiles, member, members, textOf, textsOf, valueOf, type Part } from '../diff/contract-files.js';
import { operationsIn } from '../diff/uses.js';
import { EVIDENCE, type Evidence } from '../lib/contract.js';
import { type Fact, type Facts, type Head, type Marks, type PageSays } from './model.js';
import { flagOf, operationFacts } from './operation-facts.js';
import { schemaFacts, type Reading } from './schema-facts.js';

/** What a page is compared with: an operation of the contract, or one of its schemas. */
export interface Subject {
  /** Name of the operation or of the component. */
  readonly name: string;
  readonly part: Part;
  readonly marks: Marks;
  readonly facts: Facts;
  readonly head?: Head;
  /** Statuses that its pages list. */
  readonly statuses: readonly string[];
}

/** An operation, by verb and path. */
export interface Endpoint {
  readonly operationId: string;
  readonly method: string;
  readonly path: string;
  readonly item: Part;
  readonly operation: Part;
}

/** The contract of a project, read with the line of each part. Paths of files are from the root of the project. */
export class OpenapiFolder {
  readonly root: string;
  readonly files: ContractFiles;
  /** Returns the text of a file. */
  readonly text: (file: string) => string;
  readonly #subjects = new Map<string, Subject>();
  #endpoints: readonly Endpoint[] | undefined;

  constructor(root: string, text = (file: string): string => readFileSync(join(root, file), 'utf8')) {
    this.root = root;
    this.text = text;
    this.files = new ContractFiles('openapi/openapi.yaml', text);
  }

  /** Returns verb and path of every operation. */
  endpoints(): readonly Endpoint[] {
    this.#endpoints ??= operationsIn(this.files)
      .filter(({ isWebhook }) => !isWebhook)
      .map(({ endpoint, part, ...one }) => ({ ...one, method: endpoint.split(' ')[0] ?? '', operation: part }));
    return this.#endpoints;
  }

  /** Returns an operation with its facts. */
  operation(operationId: string): Subject | undefined {
    const found = this.endpoints().find((one) => one.operationId === operationId);
    return found && this.#subject(operationId, () => this.#readOperation(found));
  }

  /** Returns a component schema with its facts, in places that begin with `schema`. */
  schema(name: string): Subject {
    return this.#subject(`schema ${name}`, () => {
      const part = this.files.part({ file: `openapi/components/schemas/${name}.yaml`, pointer: '' });
      const { marks, facts, reading } = this.#reading(part);
      schemaFacts(part, { place: 'schema', marks }, reading);
      return { name, part, marks, facts, statuses: [] };
    });
  }

  #subject(key: string, read: () => Subject): Subject {
    const subject = this.#subjects.get(key) ?? read();
    this.#subjects.set(key, subject);
    return subject;
  }

  #readOperation({ operationId, operation, item, method, path }: Endpoint): Subject {
    const { marks, facts, reading } = this.#reading(operation);
    operationFacts(operation, item, marks, reading);
    const security = valueOf(operation, 'security');
    const head: Head = {
      ...{ method, path, label: textOf(operation, 'x-status'), deprecated: flagOf(operation, 'deprecated') },
      security: Array.isArray(security) && security.length === 0 ? 'none' : 'required',
    };
    return {
      ...{ name: operationId, part: operation, marks, facts, head },
      statuses: textsOf(operation, 'x-documented-statuses'),
    };
  }

  #reading(part: Part) {
    const facts = new Map<string, Fact>();
    const reading: Reading = {
      emit: (fact, own) => {
        const says = [...new Set([own, fact.inside?.part ?? own])].flatMap(pageSays);
        facts.set(fact.place, { ...fact, part: own, line: 0, ...(says.length > 0 && { says }) });
      },
      unknown: () => undefined,
      marks: (inner, around) => around && marksOf(inner, around),
      follow: (inner) => this.files.follow(inner),
    };
    return { facts, reading, marks: marksOf(part, { evidence: 'documented', sources: [] }) };
  }
}

/** Returns what a page says of a part instead, where the contract departs from it. */
export const pageSays = (part: Part): PageSays[] => {
  const says = valueOf(part, 'x-page-says') as PageSays | undefined; // the linter checks it
  return says === undefined ? [] : [says];
};

/** Returns how unsure a word of evidence is: 0 for a documented part. */
export const rankOf = (word: Evidence): number => EVIDENCE.indexOf(word);

function marksOf(part: Part, around: Marks): Marks {
  const own = valueOf(part, 'x-evidence') as Evidence | undefined; // the linter checks it
  const stated = [...members(member(part, 'x-source')).values()].flatMap((source) => textOf(source, 'page') ?? []);
  return {
    own,
    evidence: own !== undefined && rankOf(own) > rankOf(around.evidence) ? own : around.evidence,
    sources: valueOf(part, 'x-source') === undefined ? around.sources : stated,
  };
}
