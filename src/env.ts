/** The variables an option is taken from where the caller leaves it out. */
export type VariableName =
  | 'KOBBLE_ENVIRONMENT'
  | 'KOBBLE_BASE_URL'
  | 'KOBBLE_TOKEN_URL'
  | 'KOBBLE_CLIENT_ID'
  | 'KOBBLE_CLIENT_SECRET'
  | 'KOBBLE_SCOPE'
  | 'KOBBLE_LOG';

/** A `KOBBLE_*` variable; undefined where it is empty, or where there are no variables (a browser, a worker). */
export function readEnv(name: VariableName): string | undefined {
  const { process } = globalThis as { process?: { env?: Record<string, string | undefined> } };
  try {
    return process?.env?.[name]?.trim() || undefined;
  } catch {
    return undefined; // Deno asks for a permission, and may be refused it
  }
}
