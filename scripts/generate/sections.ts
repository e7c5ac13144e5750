import { format } from 'prettier';
import {
  isEmptyBody,
  parametersOf,
  resolve,
  successesOf,
  type Contract,
  type ContractOperation,
  type ContractSchema,
} from '../lib/contract.js';
import { methodsIn, type Method } from '../lib/methods.js';

/** Returns a page with each text between its two comments: `<!-- name:start -->` and `<!-- name:end -->`. */
export async function withSections(page: string, sections: Readonly<Record<string, string>>): Promise<string> {
  let result = page;
  for (const [, name = ''] of page.matchAll(/<!-- (\w+):start -->/g)) {
    const [start, end] = [`<!-- ${name}:start -->`, `<!-- ${name}:end -->`];
    const text = sections[name];
    if (text === undefined || !page.includes(end)) throw new Error(`The page has ${start}, and no text or no ${end}.`);
    const formatted = await format(text, { parser: 'markdown', printWidth: 120, proseWrap: 'always' });
    const [before = '', after = ''] = [result.split(start)[0], result.split(end)[1]];
    result = `${before}${start}\n\n${formatted.trim()}\n\n${end}${after}`;
  }
  return result;
}

/** Returns the lists of pages that follow from the contract, as Markdown. */
export function contractSections(contract: Contract): Record<string, string> {
  const methods = methodsIn(contract);
  const writes = methods.filter(({ operation }) => operation['x-retry'] !== 'safe');
  const isKeyed = ({ operation }: Method) => operation['x-retry'] === 'keyed';
  return {
    safe: safeCalls(
      contract,
      methods.filter(({ operation }) => operation['x-retry'] === 'safe'),
    ),
    keyed: calls(contract, writes.filter(isKeyed)),
    unkeyed: calls(
      contract,
      writes.filter((method) => !isKeyed(method)),
    ),
  };
}

/** Returns the methods of each resource that read or delete, with the names of their queries and of a record's fields. */
function safeCalls(contract: Contract, methods: readonly Method[]): string {
  const resources = [...new Set(methods.map(({ resource }) => resource))].sort();
  return resources
    .map((resource) => {
      const all = methods.filter((one) => one.resource === resource);
      const fields = new Set(all.flatMap(({ operation }) => fieldsOf(contract, operation)));
      const calls = all.map(({ name, path, operation }) => {
        const query = parametersOf(contract, path, operation).filter((one) => one.in === 'query');
        const names = query.map((one) => `${one.name}?`).join(', ');
        return `\`${resource}.${name}(${path.includes('{id}') ? 'id' : names && `{ ${names} }`})\``;
      });
      return `- ${calls.join(', ')}: ${[...fields].join(', ') || 'unknown'}`;
    })
    .join('\n');
}

/** Returns the names of the fields of what an operation returns, or of each entry of its list. */
function fieldsOf(contract: Contract, operation: ContractOperation): string[] {
  const body = resolve(contract, successesOf(contract, operation)[0]?.content?.['application/json']?.schema ?? {});
  return Object.keys((body.items === undefined ? body : resolve(contract, body.items)).properties ?? {});
}

/** Returns each method with the type of its body. */
const calls = (contract: Contract, methods: readonly Method[]): string =>
  methods
    .map(({ resource, name, path, operation }) => {
      const schema = operation.requestBody?.content?.['application/json']?.schema;
      const ids = path.includes('{id}') ? ['id'] : [];
      const body = schema === undefined || isEmptyBody(contract, schema) ? [] : [typeText(contract, schema)];
      return `- \`${resource}.${name}(${[...ids, ...body].join(', ')})\``;
    })
    .sort()
    .join('\n');

/** Returns a schema as a type: `?` for a field that may be left out, `…` if the page may list further fields. */
function typeText(contract: Contract, declared: ContractSchema): string {
  const schema = resolve(contract, declared);
  const { type, properties, required = [], 'x-known-values': known } = schema;
  const forms = schema.anyOf ?? schema.oneOf;
  if (forms !== undefined) return forms.map((form) => typeText(contract, form)).join(' | ');
  if (schema.enum !== undefined) return schema.enum.map(literal).join(' | ');
  if (known !== undefined) return [...known.map(literal), 'string'].join(' | ');
  if (schema.items !== undefined) return `${typeText(contract, schema.items)}[]`;
  if (properties === undefined) return [type ?? 'unknown'].flat().join(' | ');
  const fields = Object.entries(properties).map(
    ([name, field]) => `${name}${required.includes(name) ? '' : '?'}: ${typeText(contract, field)}`,
  );
  return `{ ${[...fields, ...(schema['x-more-fields'] === true ? ['…'] : [])].join('; ')} }`;
}

const literal = (value: unknown): string => `'${String(value)}'`;
