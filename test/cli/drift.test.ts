// Proves that `kobble-client drift` finds the 45 deviations of a Kobble over HTTP and invents none, in any form of report; that
// it continues after a stop; that it names all that is missing at once; and that no output contains a value.
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { DriftFinding, DriftState } from '../../src/drift/index.js';
import { createFakeKobble } from '../../src/testing/index.js';
import { runProgram, startProgram } from '../support/cli/program.js';
import { storedValues } from '../support/loop/deviating-fetch.js';
import { rounds, serveDeviating } from '../support/loop/deviating-server.js';
import { CANARY, deviations, type DeviationCase } from '../support/loop/deviations.js';

const SECRET = 'correct-horse-battery-staple';
const fake = createFakeKobble({ clientId: 'drift', clientSecret: SECRET });
fake.state.addCard();
fake.state.addCard();
const folder = mkdtempSync(join(tmpdir(), 'kobble-drift-'));
const stops: (() => Promise<unknown>)[] = [() => fake.close()];
afterAll(async () => {
  await Promise.all(stops.map((stop) => stop()));
  rmSync(folder, { recursive: true });
});

async function environment(cases: readonly DeviationCase[] = [], secret = SECRET): Promise<Record<string, string>> {
  const [url, stop] = await serveDeviating(fake, cases);
  stops.push(stop);
  return {
    KOBBLE_BASE_URL: url,
    KOBBLE_CLIENT_ID: 'drift',
    KOBBLE_CLIENT_SECRET: secret,
    KOBBLE_SCOPE: 'client/read',
  };
}

/** Runs the command, and checks that no value of a response is in what it prints. */
async function drift(env: Record<string, string>, ...args: string[]) {
  const run = await runProgram(['drift', '--per-second', '1000', '--ids', '1', ...args], { env });
  expectNoValue(run.stdout + run.stderr);
  return run;
}

function expectNoValue(text: string): void {
  for (const value of [CANARY, '4111', SECRET, ...storedValues(fake)]) expect(text).not.toContain(value);
}

const placeOf = ({ endpoint, kind, part, pointer }: Omit<DriftFinding, 'operationId'>): string =>
  `${endpoint} ${kind} ${part} ${pointer}`;

it('finds all deviations, and no others', async () => {
  const found: string[] = [];
  for (const cases of rounds()) {
    const { code, stdout } = await drift(await environment(cases), '--json');
    const { findings } = JSON.parse(stdout) as { findings: readonly DriftFinding[] };
    expect(code).toBe(1);
    found.push(...findings.map(placeOf));
  }
  const planted = deviations.map(({ path, found: one }) =>
    placeOf({ endpoint: `GET ${path}`, ...one } as DriftFinding),
  );
  expect(found.sort()).toEqual(planted.sort());
});

it('exits 0 without drift, with progress on stderr', async () => {
  const { code, stdout, stderr } = await drift(await environment());
  expect(code).toBe(0);
  expect(stdout).toMatch(/✓ GET \/customers\/v1\/cards \(listCards\): 1 × 200\n[^]*No drift was found\.\n$/);
  expect(stderr.split('\n')[0]).toBe('1/15 GET /customers/v1/beneficiaries');
});

it('exits 2 if nothing can be read', async () => {
  const { code, stderr } = await drift(await environment([], 'wrong'));
  expect(code).toBe(2);
  expect(stderr).toContain('nothing is known about drift');
});

it('writes SARIF, and what it records as YAML', async () => {
  const cases = deviations.filter(({ name }) => name === 'a new field' || name === 'a card with a new object');
  const file = join(folder, 'proposal.yaml');
  const { code, stdout } = await drift(await environment(cases), '--format', 'sarif', '--record', file);
  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({ version: '2.1.0', runs: [{ results: [{}, {}] }] });
  const yaml = readFileSync(file, 'utf8');
  expectNoValue(yaml);
  expect(parse(yaml)).toMatchObject({
    Card: { properties: { nickname: { type: 'string' }, holder: { type: 'object' } } },
  });
});

it('continues after a stop, from a file without values', async () => {
  const env = await environment(deviations.filter(({ name }) => name === 'a new field'));
  const state = join(folder, 'state.json');
  const args = ['drift', '--per-second', '4', '--ids', '1', '--state', state];
  const child = startProgram(args, { env });
  let progress = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    progress += chunk.toString();
    if (progress.includes('\n5/15 ') && !child.killed) child.kill('SIGINT');
  });
  expect(await once(child, 'close')).toEqual([2, null]);
  expect(progress).toContain('kobble-client drift: Stopped. The same command continues it.');
  const kept = readFileSync(state, 'utf8');
  expectNoValue(progress + kept);
  expect((JSON.parse(kept) as DriftState).operations.length).toBeGreaterThanOrEqual(4);

  const { code, stdout } = await drift(env, '--state', state);
  expect(code).toBe(1);
  expect(stdout).toContain('(listCards): 1 × 200\n'); // although it was read twice, for the ids of its cards
  expect(stdout).toMatch(/body \/\*\/nickname: .* \(1 ×\)\n[^]*1 differences/);
  expect(existsSync(state)).toBe(false);
});

it('names everything that is missing at once, with its variable', async () => {
  const { code, stderr } = await runProgram(['drift']);
  expect(code).toBe(2);
  expect(stderr.match(/^ {2}\S.*/gm)).toEqual([
    '  --environment or KOBBLE_ENVIRONMENT, or --base-url or KOBBLE_BASE_URL',
    '  --client-id or KOBBLE_CLIENT_ID',
    '  KOBBLE_CLIENT_SECRET',
    '  --scope or KOBBLE_SCOPE',
  ]);
});

it.concurrent.each([
  ['--format', 'xml', /--format must be one of text, json, sarif/],
  ['--pages', '0', /--pages must be a number above 0/],
  ['--ids', 'all', /--ids must be a number above 0/],
  ['--state', 'package.json', /--state is not a file of a drift check/],
  ['--base-url', 'http://kobble.example', /baseUrl must be https/],
])('exits with 2 on a wrong %s', async (option, value, reason) => {
  const { code, stderr } = await drift(await environment(), option, value);
  expect(code).toBe(2);
  expect(stderr).toMatch(reason);
});
