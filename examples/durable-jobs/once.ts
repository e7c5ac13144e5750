import { isKobbleError } from 'kobble-client';
import type { Journal } from './journal.js';

/** A step that makes one record. */
export interface Step {
  readonly name: string;
  /** Makes the record, with the same body and key each time. */
  readonly make: () => Promise<unknown>;
  /** True if `make` sends an idempotency key: it is then simply made again, for an hour. */
  readonly hasKey?: boolean;
  /** Finds the record that an earlier run made. Without it, a person is asked. */
  readonly find?: () => Promise<{ readonly id: string } | undefined>;
}

/** Nobody can tell yet whether a step was carried out: run the job again after `afterMs`. */
export class LookAgain extends Error {
  readonly afterMs: number;

  constructor(step: string, afterMs: number) {
    super(`The request of "${step}" may still be on its way.`);
    this.afterMs = afterMs;
  }
}

/** A person has to look whether a step was carried out, and to note its id; or to remove its note if it was not. */
export class AskPerson extends Error {
  constructor(step: string) {
    super(`Was "${step}" carried out? Note its id in the journal, or remove its note if it was not.`);
  }
}

/** A request is on its way for so long at most: the deadline of a call, and as much again for the networks behind it. */
const ON_ITS_WAY_MS = 120_000;
/** How long Kobble remembers a key is not documented. After this time it is not relied on (assumption). */
const KEY_LIFE_MS = 3_600_000;

/** Carries a step out once, however often the job is killed and run again. Resolves to the id of what it made. */
export async function once(journal: Journal, step: Step, onItsWayMs = ON_ITS_WAY_MS): Promise<string> {
  const { name, make, hasKey = false, find } = step;
  const noted = await journal.get(name);
  if (noted?.id !== undefined) return noted.id;
  const isRemembered = hasKey && noted !== undefined && Date.now() - noted.since <= KEY_LIFE_MS;
  const since = isRemembered ? noted.since : Date.now();
  const done = async (made: unknown): Promise<string> => {
    const id = idOf(name, made);
    await journal.set(name, { since, id });
    return id;
  };
  if (noted !== undefined && !isRemembered) {
    if (find === undefined) throw new AskPerson(name);
    const found = await find();
    if (found !== undefined) return done(found);
    const left = noted.since + onItsWayMs - Date.now();
    if (left > 0) throw new LookAgain(name, left);
  }
  await journal.set(name, { since }); // before it is sent
  try {
    return await done(await make());
  } catch (error) {
    // This request had no effect. It says nothing of one before it, whose note stays.
    if (isKobbleError(error) && error.outcome !== 'unknown') await journal.set(name, noted);
    throw error;
  }
}

/** The fields of a transaction are not documented. One without an id is noted as done. */
function idOf(name: string, made: unknown): string {
  const { id } = Object(made) as { readonly id?: unknown };
  return typeof id === 'string' ? id : `${name}, without an id`;
}
