import type { CallOptions, Values } from './call.js';
import { wrongHeader } from './config.js';

/** What is passed on of openapi-fetch's options, and our own beside them. */
export interface TypedInit extends Omit<CallOptions, 'headers'> {
  params?: Values & { header?: Record<string, unknown> };
  body?: unknown;
  headers?: HeadersInit;
  parseAs?: string;
  querySerializer?: unknown;
  bodySerializer?: (body: unknown) => string | undefined;
}

/** openapi-fetch's headers and header parameters as one plain object, names in lower case. */
export function flatHeaders(
  headers: HeadersInit = {},
  parameters: Record<string, unknown> = {},
): Record<string, string> {
  try {
    const flat = new Headers(headers);
    for (const [name, value] of Object.entries(parameters)) if (typeof value === 'string') flat.set(name, value);
    return Object.fromEntries(flat);
  } catch {
    return wrongHeader('headers'); // the platform's own error quotes the value
  }
}
