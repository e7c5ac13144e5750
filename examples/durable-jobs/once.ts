import { isKobbleError } from 'kobble-client';
import type { Journal } from './journal.js';

/** A step that makes one record. */
export interface Step {
  readonly name: string;
  /** Makes the record, with the same body each time. */
  readonly make: () => Promise<unknown>;
  /** Finds the record that an earlier run made. Left out if the step has an idempotency key: it is then made again. */
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

/** A person has to look whether a step was carried out, and to note it. */
export class AskPerson extends Error {}

/** A request is on its way for so long at most: the deadline of a call, and as much again for the networks behind it. */
const ON_ITS_WAY_MS = 120_000;
/** How long Kobble remembers a key is not documented. A payment is not repeated by program after this time (assumption). */
const KEY_LIFE_MS = 3_600_000;

/** Carries a step out once, however often the job is killed and run again. Resolves to the id of what it made. */
export async function once(journal: Journal, { name, make, find }: Step, onItsWayMs = ON_ITS_WAY_MS): Promise<string> {
  const noted = await journal.get(name);
  if (noted?.id !== undefined) return noted.id;
  const since = noted?.since ?? Date.now();
  const done = async (made: unknown): Promise<string> => {
    const id = idOf(name, made);
    await journal.set(name, { since, id });
    return id;
  };
  if (noted !== undefined && find !== undefined) {
    const found = await find();
    if (found !== undefined) return done(found);
    const left = since + onItsWayMs - Date.now();
    if (left > 0) throw new LookAgain(name, left);
  }
  if (find === undefined && Date.now() - since > KEY_LIFE_MS) throw new AskPerson(`Was "${name}" carried out?`);
  await journal.set(name, { since: find === undefined ? since : Date.now() }); // before it is sent
  try {
    return await done(await make());
  } catch (error) {
    const isMade = noted !== undefined || !isKobbleError(error) || error.outcome === 'unknown'; // perhaps
    if (!isMade) await journal.set(name);
    throw error;
  }
}

/** The fields of a transaction are not documented. One without an id is noted as done. */
function idOf(name: string, made: unknown): string {
  const { id } = Object(made) as { readonly id?: unknown };
  return typeof id === 'string' ? id : `${name}, without an id`;
}
