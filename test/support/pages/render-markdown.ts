import { stringify } from 'yaml';
import type { Json, PageBody, PageDocument } from './page-document.js';

/** Writes a page as Apidog serves it in Markdown. */
export function renderMarkdown(page: PageDocument): string {
  const { title, method, path } = page;
  const operation = {
    summary: title,
    deprecated: page.deprecated,
    description: page.description,
    tags: [page.group],
    parameters: page.parameters.map(({ name, in: where, required, schema }) => ({
      ...{ name, in: where, description: 'Words.' },
      ...(required !== undefined && { required }),
      ...{ example: '{{a_variable}}', schema },
    })),
    ...(page.body && { requestBody: { content: contentOf(page.body) } }),
    responses: Object.fromEntries(
      page.responses.map(({ status, name, body, isSecond }) => [
        isSecond ? `x-${status}:${name}` : status,
        { description: 'Words.', ...(body && { content: contentOf(body) }), headers: {}, 'x-apidog-name': name },
      ]),
    ),
    security: page.security,
    'x-apidog-folder': page.group,
    'x-apidog-status': page.label,
    'x-run-in-apidog': `https://app.apidog.com/web/project/1/apis/${page.id}-run`,
    ...page.extra,
  };
  return markdownOf(title, { [path]: { [method.toLowerCase()]: operation } }, page.schemas);
}

/** Writes the page of a schema in Markdown. */
export const renderSchema = (name: string, schemas: Readonly<Record<string, Json>>): string =>
  markdownOf(
    name,
    {},
    Object.fromEntries(Object.entries(schemas).map(([key, schema]) => [key, { ...schema, 'x-apidog-folder': '' }])),
  );

function markdownOf(title: string, paths: Json, schemas: Json): string {
  const document = {
    openapi: '3.0.1',
    info: { title: '', description: '', version: '1.0.0' },
    paths,
    components: { schemas, securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
    servers: [{ url: '', description: 'Cloud Mock' }],
    security: [{ bearer: [] }],
  };
  return `# ${title}\n\n## OpenAPI Specification\n\n\`\`\`yaml\n${stringify(document, { aliasDuplicateObjects: false })}\n\`\`\`\n`;
}

const contentOf = ({ media, schema, example }: PageBody): Json => ({
  [media]: { schema, ...(example !== undefined && { example }) },
});
