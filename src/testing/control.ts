import { isObject } from '../checks.js';
import { FAKE_CONTROL_HELP, ROUTES, type ControlParts } from './control-routes.js';
import { checkFields, nearestOf } from './fields.js';

/** Answers a request to the control endpoint of a fake. Undefined: it is not one. */
export type Control = (request: Request) => Promise<Response | undefined>;

const PATH = '/__fake';

/** Returns the control endpoint of a fake. */
export const controlOf =
  (parts: ControlParts): Control =>
  async (request) => {
    const { pathname } = new URL(request.url);
    if (pathname !== PATH && !pathname.startsWith(`${PATH}/`)) return undefined;
    if (isOfPage(request))
      return answer(403, { message: 'A web page cannot control the fake: call it from a program.' });
    if (request.method === 'GET' && pathname.length <= PATH.length + 1) return new Response(`${FAKE_CONTROL_HELP}\n`);
    try {
      return answer(200, (await run(parts, request)) ?? { ok: true });
    } catch (error) {
      return answer(400, { message: error instanceof Error ? error.message : String(error) });
    }
  };

async function run(parts: ControlParts, request: Request): Promise<unknown> {
  const { pathname, search } = new URL(request.url);
  const name = `${request.method} ${pathname.slice(PATH.length + 1)}`;
  const route = Object.hasOwn(ROUTES, name) ? ROUTES[name] : undefined;
  if (route === undefined) {
    const nearest = nearestOf(name, Object.keys(ROUTES)) ?? `See GET ${PATH}.`;
    throw new Error(`There is no ${request.method} ${pathname}. ${nearest}`);
  }
  if (search !== '') throw new Error(`${name} takes no query`);
  const body = parse(await request.text());
  const [example, , work, fields = example.startsWith('{') ? undefined : {}] = route;
  if (fields !== undefined) checkFields(name, body, fields);
  return work(parts, body);
}

function parse(text: string): Readonly<Record<string, unknown>> {
  const body: unknown = text === '' ? {} : JSON.parse(text);
  if (!isObject(body) || Array.isArray(body)) throw new Error('The body must be a JSON object.');
  return body;
}

/** JSON has no `Infinity`: it is the `times` of a fault of "always". */
const answer = (status: number, content: unknown): Response =>
  new Response(
    JSON.stringify(content, (_, value: unknown) => (value === Infinity ? 'always' : value)),
    {
      status,
      headers: { 'content-type': 'application/json' },
    },
  );

/**
 * Returns true for a request that a web page may have caused: browsers state where it comes from, or it names a host that
 * is not loopback, as it does for a page whose own name was bound to this address (DNS rebinding).
 */
function isOfPage({ headers }: Request): boolean {
  const [origin, site = 'none', host = ''] = ['origin', 'sec-fetch-site', 'host'].map(
    (name) => headers.get(name) ?? undefined,
  );
  return origin !== undefined || site !== 'none' || !/^(localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/i.test(host);
}
