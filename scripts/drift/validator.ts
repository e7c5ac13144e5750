import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { PREFIX } from '../../src/checks.js';
import { closedContract } from './closed-contract.js';
import { shownName, type Deviation, type DriftKind } from './finding.js';

/** A response as it is checked. Its body is parsed if it is JSON. */
export interface ReceivedResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** Checks the responses of the operations of the contract. */
export interface Validator {
  /** Returns the ways in which a response differs from the contract. */
  readonly check: (method: string, path: string, response: ReceivedResponse) => Deviation[];
}

/** One thing that Prism finds. Its message may name what was received, so that only parts of it are used. */
interface Diagnostic {
  readonly message: string;
  readonly code?: string | number;
  readonly path?: readonly string[];
}

interface PrismOperation {
  readonly method: string;
  readonly path: string;
  readonly responses: readonly { readonly code: string }[];
}

/** The members of Prism's packages that are used; their own types would make the peer necessary for compiling. */
interface PrismHttp {
  readonly getHttpOperationsFromSpec: (document: object) => Promise<readonly PrismOperation[]>;
}
interface PrismValidator {
  readonly validateOutput: (input: {
    readonly resource: PrismOperation;
    readonly element: object;
  }) => { readonly _tag: 'Left'; readonly left: readonly Diagnostic[] } | { readonly _tag: 'Right' };
}

// Not taken from src/testing/: what two entries share is bundled with the main one, which has no part of Node.
const require = createRequire(import.meta.url);

let loading: Promise<Validator> | undefined;

/**
 * Loads Prism's validator and the closed copy of the contract, once a process.
 *
 * @throws Error if the optional peer `@stoplight/prism-cli` is not installed.
 */
export function loadValidator(): Promise<Validator> {
  return (loading ??= load());
}

async function load(): Promise<Validator> {
  const requirePrism = requireOfPrism();
  const { getHttpOperationsFromSpec } = requirePrism('@stoplight/prism-http') as PrismHttp;
  const { validateOutput } = requirePrism('@stoplight/prism-http/dist/validator') as PrismValidator;
  const contract = JSON.parse(readFileSync(require.resolve('kobble-client/openapi.json'), 'utf8')) as Readonly<
    Record<string, unknown>
  >;
  const operations = await getHttpOperationsFromSpec(closedContract(contract));
  return {
    check: (method, path, { status, headers, body }) => {
      const resource = operations.find((one) => one.method === method.toLowerCase() && one.path === path);
      if (resource === undefined) throw new Error(`The contract has no operation ${method} ${path}.`);
      const listed = resource.responses.map(({ code }) => code);
      if (!listed.includes(String(status))) {
        return [{ kind: 'status', part: 'status', pointer: '', expected: `one of ${listed.join(', ')}` }];
      }
      const result = validateOutput({ resource, element: { statusCode: status, headers, body } });
      return result._tag === 'Left' ? withoutEchoes(result.left.flatMap(deviationOf)) : [];
    },
  };
}

/** Returns the `require` of Prism's command, which finds the packages that come with it. */
function requireOfPrism(): NodeJS.Require {
  try {
    return createRequire(require.resolve('@stoplight/prism-cli/package.json'));
  } catch (cause) {
    const install = 'npm install --save-dev @stoplight/prism-cli';
    throw new Error(`${PREFIX}The drift check needs the package @stoplight/prism-cli: ${install}`, { cause });
  }
}

/** A value of another type is not in a list of values either: that says nothing more. */
const withoutEchoes = (found: readonly Deviation[]): Deviation[] =>
  found.filter(
    ({ kind, pointer }) => kind !== 'enum' || !found.some((one) => one.kind === 'type' && one.pointer === pointer),
  );

const KINDS: Readonly<Record<string, DriftKind>> = {
  required: 'missing',
  additionalProperties: 'unknown-field',
  type: 'type',
  enum: 'enum',
};

/** Returns a diagnostic without anything that was received, but for the name of an unknown field. */
function deviationOf({ message, code, path = [] }: Diagnostic): Deviation[] {
  if (code === 'if') return []; // the form inside says what is wrong
  const [first, ...steps] = path;
  if (first === undefined) {
    return [
      { kind: 'content-type', part: 'header', pointer: '/content-type', expected: 'the media type of the contract' },
    ];
  }
  const part = first === 'header' ? 'header' : 'body';
  const kind = KINDS[String(code)] ?? 'rule';
  const name = nameIn(kind, message);
  const pointer = [...steps, ...(name === undefined ? [] : [name])].map(
    (step) => `/${/^\d+$/.test(step) ? '*' : step}`,
  );
  return [{ kind, part, pointer: pointer.join(''), expected: expectation(kind, code, message) }];
}

function nameIn(kind: DriftKind, message: string): string | undefined {
  if (kind === 'missing') return /required property '(.+?)'/.exec(message)?.[1];
  if (kind !== 'unknown-field') return undefined;
  return shownName(/; found '(.*)'$/s.exec(message)?.[1] ?? '');
}

/** Returns what the contract expects. The validator's words about types and values are those of the contract. */
function expectation(kind: DriftKind, code: unknown, message: string): string {
  if (kind === 'missing') return 'present';
  if (kind === 'unknown-field') return 'absent';
  if (kind === 'type') return /must be ([a-z,]+)$/.exec(message)?.[1] ?? 'another type';
  if (kind === 'enum') return `one of ${/allowed values: (.*)$/s.exec(message)?.[1] ?? 'the listed values'}`;
  return `what \`${String(code)}\` of the contract says`;
}
