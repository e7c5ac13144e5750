/**
 * Returns true if a schema is a component: a file of its own under components/schemas, or an entry of
 * `components.schemas` in a bundle.
 *
 * @param {{ source: { absoluteRef: string }, pointer: string }} location where Redocly found the schema
 */
export function isComponentSchema({ source, pointer }) {
  if (pointer === '#/') return source.absoluteRef.includes('/components/schemas/');
  return /^#\/components\/schemas\/[^/]+$/.test(pointer);
}
