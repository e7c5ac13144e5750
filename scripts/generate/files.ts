import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

type Files = readonly (readonly [name: string, content: string])[];

/** Returns the files of a folder whose content differs from what is on disk. */
export function changedFiles(folder: string, files: Readonly<Record<string, string>>): Files {
  return Object.entries(files).filter(([name, content]) => read(join(folder, name)) !== content);
}

/** Writes files of a folder. */
export function write(folder: string, files: Files): void {
  for (const [name, content] of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
