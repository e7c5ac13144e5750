// What the checks need: assertions, and the way to the servers that run in Node beside the runtime.
import { createKobbleClient } from 'kobble-client';

export const CREDENTIALS = { clientId: 'suite', clientSecret: 'suite-secret-0123456789', scope: 'client/write' };
export const NO_CREDENTIALS = { clientId: undefined, clientSecret: undefined, scope: undefined };

/** @type {{ name: string, run: (world: object) => Promise<void>, options: object }[]} */
const checks = [];

/** Adds a check. It gets a world of its own: a fake Kobble with these options, and clients of it. */
export function check(name, run, options = {}) {
  checks.push({ name, run, options });
}

export function equal(actual, expected, what = 'value') {
  const [shown, wanted] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (shown !== wanted) throw new Error(`${what} is ${shown}, not ${wanted}`);
}

export function holds(condition, what) {
  if (!condition) throw new Error(`it is not so that ${what}`);
}

/** Returns what a promise rejects with. */
export async function failureOf(promise) {
  const outcome = await promise.then(
    (value) => ({ value }),
    (error) => ({ error }),
  );
  if ('error' in outcome) return outcome.error;
  throw new Error('the call did not fail');
}

/** Checks name, code and outcome of the error of a call, and returns it. */
export async function failsWith(promise, { name, code, outcome }) {
  const error = await failureOf(promise);
  const text = `${error?.name}: ${error?.message} (cause: ${error?.cause?.name}: ${error?.cause?.message})`;
  equal([error?.name, error?.code, error?.outcome], [name, code, outcome], `the error "${text}"`);
  return error;
}

/** Runs all checks one after the other, and reports each as a line: `ok name` or `not ok name: reason`. */
export async function runSuite(control, report) {
  const ask = async (method, ...args) => {
    const response = await fetch(control, { method: 'POST', body: JSON.stringify({ method, args }) });
    const answer = await response.json();
    if (response.status !== 200) throw new Error(`${method}: ${answer.error}`);
    return answer.value;
  };
  const given = await ask('given');
  for (const { name, run, options } of checks) {
    const fake = await ask('open', options);
    const world = {
      ...{ given, ...fake },
      ask: (method, ...args) => ask(method, fake.id, ...args),
      client: (more = {}) => createKobbleClient({ baseUrl: fake.url, ...CREDENTIALS, logLevel: 'off', ...more }),
    };
    try {
      await within(20_000, run(world));
      report(`ok ${name}`);
    } catch (error) {
      report(`not ok ${name}: ${String(error?.message ?? error).replaceAll(/\s+/g, ' ')}`);
    }
    await ask('close', fake.id);
  }
}

function within(milliseconds, promise) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`it took more than ${milliseconds} ms`)), milliseconds);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
