import { format } from 'prettier';
import { isEmptyBody, resolve, type Contract, type ContractSchema } from '../lib/contract.js';
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
    methods: byResource(methods, (resource, names) => `- \`kobble.${resource}\`: ${names}`),
    keys: table(
      ['resource', 'methods with a key'],
      byResource(writes.filter(isKeyed), (resource, names) => `| \`${resource}\` | ${names} |`),
    ),
    keyed: calls(contract, writes.filter(isKeyed)),
    unkeyed: calls(
      contract,
      writes.filter((method) => !isKeyed(method)),
    ),
  };
}

function byResource(methods: readonly Method[], line: (resource: string, names: string) => string): string {
  const resources = [...new Set(methods.map(({ resource }) => resource))].sort();
  const namesOf = (resource: string) =>
    methods.filter((one) => one.resource === resource).map(({ name }) => `\`${name}\``);
  return resources.map((resource) => line(resource, namesOf(resource).join(' '))).join('\n');
}

const table = (head: readonly string[], rows: string): string =>
  [`| ${head.join(' | ')} |`, `| ${head.map(() => '---').join(' | ')} |`, rows].join('\n');

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
