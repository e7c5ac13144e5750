import type { Json, PageBody, PageDocument } from './page-document.js';

const MARKS: Readonly<Record<string, string>> = { 2: '🟢', 4: '🟠', 5: '🔴' };

/** Writes a page as a browser saves it as text: nested objects are folded, and the values of an enum run together. */
export function renderText(page: PageDocument): string {
  const tables = (['path', 'query', 'header'] as const).flatMap((where) => {
    const rows = page.parameters.filter((one) => one.in === where);
    if (rows.length === 0) return [];
    const title = `${where[0]?.toUpperCase() ?? ''}${where.slice(1)} Params`;
    if (page.foldedTables.includes(where)) return [title, ''];
    return [title, ...rows.flatMap(({ name, required, schema }) => block(name, schema, required === true, page))];
  });
  const group = `  1. ${page.group}`;
  const headers = page.parameters.filter((one) => one.in === 'header').map(({ name }) => `--header '${name};' \\`);
  return [
    ...[
      'Kobble',
      group,
      'Kobble',
      '  • Introduction',
      `  • ${page.group}`,
      `    • ${page.title}`,
      `      ${page.method}`,
      group,
      '',
    ],
    ...[
      page.title,
      '',
      ...(page.label === 'released' ? [] : [capital(page.label)]),
      page.method,
      page.path,
      page.group,
    ],
    ...[...page.description.split('\n'), '', 'Request', '', ...tables],
    ...(page.body ? [`Body Params ${page.body.media}`, ...bodyLines(page.body, page)] : []),
    ...[
      '',
      'Request samples',
      '',
      'Shell',
      'JavaScript',
      `curl --location --request ${page.method} '${page.path}' \\`,
      ...headers,
      '',
      'Responses',
      '',
    ],
    ...page.responses.flatMap(({ status, name, body }) => [
      `${MARKS[status[0] ?? ''] ?? ''}${status}${name}`,
      ...(body ? [body.media, 'Words of the answer.', 'Body', ...bodyLines(body, page)] : []),
    ]),
    ...['Modified at 2026-02-18 09:07:45', 'Previous', 'Another page', 'Next', 'One more', 'Built with'],
  ].join('\n');
}

function bodyLines(body: PageBody, page: PageDocument): string[] {
  const schema = followed(body.schema, page);
  const fields = fieldsOf(followed((schema['items'] as Json | undefined) ?? schema, page), page);
  const rows = body.isFolded ? [''] : fields.flatMap(({ name, field, required }) => block(name, field, required, page));
  const sample = body.example === undefined ? [] : ['Example', ...JSON.stringify(body.example, null, 4).split('\n')];
  return ['Words about the body.', ...rows, ...sample];
}

interface Row {
  readonly name: string;
  readonly field: Json;
  readonly required: boolean;
}

/** Returns the fields of an object; of alternatives, those of all. */
function fieldsOf(schema: Json, page: PageDocument): Row[] {
  const alternatives = ((schema['oneOf'] ?? schema['anyOf']) as Json[] | undefined)?.map((one) => followed(one, page));
  const objects = alternatives ?? [schema];
  const rows = objects.flatMap((object) => Object.entries((object['properties'] ?? {}) as Record<string, Json>));
  const isRequired = (name: string) =>
    objects.every((object) => ((object['required'] ?? []) as string[]).includes(name));
  return [...new Map(rows)].map(([name, field]) => ({ name, field, required: isRequired(name) }));
}

function block(name: string, use: Json, required: boolean, page: PageDocument): string[] {
  const schema = followed(use, page);
  const values = schema['enum'] as string[] | undefined;
  const [type = 'object'] = [schema['type'] ?? 'object'].flat().map(String);
  const format = schema['format'] === undefined ? '' : `\u00a0<${schema['format'] as string}>`;
  const shown = values ? `enum<${type}>\u00a0` : `${type}\u00a0${format.trim()}`;
  const listed = values ? [values.length === 1 ? 'Allowed value:' : 'Allowed values:', values.join('')] : [];
  return [
    name,
    shown,
    required ? 'required' : 'optional',
    'Words about the field.',
    ...listed,
    'Example:',
    '{{a_variable}}',
  ];
}

function followed(schema: Json, page: PageDocument): Json {
  const reference = schema['$ref'];
  if (typeof reference !== 'string') return schema;
  return page.schemas[decodeURIComponent(reference.split('/').at(-1) ?? '')] ?? {};
}

const capital = (word: string): string => `${word[0]?.toUpperCase() ?? ''}${word.slice(1)}`;
