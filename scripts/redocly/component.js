/**
 * Whether a schema is one of the components: a file of its own under components/schemas, or an entry of a
 * bundle's `components.schemas`.
 *
 * @param {{ source: { absoluteRef: string }, pointer: string }} location where Redocly found the schema
 */
export function isComponentSchema({ source, pointer }) {
  if (pointer === '#/') return source.absoluteRef.includes('/components/schemas/');
  return /^#\/components\/schemas\/[^/]+$/.test(pointer);
}
