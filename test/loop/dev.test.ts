// Proves, in a copy of the project, that `npm run dev` says within its cycle what a saved change broke, generates and
// serves it at the same port, leaves `generated/` alone if the contract is bad, and leaves no process behind.
import { spawn, type ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scratchProject, type Scratch } from '../support/loop/scratch.js';

const CARD = 'openapi/components/schemas/Card.yaml';
const WITH_EXAMPLES = [CARD, 'openapi/components/examples/Card.yaml', 'openapi/components/examples/CardList.yaml'];
const METHODS = 'cards.list, cards.create, cards.get, cards.replace, cards.renew';
let scratch: Scratch;
let dev: ChildProcess;
let output = '';

beforeAll(() => {
  scratch = scratchProject();
  // A group of its own, so that a signal reaches all that Ctrl+C would reach.
  dev = spawn('npm', ['run', '--silent', 'dev', '--', '--port', '0'], { cwd: scratch.folder, detached: true });
  const collect = (chunk: Buffer) => void (output += chunk.toString());
  dev.stdout?.on('data', collect);
  dev.stderr?.on('data', collect);
});
afterAll(() => {
  if (processesIn(groupId()).length > 0) process.kill(-groupId(), 'SIGKILL');
  scratch.remove();
});

const groupId = (): number => dev.pid ?? Number.NaN;
const printed = (text: RegExp) => expect.poll(() => output, { timeout: 120_000, interval: 50 }).toMatch(text);
const url = (): string => /http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0] ?? '';

/** Saves a change, and returns what is printed until the cycle has ended. */
async function save(from: string, to: string, files: readonly string[] = [CARD]): Promise<string> {
  output = `${url()}\n`;
  for (const file of files) scratch.edit(file, from, to);
  await printed(/test\/: \d+ errors|has problems/);
  return output;
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
  it('starts with a contract that has no errors', async () => {
    await printed(/Watching openapi\//);
    expect(output).not.toContain('✗');
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

  it('ends on Ctrl+C with no process and no file left', async () => {
    const copies = () => readdirSync(tmpdir()).filter((name) => name.startsWith('kobble-dev-'));
    const before = copies();
    expect(processesIn(groupId()).length).toBeGreaterThan(0);
    process.kill(-groupId(), 'SIGINT');
    await expect.poll(() => processesIn(groupId()), { timeout: 20_000 }).toEqual([]);
    expect(copies().length).toBeLessThan(before.length);
    await expect(fetch(url())).rejects.toThrow();
  });
});
