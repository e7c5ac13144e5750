import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { YamlPart } from './yaml-part.js';

/** Copies of the contract's files in which a draft is written. The project's own files are only read. */
export class DraftFiles {
  private readonly root: string;
  private readonly changed = new Map<string, string>();

  constructor(root: string) {
    this.root = root;
  }

  has(file: string): boolean {
    return this.changed.has(file) || existsSync(join(this.root, file));
  }

  /** Returns the text of a file as the draft has it; an empty one if there is none. */
  text(file: string): string {
    return (
      this.changed.get(file) ?? (existsSync(join(this.root, file)) ? readFileSync(join(this.root, file), 'utf8') : '')
    );
  }

  part(file: string): YamlPart {
    return YamlPart.parse(this.text(file), file);
  }

  write(file: string, text: string): void {
    this.changed.set(file, text);
  }

  edit(file: string, edit: (text: string) => string): void {
    this.write(file, edit(this.text(file)));
  }

  /** Returns the draft as a patch that `git apply` takes; an empty text if nothing changes. */
  patch(): string {
    const folder = mkdtempSync(join(tmpdir(), 'kobble-draft-'));
    try {
      for (const [file, text] of this.changed) {
        if (existsSync(join(this.root, file)))
          put(join(folder, 'a', file), readFileSync(join(this.root, file), 'utf8'));
        put(join(folder, 'b', file), text);
      }
      return difference(folder);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }
}

function put(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** Git exits 1 if the folders differ. */
function difference(folder: string): string {
  for (const side of ['a', 'b']) mkdirSync(join(folder, side), { recursive: true });
  try {
    return execFileSync('git', ['diff', '--no-index', '--no-prefix', '--no-color', 'a', 'b'], {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
    });
  } catch (error) {
    if (error instanceof Error && 'status' in error && error.status === 1 && 'stdout' in error)
      return String(error.stdout);
    throw error;
  }
}
