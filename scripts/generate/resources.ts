import { type Contract } from '../lib/contract.js';
import { capitalized, methodsIn, type Method } from '../lib/methods.js';
import { docComment } from './doc-comment.js';
import { methodComment } from './method-comment.js';
import { argumentsOf, dataOf, isPaged, itemOf } from './method-types.js';
import { isList } from './operations.js';
import { queryTypeOf } from './types.js';

/** What the facade adds to the data of an operation: a function and a type of a file in `src/resources/`. */
interface Addition {
  readonly file: string;
  readonly read: string;
  readonly type: string;
  readonly sentence: string;
  readonly throws: string;
}

const ADDITIONS: Readonly<Record<string, Addition>> = {
  createCardWidgetSession: {
    file: 'widget-session',
    read: 'withIframeUrl',
    type: 'CardWidgetSessionWithUrl',
    sentence: 'The result has it as `iframeUrl`, which is a secret: it contains the TOTP.',
    throws: "DecodeError with code `invalid_widget_url` if the session's URL is not https.",
  },
};

/**
 * Returns the source of `generated/resources.ts`: a class for each tag, and a method for each operation. The fields of
 * `Resources` are only declared, because the constructor sets each: bundles would have them twice.
 */
export function resourcesModule(contract: Contract): string {
  const methods = methodsIn(contract);
  refuseDoubles(methods);
  const tags = contract.tags
    .filter(({ name }) => methods.some(({ resource }) => resource === name))
    .toSorted((one, other) => (one.name < other.name ? -1 : 1));
  const classes = tags.map(({ name, description }) => {
    const own = methods.filter(({ resource }) => resource === name).map((method) => methodSource(contract, method));
    return `${docComment([description.trim()])}export class ${capitalized(name)} extends Resource {\n${own.join('\n')}}\n`;
  });
  const code = `${classes.join('\n')}
/** The resources of a client: one for each tag of the contract. */
export abstract class Resources {
  ${tags.map(({ name, description }) => `${docComment([description.trim()])}declare readonly ${name}: ${capitalized(name)};`).join('\n')}

  constructor(send: Send) {
    ${tags.map(({ name }) => `this.${name} = new ${capitalized(name)}(send);`).join('\n')}
  }
}
`;
  return `// Written by \`npm run generate\` from openapi/. Do not edit.\n\n${importsFor(contract, code)}\n${code}`;
}

function refuseDoubles(methods: readonly Method[]): void {
  const seen = new Map<string, string>();
  for (const { resource, name, operation } of methods) {
    const full = `${resource}.${name}`;
    const other = seen.get(full);
    if (other !== undefined)
      throw new Error(
        `The method ${full} would call both ${other} and ${operation.operationId}: give one of them an \`x-method\`.`,
      );
    seen.set(full, operation.operationId);
  }
}

/** Returns the imports of what the code names: an unused one would not compile. */
function importsFor(contract: Contract, code: string): string {
  const text = code.replace(/\/\*\*.*?\*\//gs, '');
  const line = (keyword: string, names: readonly string[], file: string): string => {
    const used = [...new Set(names)].filter((name) => new RegExp(`\\b${name}\\b`).test(text)).sort();
    return used.length === 0 ? '' : `${keyword} { ${used.join(', ')} } from '../src/${file}.js';\n`;
  };
  const queries = methodsIn(contract).flatMap(({ operation }) => queryTypeOf(contract, operation) ?? []);
  const wire = [...Object.keys(contract.components.schemas), ...queries, 'DataOf', 'InputOf', 'Undocumented'];
  return [
    line('import type', ['ApiPromise'], 'api-promise'),
    line('import type', wire, 'contract/types'),
    line('import type', ['Send'], 'http/transport'),
    line('import type', ['CallOptions', 'KeyedCallOptions'], 'options'),
    line('import', ['iterable', 'paginate'], 'paginate'),
    line('import type', ['ListPromise', 'PagePromise'], 'paginate'),
    line('import', ['Resource'], 'resources/resource'),
    ...Object.values(ADDITIONS).flatMap(({ read, type, file }) => [
      line('import', [read], `resources/${file}`),
      line('import type', [type], `resources/${file}`),
    ]),
  ].join('');
}

function methodSource(contract: Contract, method: Method): string {
  const { parameters, input } = argumentsOf(contract, method);
  const addition = ADDITIONS[method.operation.operationId];
  const pages = isPaged(contract, method);
  const comment = methodComment(contract, method, {
    sentences: [
      ...(pages ? ['Await one page, or iterate over all entries with `for await`.'] : []),
      ...(addition === undefined ? [] : [addition.sentence]),
    ],
    throws: addition === undefined ? [] : [addition.throws],
  });
  const send = (...rest: string[]) => `this.send(${[`'${method.verb}'`, `'${method.path}'`, ...rest].join(', ')})`;
  const [type, expression] = resultOf(contract, method, input, send, addition);
  return `${comment}${method.name}(${parameters.join(', ')}): ${type} { return ${expression}; }\n`;
}

function resultOf(
  contract: Contract,
  method: Method,
  input: string,
  send: (...rest: string[]) => string,
  addition: Addition | undefined,
): [type: string, expression: string] {
  const data = dataOf(contract, method);
  if (addition !== undefined) return [`ApiPromise<${addition.type}>`, send(input, addition.read)];
  if (isPaged(contract, method)) {
    const load = send(input.replace(/\bquery\b/, 'query: page'), 'read');
    return [`PagePromise<${itemOf(data)}>`, `paginate((page, read) => ${load}, query)`];
  }
  if (isList(contract, method.operation))
    return [`ListPromise<${itemOf(data)}>`, `iterable((read) => ${send(input, 'read')})`];
  return [`ApiPromise<${data}>`, send(input)];
}
