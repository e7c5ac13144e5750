import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { format } from 'prettier';
import { Document, isMap, isNode, isSeq, parseDocument, Scalar, visit } from 'yaml';
import { escape, stepsOf, type Place } from '../diff/contract-files.js';

const STYLE = { printWidth: 120, singleQuote: true } as const;

/** Returns the place of a member. */
export const inside = ({ file, pointer }: Place, ...steps: readonly (string | number)[]): Place => ({
  file,
  pointer: pointer + steps.map((step) => `/${escape(String(step))}`).join(''),
});

/** Copies of the contract's files in which a draft is written. The project's own files are only read. */
export class DraftFiles {
  readonly #root: string;
  readonly #documents = new Map<string, Document>();
  readonly #edited = new Set<string>();
  /** Folded texts as they stand in the files: the library would fold them anew. */
  readonly #folded: string[] = [];

  constructor(root: string) {
    this.#root = root;
  }

  has(file: string): boolean {
    return this.#documents.has(file) || existsSync(join(this.#root, file));
  }

  /** Returns the text of a file as the draft has it. */
  text(file: string): string {
    const document = this.#documents.get(file);
    if (document === undefined) return readFileSync(join(this.#root, file), 'utf8');
    const text = document.toString({ lineWidth: 0, singleQuote: true });
    return text.replace(/[|>]-?\n +§(\d+)§$/gm, (_, index) => this.#folded[Number(index)] ?? '');
  }

  write(file: string, value: object): void {
    this.#edited.add(file);
    this.#documents.set(file, new Document(value, { aliasDuplicateObjects: false }));
  }

  /** Returns the value of a part; undefined if there is none. */
  value({ file, pointer }: Place): unknown {
    const document = this.#document(file);
    const node = document.getIn(stepsOf(pointer), true);
    return isNode(node) ? node.toJS(document) : node;
  }

  /** Returns the texts of a list; none if there is none. */
  list(target: Place): string[] {
    const value = this.value(target);
    return Array.isArray(value) ? value.map(String) : [];
  }

  /** Sets a member. One that is new stands before the first of some keys, or else at the end. */
  set(target: Place, key: string | number, value: unknown, ...before: readonly string[]): void {
    const document = this.#edit(target.file);
    const map = document.getIn(stepsOf(target.pointer), true);
    if (!isMap(map)) throw new Error(`There is no ${target.file}#${target.pointer} to edit.`);
    if (map.has(key))
      return map.set(key, isNode(value) || typeof value !== 'object' ? value : document.createNode(value));
    const at = map.items.findIndex((pair) => before.includes(String(pair.key)));
    map.items.splice(at < 0 ? map.items.length : at, 0, document.createPair(key, value));
  }

  /** Sets a list or map that is written in one line. */
  setFlow(target: Place, key: string, value: object, ...before: readonly string[]): void {
    this.set(target, key, this.#document(target.file).createNode(value, { flow: true }), ...before);
  }

  remove({ file, pointer }: Place, ...keys: readonly string[]): void {
    for (const key of keys) this.#edit(file).deleteIn([...stepsOf(pointer), key]);
  }

  /** Adds an entry to a list, which is made if there is none. */
  append(target: Place, key: string, entry: unknown, ...before: readonly string[]): void {
    const document = this.#edit(target.file);
    const list = document.getIn([...stepsOf(target.pointer), key]);
    if (isSeq(list)) list.add(document.createNode(entry));
    else this.set(target, key, [entry], ...before);
  }

  /** Returns the draft as a patch that `git apply` takes; an empty text if nothing changes. `others` are whole files. */
  async patch(others: Readonly<Record<string, string>>): Promise<string> {
    const folder = mkdtempSync(join(tmpdir(), 'kobble-draft-'));
    const drafted = [...this.#edited].map((file) => [file, this.text(file)] as const);
    try {
      for (const side of ['a', 'b']) mkdirSync(join(folder, side));
      for (const [file, text] of [...drafted, ...Object.entries(others)]) {
        const parser = file.endsWith('.json') ? 'json' : 'yaml';
        if (existsSync(join(this.#root, file)))
          put(join(folder, 'a', file), readFileSync(join(this.#root, file), 'utf8'));
        put(join(folder, 'b', file), await format(text, { parser, ...STYLE }));
      }
      return difference(folder);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }

  #document(file: string): Document {
    const known = this.#documents.get(file);
    if (known) return known;
    const text = this.text(file);
    const document: Document = parseDocument(text);
    visit(document, {
      Scalar: (_, node) => {
        if (node.type !== Scalar.BLOCK_FOLDED || !node.range) return;
        node.value = `§${this.#folded.push(text.slice(node.range[0], node.range[1]).trimEnd()) - 1}§`;
      },
    });
    this.#documents.set(file, document);
    return document;
  }

  #edit(file: string): Document {
    this.#edited.add(file);
    return this.#document(file);
  }
}

function put(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** Git exits 1 if the folders differ. */
function difference(cwd: string): string {
  const options = ['diff', '--no-index', '--no-prefix', '--no-color', 'a', 'b'];
  try {
    return execFileSync('git', options, { cwd, encoding: 'utf8', maxBuffer: 2 ** 26 });
  } catch (error) {
    if (error instanceof Error && 'status' in error && error.status === 1 && 'stdout' in error)
      return String(error.stdout);
    throw error;
  }
}
