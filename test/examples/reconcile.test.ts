// Proves that the export of a month has each transaction once, however often it is killed; that a list which changes or
// ends too early is told from one that is whole; that files of something else are refused; that the month is that of
// the time zone; and that a spreadsheet runs nothing that a customer wrote.
import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FaultStep } from '../../src/testing/index.js';
import { bundleExample, start, type Ended } from '../support/example-program.js';
import { serveFake, type Served } from '../support/faults/fake.js';

const MONTH = '2026-02';
const ZONE = 'Australia/Sydney'; // eleven hours ahead of UTC in that month
const PAGES = 12;
const KILLS = 4;

/** What an export is of. */
interface Of {
  readonly timeZone: string;
  readonly baseUrl: string;
  readonly clientId: string;
}

interface World extends Served {
  readonly folder: string;
  /** The start of the program's files. */
  readonly file: string;
  readonly export: (of?: Partial<Of>) => { readonly kill: () => boolean; readonly ended: Promise<Ended> };
  readonly add: (id: string, created_at?: string | null, more?: object) => void;
}

async function world(): Promise<World> {
  const { program, folder: parent } = await bundleExample('examples/reconcile/export-month.ts');
  const folder = join(parent, 'exports'); // the program makes it
  const served = await serveFake({ latencyMs: 5, maxPageLimit: 7 });
  // The fake dates what is created by its clock; a month that is over has to be put there.
  const transactions = served.fake.state.transactions as Map<string, object>;
  return {
    ...served,
    folder,
    file: join(folder, `transactions-${MONTH}`),
    export: ({ timeZone = ZONE, baseUrl = served.baseUrl, clientId = 'client-1' } = {}) => {
      const { child, ended } = start(program, [MONTH, timeZone, folder], baseUrl, { KOBBLE_CLIENT_ID: clientId });
      return { kill: () => child.kill('SIGKILL'), ended };
    },
    add: (id, created_at = '2026-02-10T00:00:00.000Z', more = {}) =>
      transactions.set(id, { id, ...(created_at !== null && { created_at }), ...more }),
  };
}

const idsOf = (file: string): string[] =>
  readFileSync(`${file}.csv`, 'utf8')
    .trim()
    .split('\r\n')
    .slice(1)
    .map((line) => line.split(',')[0]?.replaceAll('"', '') ?? '');

describe('the export of a month', () => {
  it('has each transaction once, over kills at each page', async () => {
    const { fake, file, export: run, add } = await world();
    const ids = Array.from({ length: 7 * PAGES }, (_, index) => `tx-${index}`);
    for (const id of ids) add(id);
    let [kills, code]: [number, Ended['code']] = [0, 'SIGKILL'];
    while (code === 'SIGKILL') {
      const { kill, ended } = run();
      const lists = () => fake.calls.of('listTransactions').length;
      const enough = lists() + 2; // the first page is written then
      const ends: Ended[] = [];
      void ended.then((end) => ends.push(end));
      if (kills < KILLS) await expect.poll(() => ends.length > 0 || lists() >= enough, { interval: 1 }).toBe(true);
      if (kills < KILLS && ends.length === 0) kills += Number(kill());
      ({ code } = await ended);
      if (code === 'SIGKILL') appendFileSync(`${file}.part`, '{"id":"tx-'); // as after a loss of power
    }
    expect(kills).toBe(KILLS);
    expect(idsOf(file)).toEqual(ids);
    expect(existsSync(`${file}.part`)).toBe(false);
    const offsets = new Set(
      fake.calls.of('listTransactions').map(({ path }) => new URLSearchParams(path).get('offset')),
    );
    expect(offsets.size).toBeGreaterThan(PAGES / 2); // it went on, and did not begin again
  });

  it.each([
    ['was added', ['tx-late'], 0],
    ['is gone', [], 1],
  ])('starts anew if a transaction before the place where it was %s', async (_, added, gone) => {
    const { fake, file, export: run, add } = await world();
    const ids = Array.from({ length: 30 }, (_, index) => `tx-${index}`);
    for (const id of ids) add(id);
    const first = run();
    await expect.poll(() => fake.calls.of('listTransactions').length, { interval: 1 }).toBeGreaterThan(2);
    first.kill();
    await first.ended;
    (fake.state.transactions as Map<string, object>).clear(); // the lists of the fake are in order of creation
    const now = [...added, ...ids.slice(gone)];
    for (const id of now) add(id);
    const { code, printed } = await run().ended;
    expect([code, printed]).toEqual([1, expect.stringContaining('The list changed while it was read.')]);
    expect((await run().ended).code).toBe(0);
    expect(idsOf(file)).toEqual(now);
  });

  it.each([
    ['comes twice in one page', [{ id: 'tx-0' }, { id: 'tx-0' }], '2', 'The list changed while it was read.'],
    ['is missing at its end', [{ id: 'tx-0' }], '2', 'the list ended after 1 of 2 items'],
    ['has no id', [{ amount: 5 }], '1', 'A transaction has no `id`.'],
  ])('says in one line if a row %s, and starts anew', async (_, body, total, reason) => {
    const { fake, file, export: run, add } = await world();
    add('tx-0');
    const headers = { 'x-total-count': total };
    fake.faults.on('listTransactions').respond(200, { body, headers }).respond(200, { body: [], headers });
    const { code, printed } = await run().ended;
    expect([code, printed.split('\n')]).toEqual([1, [expect.stringContaining(reason), '']]);
    expect(existsSync(`${file}.part`)).toBe(false);
    fake.faults.clear();
    expect((await run().ended).code).toBe(0);
    expect(idsOf(file)).toEqual(['tx-0']);
  });

  it.each<[why: string, plan: (step: FaultStep) => unknown]>([
    ['a garbled page', (step) => step.garble('cut')],
    ['too many calls', (step) => step.respond(429, { retryAfter: 3_600 })], // longer than a call may last
  ])('keeps what it has after %s, says so in one line, and goes on', async (_, plan) => {
    const { fake, file, export: run, add } = await world();
    const ids = Array.from({ length: 15 }, (_, index) => `tx-${index}`);
    for (const id of ids) add(id);
    plan(fake.faults.on('listTransactions').slow(1));
    const { code, printed } = await run().ended;
    expect([code, printed.split('\n')]).toEqual([1, [expect.stringContaining('Run this again: it goes on'), '']]);
    fake.calls.clear();
    expect((await run().ended).code).toBe(0);
    expect(idsOf(file)).toEqual(ids);
    expect(fake.calls.of('listTransactions')[0]?.path).toContain('offset=6');
  });

  it('begins and ends at midnight of the time zone; what it was sent beside that is kept as it came', async () => {
    const { file, export: run, add } = await world();
    add('long before', '2026-01-31T12:59:59.998Z');
    add('before', '2026-01-31T12:59:59.999Z');
    add('first', '2026-01-31T13:00:00.000Z');
    add('last', '2026-02-28T12:59:59.999Z');
    add('next', '2026-02-28T13:00:00.000Z');
    add('after', '2026-02-28T13:00:00.002Z');
    add('undated', null);
    const printed = expect.stringMatching(/^3 transactions in .*, 2 of the margin left out\n$/) as string;
    expect(await run().ended).toEqual({ code: 0, printed });
    expect(idsOf(file)).toEqual(['first', 'last', 'undated']);
    const idsIn = (name: string) =>
      Array.from(readFileSync(`${file}${name}`, 'utf8').matchAll(/"id":"([^"]+)"/g), ([, id]) => id);
    expect(idsIn('.raw.ndjson')).toEqual(['before', 'first', 'last', 'next', 'undated']);
    expect(idsIn('.ndjson')).toEqual(['first', 'last', 'undated']);
  });

  it.each<[string, (other: string) => Partial<Of>]>([
    ['time zone', () => ({ timeZone: 'UTC' })],
    ['host', (baseUrl) => ({ baseUrl })],
    ['customer', () => ({ clientId: 'client-2' })],
  ])('takes no files of another %s for its own, whole or begun', async (_, of) => {
    const { fake, file, export: run, add } = await world();
    const { baseUrl } = await serveFake();
    for (let index = 0; index < 20; index++) add(`tx-${index}`);
    const first = run();
    await expect.poll(() => fake.calls.of('listTransactions').length, { interval: 1 }).toBeGreaterThan(1);
    first.kill();
    await first.ended;
    const refusal = {
      code: 1,
      printed: expect.stringMatching(/^.* is of another .*: name another folder\.\n$/) as string,
    };
    expect(await run(of(baseUrl)).ended).toEqual(refusal);
    expect((await run().ended).code).toBe(0);
    expect(await run(of(baseUrl)).ended).toEqual(refusal);
    expect(idsOf(file)).toHaveLength(20);
  });

  it('neither takes nor deletes whole files of which it is not known what they are of', async () => {
    const { file, export: run, add } = await world();
    add('tx-1');
    expect((await run().ended).code).toBe(0);
    rmSync(`${file}.json`);
    expect(await run().ended).toMatchObject({ code: 1, printed: expect.stringContaining('another folder') as string });
    expect(idsOf(file)).toEqual(['tx-1']);
  });

  it('quotes texts, runs no formula, and leaves numbers as they are', async () => {
    const { file, export: run, add } = await world();
    add('tx-1', undefined, {
      amount: -5,
      reference: '=HYPERLINK("https://evil.example";"a, b")',
      metadata: { a: '=1' },
    });
    add('tx-2', undefined, { amount: 0.1, reference: ' \t@SUM(A1)', '+note': 'two\r\nlines', open: null, paid: true });
    expect((await run().ended).code).toBe(0);
    const at = '"2026-02-10T00:00:00.000Z"';
    expect(readFileSync(`${file}.csv`, 'utf8')).toBe(
      [
        `"id","created_at","amount","reference","metadata","'+note","open","paid"`,
        `"tx-1",${at},-5,"'=HYPERLINK(""https://evil.example"";""a, b"")","{""a"":""=1""}",,,`,
        `"tx-2",${at},0.1,"' \t@SUM(A1)",,"two\r\nlines",,true`,
        '',
      ].join('\r\n'),
    );
  });

  it('refuses a month that is not over', async () => {
    const { program, folder } = await bundleExample('examples/reconcile/export-month.ts');
    const { code, printed } = await start(program, ['2099-01', ZONE, folder], 'http://127.0.0.1:1').ended;
    expect([code, printed]).toEqual([1, '2099-01 is not over.\n']);
  });
});

describe('the comparison with your orders', () => {
  const lines = (rows: readonly object[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join('');

  it('names what is missing, doubled, of another amount, or not yours; and nothing else', async () => {
    const { program, folder } = await bundleExample('examples/reconcile/reconcile.ts');
    const [orders, rows] = [join(folder, 'orders'), join(folder, 'rows')];
    const order = (reference: string, amount = 5) => ({ reference, amount });
    writeFileSync(orders, lines(['good', 'missing', 'doubled', 'other'].map((name) => order(name))));
    writeFileSync(
      rows,
      lines([order('good'), order('doubled'), order('doubled'), order('other', 6), order('strange')]),
    );
    const { code, printed } = await start(program, [orders, rows], '').ended;
    expect([code, printed.trim().split('\n')]).toEqual([
      1,
      [
        'missing: ordered 5, moved nothing',
        'doubled: ordered 5, moved 5 and 5',
        'other: ordered 5, moved 6',
        'strange: not ordered, moved 5',
      ],
    ]);
    expect(await start(program, [orders, orders], '').ended).toEqual({ code: 0, printed: 'no difference\n' });
  });
});
