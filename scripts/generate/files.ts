import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

type Files = readonly (readonly [name: string, content: string])[];

/** Returns the files of `generated/` whose content differs from what is on disk. */
export function changedFiles(root: string, files: Readonly<Record<string, string>>): Files {
  return Object.entries(files).filter(([name, content]) => read(join(root, 'generated', name)) !== content);
}

/** Writes files of `generated/`. */
export function write(root: string, files: Files): void {
  mkdirSync(join(root, 'generated'), { recursive: true });
  for (const [name, content] of files) writeFileSync(join(root, 'generated', name), content);
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
