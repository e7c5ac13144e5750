import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

/** What is known of a step: when it was first tried, and the id of what it made once that is known. */
export interface Noted {
  readonly since: number;
  readonly id?: string;
}

/** Notes of one order by step. A row of your database does as well: it has to be written before `set` returns. */
export interface Journal {
  get(step: string): Promise<Noted | undefined>;
  /** Without a note, that of the step is removed. */
  set(step: string, note?: Noted): Promise<void>;
}

/** Returns a journal in a file, which is replaced as a whole, so that a kill leaves the old notes or the new ones. */
export function fileJournal(path: string): Journal {
  const notes = new Map<string, Noted>(
    existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as [string, Noted][]) : [],
  );
  return {
    get: async (step) => notes.get(step),
    set: async (step, note) => {
      if (note === undefined) notes.delete(step);
      else notes.set(step, note);
      writeFileSync(`${path}.part`, JSON.stringify([...notes]), { flush: true });
      renameSync(`${path}.part`, path);
    },
  };
}
