// Proves of every request body of the contract that the compiler refuses a misspelt field, a field too many and a wrong
// kind of value, at any depth, and names the field; that its examples compile; and which bodies stay open.
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { resolve, type ContractSchema } from '../../scripts/lib/contract.js';
import { methodsIn, type Method } from '../../scripts/lib/methods.js';
import { isObject } from '../../src/checks.js';
import { contract } from '../support/contract.js';

type Value = Readonly<Record<string, unknown>>;

/** A call that must compile, or must not for the sake of one field. */
interface Probe {
  readonly name: string;
  readonly call: string;
  /** The field that the error names or stands at; undefined if the call must compile. */
  readonly field?: string;
}

const bodies = methodsIn(contract).flatMap((method) => {
  const media = method.operation.requestBody?.content?.['application/json'];
  const takesBody = media !== undefined && method.operation.operationId !== 'createCardWidgetSession'; // sends `{}`
  return takesBody
    ? [{ method, schema: resolve(contract, media.schema), examples: examplesOf(media.examples ?? {}) }]
    : [];
});

const probes = bodies.flatMap(({ method, schema, examples }) =>
  examples.flatMap((example, index): Probe[] => [
    { name: `${nameOf(method)}, example ${index + 1}`, call: callOf(method, example) },
    ...breaks(schema, example).map(({ what, field, body }) => {
      return { name: `${nameOf(method)} with ${what}`, call: callOf(method, body), field };
    }),
  ]),
);

const found = errorsOf(probes.map(({ call }) => call));

it('covers every operation that has a body', () => {
  const named = new Set(bodies.map(({ method }) => method.operation.operationId));
  const all = Object.values(contract.paths).flatMap((item) => Object.values(item));
  const withBody = all.flatMap(({ requestBody, operationId }) => (requestBody === undefined ? [] : [operationId]));
  expect(withBody.filter((id) => !named.has(id)).sort()).toEqual(['createCardWidgetSession', 'getAccessToken']);
});

it('leaves open what no page shows', () => {
  const open = bodies.filter(({ schema }) => schema.properties === undefined && schema.anyOf === undefined);
  expect(open.map(({ method }) => method.operation.operationId)).toEqual(['createClient']);
});

describe('the compiler', () => {
  it.each(
    probes.map((probe, index) => ({ ...probe, errors: found[index] ?? [] })).filter(({ field }) => field === undefined),
  )('accepts $name', ({ errors }) => expect(errors).toEqual([]));
  it.each(
    probes.map((probe, index) => ({ ...probe, errors: found[index] ?? [] })).filter(({ field }) => field !== undefined),
  )('refuses $name', ({ errors, field }) =>
    expect(errors.some(({ place, message }) => place === field || message.includes(`'${field}'`))).toBe(true),
  );
});

/** Returns bodies that differ from a good one in one field, of the body itself or of an object in it whose fields are known. */
function breaks(declared: ContractSchema, sample: Value): { what: string; field: string; body: Value }[] {
  const { properties } = shapeOf(declared, sample);
  if (properties === undefined) return [];
  const value: Value = { ...mapValues(properties, valueOf), ...sample }; // with the fields that the example leaves out
  const own = Object.keys(value).flatMap((field) => {
    const { [field]: kept, ...others } = value;
    const misspelt = `${field}x`;
    const wrong = wrongKind(resolve(contract, properties[field] ?? {}));
    return [
      { what: `${field} misspelt`, field: misspelt, body: { ...others, [misspelt]: kept } },
      ...(wrong === undefined ? [] : [{ what: `${field} of another kind`, field, body: { ...value, [field]: wrong } }]),
    ];
  });
  const inner = Object.entries(value).flatMap(([name, part]) => {
    const known = properties[name];
    if (known === undefined || !isObject(part)) return [];
    return breaks(known, part).map(({ what, field, body }) => ({
      what: `${name}: ${what}`,
      field,
      body: { ...value, [name]: body },
    }));
  });
  return [{ what: 'a field too many', field: 'surplus', body: { ...value, surplus: 1 } }, ...own, ...inner];
}

/** Returns the form of a schema that a value has. */
function shapeOf(declared: ContractSchema, value: Value): ContractSchema {
  const schema = resolve(contract, declared);
  const forms = schema.anyOf?.map((form) => resolve(contract, form));
  return forms?.find(({ properties = {} }) => Object.keys(value).every((field) => field in properties)) ?? schema;
}

function valueOf(declared: ContractSchema): unknown {
  const { type, enum: values } = resolve(contract, declared);
  if (type === 'object') return {};
  return values?.[0] ?? (type === 'integer' ? 1 : 'text');
}

function wrongKind({ type }: ContractSchema): unknown {
  if (type === 'string') return 7;
  return type === undefined ? undefined : 'text';
}

function mapValues<T>(node: Readonly<Record<string, T>>, map: (value: T) => unknown): Value {
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, map(value)]));
}

function examplesOf(examples: Readonly<Record<string, { readonly $ref?: string }>>): Value[] {
  return Object.values(examples).map((example) => resolve<{ value?: unknown }>(contract, example).value as Value);
}

function nameOf({ resource, name }: Method): string {
  return `${resource}.${name}`;
}

function callOf(method: Method, body: Value): string {
  const ids = method.path.includes('{id}') ? "'id', " : '';
  return `kobble.${nameOf(method)}(${ids}${JSON.stringify(body)});`;
}

/** Returns the errors of each call: the compiler's words, and the name that they stand at. */
function errorsOf(calls: readonly string[]): { place: string; message: string }[][] {
  const file = fileURLToPath(new URL('request-bodies-probe.ts', import.meta.url));
  const head = "import type { KobbleClient } from '../../src/index.js';\ndeclare const kobble: KobbleClient;";
  const text = [head, ...calls].join('\n');
  const options: ts.CompilerOptions = {
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  };
  const probe = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const host = ts.createCompilerHost(options);
  const program = ts.createProgram([file], options, {
    ...host,
    fileExists: (path) => path === file || host.fileExists(path),
    getSourceFile: (path, ...rest) => (path === file ? probe : host.getSourceFile(path, ...rest)),
  });
  const errors = program.getSemanticDiagnostics(probe).map(({ start = 0, length = 0, messageText }) => ({
    line: probe.getLineAndCharacterOfPosition(start).line,
    place: text.slice(start, start + length).replaceAll('"', ''),
    message: ts.flattenDiagnosticMessageText(messageText, '\n'),
  }));
  return calls.map((_, index) => errors.filter(({ line }) => line === index + 2));
}
