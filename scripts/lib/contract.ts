/** The parts of the bundled contract that scripts and tests read. */
export interface Contract {
  readonly info: Readonly<Record<string, unknown>>;
  readonly tags: readonly { readonly name: string; readonly description: string; readonly 'x-displayName': string }[];
  readonly servers: readonly { readonly url: string; readonly 'x-environment': string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, ContractOperation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, ContractSchema>> } & Readonly<
    Record<string, Readonly<Record<string, unknown>>>
  >;
}

/** The words of evidence, from surest to least sure; `openapi/README.md` explains them. */
export const EVIDENCE = ['documented', 'observed', 'example', 'inferred', 'unknown'] as const;
export type Evidence = (typeof EVIDENCE)[number];

export interface ContractOperation {
  readonly operationId: string;
  readonly summary: string;
  readonly description: string;
  readonly tags: readonly string[];
  readonly 'x-evidence': Evidence;
  readonly 'x-source': readonly { readonly page: string; readonly generation?: string }[];
  readonly externalDocs: { readonly description: string; readonly url: string };
  readonly 'x-retry': 'safe' | 'keyed' | 'never';
  /** The name of its method, `none`, or the description of a method for each value of the action in its path. */
  readonly 'x-method'?: string | Readonly<Record<string, string>>;
  readonly 'x-documented-statuses'?: readonly number[];
  readonly 'x-status'?: string;
  readonly deprecated?: boolean;
  readonly parameters?: readonly ContractParameter[];
  readonly security?: readonly unknown[];
  readonly requestBody?: Reference & {
    readonly required?: boolean;
    readonly content?: Content;
    readonly 'x-evidence'?: Evidence;
  };
  readonly responses: Readonly<
    Record<
      string,
      Reference & { readonly 'x-evidence'?: Evidence; readonly content?: Content; readonly headers?: Headers }
    >
  >;
}

export interface ContractParameter extends Reference {
  readonly name?: string;
  readonly in?: string;
  readonly required?: boolean;
  readonly schema?: ContractSchema;
}

export interface ContractSchema extends Reference {
  readonly 'x-evidence'?: Evidence;
  readonly 'x-evidence-note'?: string;
  readonly 'x-sensitive'?: boolean;
  readonly 'x-more-fields'?: boolean;
  readonly 'x-free-map'?: boolean;
  readonly 'x-known-values'?: readonly unknown[];
  readonly enum?: readonly unknown[];
  readonly required?: readonly string[];
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly anyOf?: readonly ContractSchema[];
  readonly oneOf?: readonly ContractSchema[];
  readonly items?: ContractSchema;
  readonly properties?: Readonly<Record<string, ContractSchema>>;
}

type Content = Readonly<
  Record<string, { readonly schema: ContractSchema; readonly examples?: Readonly<Record<string, Reference>> }>
>;

type Headers = Readonly<Record<string, Reference & { readonly schema?: ContractSchema }>>;

interface Reference {
  readonly $ref?: string;
}

const VERBS = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** Yields every operation with its verb in upper case and its path. */
export function* operationsOf(
  contract: Pick<Contract, 'paths'>,
): Generator<[verb: string, path: string, operation: ContractOperation]> {
  for (const [path, item] of Object.entries(contract.paths)) {
    for (const verb of VERBS) {
      const operation = item[verb];
      if (operation) yield [verb.toUpperCase(), path, operation];
    }
  }
}

/** Returns true for a body whose page shows an empty object, which the method sends by itself. */
export function isEmptyBody(contract: Contract, declared: ContractSchema): boolean {
  const { type, properties, 'x-evidence': word } = resolve(contract, declared);
  return type === 'object' && properties === undefined && word !== 'unknown';
}

/** Returns the parameters of an operation, those of its path first. */
export function parametersOf(contract: Contract, path: string, operation: ContractOperation): ContractParameter[] {
  const { parameters: shared = [] } = contract.paths[path] as { readonly parameters?: readonly ContractParameter[] };
  return [...shared, ...(operation.parameters ?? [])].map((parameter) => resolve(contract, parameter));
}

/** Returns true if an operation comes in pages: it is a list, and takes an offset. */
export const comesInPages = (isList: boolean, parameters: readonly ContractParameter[]): boolean =>
  isList && parameters.some(({ name, in: place }) => place === 'query' && name === 'offset');

/**
 * Returns how sure an operation's successful response is: the weakest evidence of all 2xx responses, of their schemas, and
 * of the entries if they are lists. A response without a mark has the evidence of the operation.
 */
export function answerEvidence(contract: Contract, operation: ContractOperation): Evidence {
  const words = successesOf(contract, operation).flatMap((response) => {
    const schema = resolve(contract, response.content?.['application/json']?.schema ?? {});
    const items = resolve(contract, schema.items ?? {});
    const word = response['x-evidence'] ?? operation['x-evidence'];
    return [word, schema['x-evidence'] ?? word, items['x-evidence'] ?? word];
  });
  return EVIDENCE.findLast((word) => words.includes(word)) ?? 'unknown';
}

/** Returns the declared 2xx responses of an operation. */
export function successesOf(contract: Contract, { responses }: ContractOperation) {
  return Object.entries(responses)
    .filter(([status]) => status.startsWith('2'))
    .map(([, response]) => resolve(contract, response));
}

/** Returns a part, or the one that it refers to. */
export function resolve<T extends object>(contract: Contract, part: T & { readonly $ref?: string }): T {
  if (part.$ref === undefined) return part;
  const steps = part.$ref
    .slice(2)
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  const found = steps.reduce<unknown>((at, step) => (at as Record<string, unknown>)[step], contract);
  return resolve(contract, found as T);
}
