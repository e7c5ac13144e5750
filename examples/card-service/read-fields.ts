import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';

/** Returns these fields of a request's JSON body. A field that is missing, empty or not text is answered with 400. */
export async function readFields<Name extends string>(
  c: Context,
  names: readonly Name[],
): Promise<Record<Name, string>> {
  const body: unknown = await c.req.json().catch(() => undefined);
  const given = new Map<string, unknown>(Object.entries(body ?? {}));
  const fields = names.map((name) => {
    const value = given.get(name);
    if (typeof value === 'string' && value !== '') return [name, value] as const;
    throw new HTTPException(400, { message: `The field "${name}" is missing.` });
  });
  return Object.fromEntries(fields) as Record<Name, string>; // fromEntries does not keep the names in its type
}
