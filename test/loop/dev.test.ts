// Proves, in a copy of the project, that `npm run dev` says within its cycle what a saved change broke, wherever it was
// saved, generates and serves it at the same port, leaves `generated/` alone if the contract is bad, tells each save, and
// leaves no process and no file behind.
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scratchProject, type Scratch } from '../support/loop/scratch.js';

const CARD = 'openapi/components/schemas/Card.yaml';
const WITH_EXAMPLES = [CARD, 'openapi/components/examples/Card.yaml', 'openapi/components/examples/CardList.yaml'];
const GENERATED = 'generated/types.ts';
const METHODS = 'cards.list, cards.create, cards.get, cards.replace, cards.renew';
let scratch: Scratch;
let dev: ChildProcess;
let temporary: string;
let output = '';

beforeAll(() => {
  scratch = scratchProject();
  scratch.edit(GENERATED, 'A virtual or physical prepaid card.', 'A stale card.');
  temporary = mkdtempSync(join(tmpdir(), 'kobble-dev-test-'));
  start();
});
afterAll(() => {
  if (processesIn(groupId()).length > 0) process.kill(-groupId(), 'SIGKILL');
  scratch.remove();
  rmSync(temporary, { recursive: true });
});

/** Starts the command, with a folder for temporary files of its own. */
function start(): void {
  output = '';
  // A group of its own, so that a signal reaches all that Ctrl+C would reach.
  dev = spawn(process.execPath, ['--import', 'tsx', 'scripts/dev.ts', '--port', '0'], {
    cwd: scratch.folder,
    detached: true,
    env: { ...process.env, TMPDIR: temporary },
  });
  const collect = (chunk: Buffer) => void (output += chunk.toString());
  dev.stdout?.on('data', collect);
  dev.stderr?.on('data', collect);
}

const groupId = (): number => dev.pid ?? Number.NaN;
const printed = (text: RegExp) => expect.poll(() => output, { timeout: 120_000, interval: 50 }).toMatch(text);
const url = (): string => /http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0] ?? '';

const ENDS = /test\/: \d+ errors|has problems/;

/** Saves a change, and returns what is printed until the cycle has ended. */
async function save(from: string, to: string, files: readonly string[] = [CARD]): Promise<string> {
  output = `${url()}\n`;
  for (const file of files) scratch.edit(file, from, to);
  await printed(ENDS);
  return output;
}

/** Writes a file, and returns what is printed until the cycle has ended. */
async function replace(file: string, text: string): Promise<string> {
  output = `${url()}\n`;
  writeFileSync(join(scratch.folder, file), text);
  await printed(ENDS);
  return output;
}

/** Waits until nothing more is printed for a second. */
async function settled(): Promise<void> {
  for (let before = ''; before !== output; await new Promise((done) => setTimeout(done, 1_000))) before = output;
}

/** Returns the ids of the processes of a group, from /proc: those that have ended and wait for their parent are none. */
function processesIn(group: number): number[] {
  const stats = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((id) => statOf(id));
  return stats.filter(({ state, group: id }) => id === group && state !== 'Z').map(({ id }) => id);
}

function statOf(id: string): { id: number; state: string; group: number } {
  try {
    const fields = readFileSync(`/proc/${id}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return { id: Number(id), state: fields[0] ?? '', group: Number(fields[2]) };
  } catch {
    return { id: Number(id), state: 'Z', group: 0 }; // it has ended in the meantime
  }
}

async function cards(): Promise<string> {
  const response = await fetch(`${url()}/customers/v1/cards`, { headers: { authorization: 'Bearer any' } });
  return response.text();
}

describe.skipIf(process.platform !== 'linux')('npm run dev', () => {
  it('starts by writing what did not follow from the contract, and has no errors then', async () => {
    await printed(/Watching openapi\//);
    expect(output).toContain(`generated/ did not follow from openapi/; changed: ${GENERATED}\n`);
    expect(output).not.toContain('✗');
    expect(scratch.git('status', '--short')).toBe('');
  });

  it('names what a renamed field breaks, and serves the new contract at the same port', async () => {
    const said = await save('last_four_digit', 'last_digits', WITH_EXAMPLES);
    expect(said).toContain(`saved: ${[...WITH_EXAMPLES].sort().join(', ')}\n`);
    expect(said).toMatch(
      new RegExp(`major {2}Card\\.last_digits was renamed from last_four_digit\\n {7}${CARD}:\\d+ {2}${METHODS}`),
    );
    expect(said).toMatch(/✗ src\/testing\/resources\/cards\.ts:\d+ .*last_four_digit/);
    expect(scratch.read('generated/schema.ts')).toContain('last_digits');
    expect(await cards()).toContain('last_digits');
  });

  it('is content when the change is taken back', async () => {
    const said = await save('last_digits', 'last_four_digit', WITH_EXAMPLES);
    expect(said).toContain('✓ src/: 0 errors');
    expect(scratch.git('status', '--short')).toBe('');
  });

  it('follows an edit of the sources and of the tests', async () => {
    const source = 'src/time.ts';
    const broken = `${scratch.read(source)}export const wrong: string = 1;\n`;
    expect(await replace(source, broken)).toMatch(/saved: src\/time\.ts\n✗ src\/time\.ts:\d+ .*\n✗ src\/: 1 errors/);
    expect(await replace(source, broken.replace(/export const wrong.*\n/, ''))).toContain('✓ src/: 0 errors');
    const test = 'test/support/samples.ts';
    const failing = `${scratch.read(test)}export const wrong: string = 1;\n`;
    expect(await replace(test, failing)).toMatch(/✗ test\/support\/samples\.ts:\d+ .*\n✗ test\/: 1 errors/);
    expect(await replace(test, failing.replace(/export const wrong.*\n/, ''))).toContain('✓ test/: 0 errors');
  });

  it('blames an example that does not fit on the operations that have it there', async () => {
    const said = await save('status: ACTIVE', 'status: 9', ['openapi/components/examples/Card.yaml']);
    const [line = ''] = said.split('\n').filter((one) => one.includes('property type must be string'));
    expect(line).toMatch(
      /^✗ openapi\/components\/examples\/Card\.yaml:\d+ .* \(cards\.create, cards\.get, cards\.replace, cards\.renew\)$/,
    );
    await save('status: 9', 'status: ACTIVE', ['openapi/components/examples/Card.yaml']);
  });

  it('tells a save that comes while another is worked on', { timeout: 240_000 }, async () => {
    for (const delay of [100, 900, 2_500]) {
      output = `${url()}\n`;
      scratch.edit(CARD, 'description: Card id.', 'description: Id of the card.');
      await new Promise((done) => setTimeout(done, delay));
      scratch.edit(CARD, '  - external_id\n', '');
      await printed(/major {2}Card now may lack external_id/);
      await settled();
      output = `${url()}\n`;
      scratch.git('checkout', CARD);
      await printed(/Card now always has external_id[^]*test\/: \d+ errors/); // the cycle of this save, with its last check
      await settled();
    }
  });

  it('waits while the contract is away, as in a change of branch', async () => {
    output = `${url()}\n`;
    renameSync(`${scratch.folder}/openapi`, `${scratch.folder}/elsewhere`);
    await new Promise((done) => setTimeout(done, 700));
    renameSync(`${scratch.folder}/elsewhere`, `${scratch.folder}/openapi`);
    expect(await save('description: Card id.', 'description: Id of the card.')).toContain('✓ src/: 0 errors');
    await save('description: Id of the card.', 'description: Card id.');
  });

  it.each([
    ['a rule', 'type: object', 'type: objet', /✗ openapi\/components\/schemas\/Card\.yaml:\d+ .*\(cards\.list, /],
    [
      'the syntax of YAML',
      'type: object',
      'type: [object',
      /✗ openapi\/components\/schemas\/Card\.yaml:\d+ Failed to parse/,
    ],
  ])('leaves generated/ and the mock alone if a file breaks %s', async (_, from, to, problem) => {
    const said = await save(from, to);
    expect(said).toMatch(problem);
    expect(said).toContain('generated/ is unchanged.');
    expect(scratch.git('status', '--short').trim()).toBe(`M ${CARD}`);
    expect(await cards()).toContain('last_four_digit');
    expect(await save(to, from)).toContain('✓ src/: 0 errors');
  });

  it.each(['SIGINT', 'SIGHUP', 'SIGTERM'] as const)('ends on %s during a save with nothing left', async (signal) => {
    output = `${url()}\n`;
    scratch.edit(CARD, 'description: Card id.', 'description: Id of the card.');
    await printed(/saved: /);
    await new Promise((done) => setTimeout(done, 500));
    expect(processesIn(groupId()).length).toBeGreaterThan(0);
    process.kill(-groupId(), signal);
    await expect.poll(() => processesIn(groupId()), { timeout: 20_000 }).toEqual([]);
    expect(readdirSync(temporary).filter((name) => !name.startsWith('tsx-'))).toEqual([]); // tsx keeps a cache
    await expect(fetch(url())).rejects.toThrow();
    scratch.git('checkout', '.');
    start();
    await printed(/Watching openapi\//);
  });
});
