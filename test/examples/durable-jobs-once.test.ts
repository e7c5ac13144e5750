// Proves that a step of a durable job is no dead end: what a call that was refused notes of itself is taken back, what
// an earlier one noted stays, and after an hour a step with a key is looked for before a person is asked.
import { beforeAll, describe, expect, it } from 'vitest';
import { createKobbleClient, type KobbleClient } from '../../src/index.js';
import { createFakeKobble, type FakeKobble } from '../../src/testing/index.js';
import { importExample } from '../support/example-program.js';

interface Noted {
  readonly since: number;
  readonly id?: string;
}
interface Journal {
  readonly get: (step: string) => Promise<Noted | undefined>;
  readonly set: (step: string, note?: Noted) => Promise<void>;
}
interface Order {
  readonly id: string;
  readonly person: { readonly first_name: string; readonly last_name: string };
  readonly programId: string;
  readonly amount: number;
}
type Fulfil = (kobble: KobbleClient, order: Order, journal: Journal, onItsWayMs?: number) => Promise<void>;

let fulfil: Fulfil;
beforeAll(async () => void ({ fulfil } = await importExample<{ fulfil: Fulfil }>('examples/durable-jobs/fulfil.ts')));

const MINUTE = 60_000;
const person = { first_name: 'Ada', last_name: 'Byron', email: 'ada@example.com', phone_number: '+61400000000' };

interface World {
  readonly fake: FakeKobble;
  readonly notes: Map<string, Noted>;
  readonly run: () => Promise<unknown>;
  /** Runs the job until a step, whose request is lost: as after a crash, it leaves the note of a call in doubt. */
  readonly crashAt: (step: 'createEnduser' | 'createCard' | 'createManualCredit', effect: boolean) => Promise<void>;
  /** Lets a note be so much older. */
  readonly age: (step: string, milliseconds: number) => void;
}

function world(): World {
  const fake = createFakeKobble();
  const kobble = createKobbleClient({ ...fake.clientOptions(), retry: { maxRetries: 0 } });
  const notes = new Map<string, Noted>();
  const journal: Journal = {
    get: async (step) => notes.get(step),
    set: async (step, note) => {
      if (note === undefined) notes.delete(step);
      else notes.set(step, note);
    },
  };
  const order = { id: 'order-7', person, programId: fake.state.addProgram().id, amount: 500 };
  const run = () => fulfil(kobble, order, journal).catch((error: unknown) => error);
  return {
    fake,
    notes,
    run,
    crashAt: async (step, effect) => {
      fake.faults.on(step)[effect ? 'dropAnswer' : 'dropRequest']();
      expect(await run()).toMatchObject({ outcome: 'unknown', operationId: step });
    },
    age: (step, milliseconds) => {
      const { since = Number.NaN, ...note } = notes.get(step) ?? {};
      notes.set(step, { since: since - milliseconds, ...note });
    },
  };
}

const made = ({ state }: FakeKobble) => [state.endusers.size, state.cards.size, state.transactions.size];

describe('the step of a card', () => {
  it.each([
    ['was lost', false],
    ['was executed', true],
  ])('whose request %s is made once, though the way is open again only after 70 minutes', async (_, effect) => {
    const { fake, notes, run, crashAt, age } = world();
    await crashAt('createCard', effect);
    fake.faults.on('createCard').respond(401);
    expect(await run()).toMatchObject({ outcome: 'rejected' });
    expect(notes.get('card')).toEqual({ since: expect.any(Number) as number }); // of the first one nothing is known yet
    age('card', 70 * MINUTE);
    expect(await run()).toBeUndefined();
    expect(made(fake)).toEqual([1, 1, 1]);
    expect(notes.get('card')?.id).toBe([...fake.state.cards.keys()][0]);
    expect(fake.calls.of('listCards')).toHaveLength(1);
  });

  it('has the same key again, whose life begins anew once it was looked for', async () => {
    const { fake, notes, run, crashAt, age } = world();
    await crashAt('createCard', false);
    age('card', 70 * MINUTE);
    await crashAt('createCard', false);
    expect(notes.get('card')?.since).toBeGreaterThan(Date.now() - MINUTE);
    expect(await run()).toBeUndefined();
    expect(fake.calls.of('listCards')).toHaveLength(1);
    expect(new Set(fake.calls.of('createCard').map(({ key }) => key)).size).toBe(1);
  });
});

describe('the step of a top-up', () => {
  it('asks a person after an hour, and says how to go on', async () => {
    const { fake, notes, run, crashAt, age } = world();
    await crashAt('createManualCredit', true);
    age('top-up', 70 * MINUTE);
    const error = await run();
    expect(String(error)).toMatch(/"top-up".*Note its id in the journal, or remove its note/);
    notes.set('top-up', { since: 0, id: 'seen by a person' });
    expect(await run()).toBeUndefined();
    expect(made(fake)).toEqual([1, 1, 1]);
  });

  it('is not repeated sooner than it was first noted, however often it is refused', async () => {
    const { fake, notes, run, crashAt, age } = world();
    await crashAt('createManualCredit', false);
    age('top-up', 50 * MINUTE);
    const before = notes.get('top-up');
    fake.faults.on('createManualCredit').respond(400);
    expect(await run()).toMatchObject({ outcome: 'rejected' });
    expect(notes.get('top-up')).toEqual(before);
  });
});

describe('a step without a key', () => {
  it('that is refused leaves no note', async () => {
    const { fake, notes, run } = world();
    fake.faults.on('createEnduser').respond(400);
    expect(await run()).toMatchObject({ outcome: 'rejected' });
    expect(notes.size).toBe(0);
  });

  it('that is refused after one in doubt keeps that note, so that nobody waits for it twice', async () => {
    const { fake, notes, run, crashAt, age } = world();
    await crashAt('createEnduser', false);
    age('enduser', 3 * MINUTE);
    const before = notes.get('enduser');
    fake.faults.on('createEnduser').respond(400);
    expect(await run()).toMatchObject({ outcome: 'rejected' });
    expect(notes.get('enduser')).toEqual(before);
    expect(await run()).toBeUndefined();
    expect(made(fake)).toEqual([1, 1, 1]);
  });
});
