import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What to know of each code by class, but for those that the page has above, and those of `ConfigError`. */
const CODES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'BadRequestError 400': { bad_request: 'A parameter is invalid or missing; `error.body` may say which.' },
  'AuthenticationError 401': { authentication_failed: 'A new token was refused too. Check scope and environment.' },
  'PermissionDeniedError 403': { permission_denied: 'The client or its scope may not do this. Ask Kobble.' },
  'NotFoundError 404': { not_found: 'No such record, or not yours. Check id and environment.' },
  'ConflictError 409': { conflict: 'Read the record. With a key, repeat later: a call may be in progress.' },
  'UnprocessableEntityError 422': { unprocessable_entity: 'Valid, but impossible; or a key used with another body.' },
  ApiError: { api_error: 'Another status, such as a redirect. Look at `error.status`.' },
  ConnectionError: {
    connection_refused: 'Nothing listens there. Check `baseUrl`, port and firewall.',
    name_not_resolved: 'The host has no address. Check `baseUrl` and DNS.',
    connect_timeout: 'The host did not accept the connection. Check network and proxy.',
    tls_failed: 'The certificate was refused. Trust your own authority; never disable the check.',
    network_access_denied: 'Deno or Node may not call the host. Grant the permission.',
  },
  TimeoutError: {
    attempt_timeout: 'An attempt took longer than `timeoutMs`. See `outcome`.',
    store_timeout: 'Only in the log: a store was too slow.',
  },
  AbortedError: { aborted: 'Your `signal` or `close()` ended the call. See `outcome`.' },
  DecodeError: {
    invalid_json: 'Not JSON, often the page of a proxy. Check `baseUrl` and proxy.',
    invalid_utf8: 'Not UTF-8. Check the proxy.',
    empty_body: 'No body, but the contract has one. Report it.',
    unexpected_body: 'An object instead of a list, or the reverse. Report it.',
    body_too_large: 'Larger than `maxResponseBytes`. Raise it, or read smaller pages.',
    incomplete_list: 'The list ended before its total. Read it again.',
    invalid_widget_url: 'The URL of the widget is not https. Report it to Kobble.',
    invalid_token_answer: 'No usable token; the cause of `token_unavailable`. Check `tokenUrl`.',
    not_a_response: 'Your option `fetch` returned something else, often in a test.',
  },
};

/** What to know of those codes of `ConfigError` whose names do not say it. */
const CONFIG_CODES: Readonly<Record<string, string>> = {
  client_closed: 'another client can make the call',
  client_secret_unavailable: 'your function failed',
  invalid_idempotency_key: 'no UUID version 4',
  invalid_path_value: 'empty, or dots',
  invalid_token: 'of your function',
  invalid_url: 'not below `baseUrl`',
};

/** Returns the table of the codes of calls, and the list of those of `ConfigError`, which the sources have. */
export function errorCodes(root: string): string {
  const rows = Object.entries(CODES).flatMap(([name, codes]) => {
    const [error = '', status = ''] = name.split(' ');
    return Object.entries(codes).map(([code, advice]) => `| \`${code}\` | \`${error}\` ${status} | ${advice} |`);
  });
  const head = ['| code | class, status | what to know |', '| --- | --- | --- |'];
  const wrong = `\`ConfigError\`: an argument is wrong, or the client is closed. Nothing was sent, and the message says what to correct: ${configCodes(root)}.`;
  return [[...head, ...rows].join('\n'), wrong].join('\n\n');
}

function configCodes(root: string): string {
  const folder = join(root, 'src');
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  const texts = sources.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n');
  const codes = new Set(Array.from(texts.matchAll(/new ConfigError\(\s*'(\w+)'/g), ([, code = '']) => code));
  const told = (code: string) => (CONFIG_CODES[code] === undefined ? '' : ` (${CONFIG_CODES[code]})`);
  return Array.from(codes, (code) => `\`${code}\`${told(code)}`)
    .sort()
    .join(', ');
}
