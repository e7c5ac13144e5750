import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';

/** The fields that a request must bring as JSON, each a text that is not empty; otherwise it is answered 400. */
export async function readFields<Name extends string>(
  c: Context,
  names: readonly Name[],
): Promise<Record<Name, string>> {
  const body: unknown = await c.req.json().catch(() => undefined);
  const given = new Map<string, unknown>(Object.entries(body ?? {}));
  const fields = names.map((name) => {
    const value = given.get(name);
    if (typeof value === 'string' && value !== '') return [name, value] as const;
    throw new HTTPException(400, { message: `"${name}" is missing` });
  });
  return Object.fromEntries(fields) as Record<Name, string>; // fromEntries forgets the names
}
