import type { FakeKobble, FaultStep } from '../testing/index.js';
import { EVENTS_HELP, eventRoutes } from './fake-events.js';

/** Answers a request to the fake's control endpoint. Undefined: it is not one. */
export type Control = (request: Request) => Promise<Response | undefined>;

const PATH = '/__fake';

/** The routes, for people. */
export const CONTROL_HELP = `Control, with JSON bodies:
  POST   /__fake/faults       { "operations": ["createCard"], "fault": "dropAnswer", "times": 2 }
                              Faults: dropAnswer, dropRequest, stallHeaders, stallBody, expireToken,
                              slow (with "milliseconds"), garble ("how": "html" or "cut"), and
                              respond ("status", "after": "effect", "retryAfter", "body", "headers").
                              "times" is a number (default 1) or "always", for each of the operations.
  GET    /__fake/faults       The faults that have not happened yet
  DELETE /__fake/faults       Removes them all
  POST   /__fake/random       { "seed": 1, "dropAnswer": 0.3, "respond503": 0.1 }: a random mix of faults
  GET    /__fake/calls        All attempts that arrived: operation, key, status, effect, fault
  GET    /__fake/effects      What was carried out
  POST   /__fake/add/KIND     Stores an enduser, wallet, active-wallet, program or card (the body: its fields), or
                              returns a token
${EVENTS_HELP}
  POST   /__fake/clock        { "advance": 3600000 }: lets milliseconds pass at once
  POST   /__fake/reset        Forgets all but tokens and the endpoints above: what was stored, carried out, planned and
                              delivered, keys and calls
  GET    /__fake              This text

Requests of web pages are refused (403): they have an Origin, or a Host that is not loopback.`;

/** Returns the control endpoint of a fake. */
export function controlOf(fake: FakeKobble): Control {
  const { state, faults, calls, clock } = fake;
  const add: Readonly<Record<string, (fields: object) => unknown>> = {
    enduser: (fields) => state.addEnduser(fields),
    wallet: (fields) => state.addWallet(fields),
    'active-wallet': (fields) => state.addActiveWallet(fields),
    program: (fields) => state.addProgram(fields),
    card: (fields) => state.addCard(fields),
    token: () => ({ token: state.addToken() }),
  };
  const routes: Readonly<Record<string, (body: Record<string, unknown>) => unknown>> = {
    'POST faults': (body) => planFault(fake, body),
    'GET faults': () => faults.pending(),
    'DELETE faults': () => faults.clear(),
    // The shape is checked by the plan itself.
    'POST random': (body) => faults.random(body as unknown as Parameters<typeof faults.random>[0]),
    'GET calls': () => [...calls],
    'GET effects': () => state.effects,
    'POST reset': () => fake.reset(),
    'POST clock': ({ advance }) => clock.advance(numberOf('advance', advance)),
    ...eventRoutes(fake),
    ...Object.fromEntries(Object.entries(add).map(([kind, store]) => [`POST add/${kind}`, store])),
  };
  const run = async (request: Request, path: string): Promise<unknown> => {
    const name = `${request.method} ${path.slice(PATH.length + 1)}`;
    const route = Object.hasOwn(routes, name) ? routes[name] : undefined;
    if (route === undefined) throw new Error(`There is no ${request.method} ${path}: see GET ${PATH}.`);
    const text = await request.text();
    const body: unknown = text === '' ? {} : JSON.parse(text);
    if (typeof body !== 'object' || body === null) throw new Error('The body must be a JSON object.');
    return (await route(body as Record<string, unknown>)) ?? { ok: true };
  };
  return async (request) => {
    const { pathname } = new URL(request.url);
    if (pathname !== PATH && !pathname.startsWith(`${PATH}/`)) return undefined;
    if (isOfPage(request)) {
      return Response.json({ message: 'A web page cannot control the fake: call it from a program.' }, { status: 403 });
    }
    if (request.method === 'GET' && pathname.slice(PATH.length).length <= 1) return new Response(`${CONTROL_HELP}\n`);
    try {
      return Response.json(await run(request, pathname));
    } catch (error) {
      return Response.json({ message: error instanceof Error ? error.message : String(error) }, { status: 400 });
    }
  };
}

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

/** Adds a fault to the plan. The names of operations, the status and the number of times are checked by the plan. */
function planFault({ faults }: FakeKobble, body: Record<string, unknown>): void {
  const { operations, fault, times = 1, status, milliseconds, how, ...answer } = body;
  if (!Array.isArray(operations) || operations.length === 0) throw new Error('"operations" must be a list of names.');
  const step = faults.on(...(operations as unknown as Parameters<typeof faults.on>));
  const repeated = times === 'always' ? step.always() : step.times(numberOf('times', times));
  const plans: Readonly<Record<string, (step: FaultStep) => FaultStep>> = {
    dropAnswer: (one) => one.dropAnswer(),
    dropRequest: (one) => one.dropRequest(),
    stallHeaders: (one) => one.stallHeaders(),
    stallBody: (one) => one.stallBody(),
    expireToken: (one) => one.expireToken(),
    slow: (one) => one.slow(numberOf('milliseconds', milliseconds)),
    garble: (one) => one.garble(how === 'cut' ? 'cut' : 'html'),
    respond: (one) => one.respond(numberOf('status', status), answer),
  };
  const plan = Object.hasOwn(plans, String(fault)) ? plans[String(fault)] : undefined;
  if (plan === undefined) throw new Error(`"fault" must be one of ${Object.keys(plans).join(', ')}.`);
  plan(repeated);
}

function numberOf(name: string, value: unknown): number {
  if (typeof value === 'number' && value >= 0) return value;
  throw new Error(`"${name}" must be a number, 0 or more.`);
}
