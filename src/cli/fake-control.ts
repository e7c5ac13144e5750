import type { FakeKobble, FaultStep } from '../testing/index.js';

/** Answers a request to the fake's control endpoint. Undefined: it is not one. */
export type Control = (request: Request) => Promise<Response | undefined>;

const PREFIX = '/__fake/';

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
    'POST clock': ({ advance }) => clock.advance(numberOf('advance', advance)),
    ...Object.fromEntries(Object.entries(add).map(([kind, store]) => [`POST add/${kind}`, store])),
  };
  const run = async (request: Request, path: string): Promise<unknown> => {
    const name = `${request.method} ${path.slice(PREFIX.length)}`;
    const route = Object.hasOwn(routes, name) ? routes[name] : undefined;
    if (route === undefined) throw new Error(`There is no ${request.method} ${path}: see kobble-client fake --help.`);
    const text = await request.text();
    const body: unknown = text === '' ? {} : JSON.parse(text);
    if (typeof body !== 'object' || body === null) throw new Error('The body must be a JSON object.');
    return route(body as Record<string, unknown>) ?? { ok: true };
  };
  return async (request) => {
    const { pathname } = new URL(request.url);
    if (!pathname.startsWith(PREFIX)) return undefined;
    try {
      return Response.json(await run(request, pathname));
    } catch (error) {
      return Response.json({ message: error instanceof Error ? error.message : String(error) }, { status: 400 });
    }
  };
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
