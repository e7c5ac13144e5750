import { _, Ajv } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';

/**
 * Compiles closed schemas, by name, to JavaScript. It needs no part of ajv at run time. Returns the functions, and the name
 * of each that is exported.
 */
export function compileChecks(
  schemas: Readonly<Record<string, object>>,
  exported: readonly string[],
): { functions: string; names: ReadonlyMap<string, string> } {
  const ajv = new Ajv({
    allErrors: true,
    messages: false,
    inlineRefs: false, // one function a schema, however many others refer to it
    ownProperties: true,
    strictTypes: false, // a part of a composition need not repeat the type
    unicode: false, // otherwise it counts characters with a part of ajv
    logger: false, // it calls that option deprecated
    code: { source: true, esm: true },
  });
  ajv.addKeyword({
    keyword: 'knownValues',
    schemaType: 'array',
    error: { message: '', params: ({ schemaCode }) => _`{allowedValues: ${schemaCode}}` },
    code: (context) => context.fail(_`!${context.schemaCode}.includes(${context.data})`),
  });
  for (const [name, schema] of Object.entries(schemas)) ajv.addSchema(schema, name);
  const code = standalone.default(ajv, Object.fromEntries(exported.map((name) => [name, name])));
  if (/\brequire\(|\bimport\b/.test(code)) throw new Error('The checks need a part of ajv at run time.');
  const names = new Map<string, string>();
  const functions = code.replace('"use strict";', '').replace(/export const (\w+) = (\w+);/g, (_match, name, check) => {
    names.set(String(check), String(name));
    return '';
  });
  return { functions: withoutUnused(functions), names };
}

/** Leaves out the copies of schemas that ajv adds and no check reads. */
const withoutUnused = (code: string): string =>
  code.replace(/const (schema\d+) = .*?;(?=const |function )/g, (text, name: string) =>
    code.split(new RegExp(`\\b${name}\\b`)).length > 2 ? text : '',
  );

/** Returns the source of an object of checks by name. */
export const checksByName = (names: ReadonlyMap<string, string>): string =>
  `{ ${[...names].map(([check, name]) => `${name}: ${check}`).join(', ')} }`;
