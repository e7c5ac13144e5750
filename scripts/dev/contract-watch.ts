import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compareContracts, contractFolder } from '../diff/compare.js';
import { ContractFiles } from '../diff/contract-files.js';
import { linesOf } from '../diff/report.js';
import { readUses } from '../diff/uses.js';
import { bundle } from '../generate/bundle.js';
import { followingFiles } from '../generate/contents.js';
import { changedFiles, write } from '../generate/files.js';
import { methodsOf, readMethods } from '../lib/methods.js';
import { lintContract, type Problem } from './lint-contract.js';
import { WarmTypecheck, type CompilerError } from './warm-typecheck.js';

type Print = (line: string) => void;

/** What a contract is checked with. */
const COPIED = ['openapi', 'redocly.yaml', 'scripts/redocly'];

/** Takes a save of the contract as far as it goes: lint, compare, generate, type-check. */
export class ContractWatch {
  readonly #root: string;
  readonly #print: Print;
  readonly #signal: AbortSignal;
  readonly #typecheck: WarmTypecheck;
  /** A copy of the contract as it was last good: a save is compared with it. */
  #lastGood: string | undefined;

  constructor(root: string, print: Print, signal: AbortSignal) {
    this.#root = root;
    this.#print = print;
    this.#signal = signal;
    this.#typecheck = new WarmTypecheck(root, 'test');
  }

  /**
   * Lints, compares, and writes `generated/` and the lists of pages. Resolves to true if it was written; a contract with a problem leaves it as
   * it is. It works on a copy: what is saved in the meantime is compared with the copy by the next call.
   */
  async generate(): Promise<boolean> {
    const copy = this.#copy();
    const [problems, contents] = await Promise.all([
      lintContract(copy, this.#signal),
      bundle(copy, this.#signal)
        .then((contract) => followingFiles(this.#root, contract))
        .catch(asError),
    ]);
    this.#signal.throwIfAborted();
    if (problems.length > 0 || contents instanceof Error) {
      for (const problem of problems) this.#print(`✗ ${describe(copy, problem)}`);
      if (problems.length === 0 && contents instanceof Error) this.#print(`✗ ${contents.message}`);
      this.#print('generated/ is unchanged.');
      rmSync(copy, { recursive: true });
      return false;
    }
    if (this.#lastGood !== undefined) this.#printDifferences(this.#lastGood, copy);
    const changed = changedFiles(this.#root, contents);
    write(this.#root, changed);
    const names = changed.map(([name]) => name).join(', ');
    const stale = this.#lastGood === undefined ? 'generated/ did not follow from openapi/; ' : '';
    this.#print(names === '' ? 'changed: nothing that follows from openapi/' : `${stale}changed: ${names}`);
    if (this.#lastGood !== undefined) rmSync(this.#lastGood, { recursive: true });
    this.#lastGood = copy;
    return true;
  }

  /** Prints the errors of the sources. Returns their number. The tests come later, because they take longer. */
  checkSources(): number {
    this.#typecheck.update();
    return this.#report(this.#typecheck.errorsIn((file) => !file.startsWith('test/')));
  }

  /** Prints the errors of the tests. Returns their number. */
  checkTests(): number {
    return this.#report(this.#typecheck.errorsIn((file) => file.startsWith('test/')));
  }

  #copy(): string {
    const copy = mkdtempSync(join(tmpdir(), 'contract-'));
    for (const name of COPIED.filter((one) => existsSync(join(this.#root, one)))) {
      cpSync(join(this.#root, name), join(copy, name), { recursive: true });
    }
    return copy;
  }

  #printDifferences(base: string, revision: string): void {
    try {
      const { differences } = compareContracts(contractFolder(base), contractFolder(revision));
      for (const one of differences.filter(({ level }) => level !== 'none')) this.#print(linesOf(one));
    } catch (error) {
      this.#print(`✗ The contract cannot be compared with what it was: ${asError(error).message}`);
    }
  }

  #report(errors: readonly CompilerError[]): number {
    for (const { file, line, message } of errors) this.#print(`✗ ${file}:${line} ${message}`);
    return errors.length;
  }
}

/** Writes a problem in one line, with the methods of the operations that it breaks. */
function describe(root: string, { file, line, message, breaks }: Problem): string {
  const methods = methodsThatUse(root, breaks);
  return `${file}:${line} ${message}${methods.length > 0 ? ` (${methods.join(', ')})` : ''}`;
}

function methodsThatUse(root: string, parts: Problem['breaks']): string[] {
  try {
    const uses = readUses(new ContractFiles(join(root, 'openapi/openapi.yaml')));
    const methods = readMethods(root);
    const found = parts.flatMap(({ file, pointer }) => uses.of({ file: join(root, file), pointer }));
    return [...new Set(found.flatMap(({ endpoint }) => methodsOf(methods, endpoint)))];
  } catch {
    return []; // another file cannot be parsed, which is a problem of its own
  }
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));
