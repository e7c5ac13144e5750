/** The parts of the bundled contract that scripts and tests read. */
export interface Contract {
  readonly servers: readonly { readonly url: string; readonly 'x-environment': string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, ContractOperation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, ContractSchema>> } & Readonly<
    Record<string, Readonly<Record<string, unknown>>>
  >;
}

/** How sure a part of the contract is; `openapi/README.md` explains the words. */
export type Evidence = 'documented' | 'example' | 'inferred' | 'unknown';

export interface ContractOperation {
  readonly operationId: string;
  readonly summary: string;
  readonly tags: readonly string[];
  readonly 'x-evidence': Evidence;
  readonly 'x-source': readonly { readonly page: string; readonly generation?: string }[];
  readonly 'x-retry': 'safe' | 'keyed' | 'never';
  readonly parameters?: readonly (Reference & { readonly in?: string })[];
  readonly requestBody?: Reference & { readonly content?: Content };
  readonly responses: Readonly<
    Record<string, Reference & { readonly 'x-evidence'?: Evidence; readonly content?: Content }>
  >;
}

export interface ContractSchema extends Reference {
  readonly 'x-evidence'?: Evidence;
  readonly 'x-evidence-note'?: string;
  readonly 'x-sensitive'?: boolean;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly anyOf?: readonly ContractSchema[];
  readonly oneOf?: readonly ContractSchema[];
  readonly properties?: Readonly<Record<string, ContractSchema>>;
}

type Content = Readonly<
  Record<string, { readonly schema: ContractSchema; readonly examples?: Readonly<Record<string, Reference>> }>
>;

interface Reference {
  readonly $ref?: string;
}

const VERBS = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** Every operation with its verb (upper case) and path. */
export function* operationsOf(
  contract: Contract,
): Generator<[verb: string, path: string, operation: ContractOperation]> {
  for (const [path, item] of Object.entries(contract.paths)) {
    for (const verb of VERBS) {
      const operation = item[verb];
      if (operation) yield [verb.toUpperCase(), path, operation];
    }
  }
}

/** What a part is, or refers to. */
export function resolve<T extends object>(contract: Contract, part: T & { readonly $ref?: string }): T {
  if (part.$ref === undefined) return part;
  const steps = part.$ref
    .slice(2)
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  const found = steps.reduce<unknown>((at, step) => (at as Record<string, unknown>)[step], contract);
  return resolve(contract, found as T);
}
