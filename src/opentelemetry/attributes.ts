import type { Attributes } from '@opentelemetry/api';
import type { CallEvent } from '../hooks.js';

/** Returns what a call and its attempts have in common, by the HTTP semantic conventions where they have a name for it. */
export function placeOf({ method, origin, operationId, path }: CallEvent): Attributes {
  return {
    'http.request.method': method,
    ...serverOf(origin),
    // The path of an unknown operation is the caller's: it could contain an id.
    ...(operationId !== undefined && { 'url.template': path, 'kobble.operation_id': operationId }),
  };
}

/** Servers by origin: a client has one for its calls, and at most another one for its tokens. */
const servers = new Map<string, Attributes>();

function serverOf(origin: string): Attributes {
  const known = servers.get(origin);
  if (known !== undefined) return known;
  const { hostname, port, protocol } = new URL(origin);
  const server = { 'server.address': hostname, 'server.port': Number(port || (protocol === 'https:' ? 443 : 80)) };
  servers.set(origin, server);
  return server;
}

/** Returns `{method} {url.template}`, or only the method if the contract does not know the path. */
export const attemptNameOf = ({ method, operationId, path }: CallEvent): string =>
  operationId === undefined ? method : `${method} ${path}`;

/** Returns the URL without what could identify a record: the path is the template, and nothing of an unknown one is shown. */
export const urlOf = ({ origin, operationId, path }: CallEvent): string =>
  origin + (operationId === undefined ? '/REDACTED' : path);

/** The end of a call or an attempt. */
interface End {
  readonly status: number | undefined;
  readonly error: { readonly code: string } | undefined;
}

/** Returns status and error of an attempt, or of the call for a metric. */
export const endOf = (end: End): Attributes => ({
  ...(end.status && { 'http.response.status_code': end.status }), // a redirect that a browser does not show has status 0
  ...errorOf(end),
});

/** Returns the error, if there is one: `error.type` is an error status, otherwise the code of the error. */
export function errorOf({ status = 0, error }: End): Attributes {
  const type = status >= 400 ? String(status) : error?.code;
  return type === undefined ? {} : { 'error.type': type };
}
