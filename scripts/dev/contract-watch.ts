import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compareContracts, contractFolder } from '../diff/compare.js';
import { linesOf } from '../diff/report.js';
import { readUses } from '../diff/uses.js';
import { bundle } from '../generate/bundle.js';
import { generatedFiles } from '../generate/contents.js';
import { changedFiles, write } from '../generate/files.js';
import { methodsOf, readMethods } from '../lib/methods.js';
import { lintContract, type Problem } from './lint-contract.js';
import { WarmTypecheck, type CompilerError } from './warm-typecheck.js';

type Print = (line: string) => void;

/** Takes a save of the contract as far as it goes: lint, compare, generate, type-check. */
export class ContractWatch {
  readonly #root: string;
  readonly #print: Print;
  readonly #signal: AbortSignal;
  readonly #typecheck: WarmTypecheck;
  /** The contract as it was last good: a save is compared with it. */
  readonly #lastGood = mkdtempSync(join(tmpdir(), 'kobble-dev-'));

  constructor(root: string, print: Print, signal: AbortSignal) {
    this.#root = root;
    this.#print = print;
    this.#signal = signal;
    this.#typecheck = new WarmTypecheck(root, 'test');
    this.#keep();
  }

  /** Checks everything once, so that the next check is quick. */
  warmUp(): void {
    this.#typecheck.update();
    this.#report(this.#typecheck.errorsIn(() => true));
  }

  /** Deletes the copy of the contract. */
  close(): void {
    rmSync(this.#lastGood, { recursive: true, force: true });
  }

  /**
   * Lints, compares, and writes `generated/`. Resolves to true if it was written; a contract with a problem leaves it as
   * it is.
   */
  async generate(): Promise<boolean> {
    const [problems, contents, comparison] = await Promise.all([
      lintContract(this.#root, this.#signal),
      bundle(this.#root, this.#signal).then(generatedFiles).catch(asError),
      compareContracts(contractFolder(this.#lastGood), contractFolder(this.#root), this.#signal).catch(asError),
    ]);
    if (problems.length > 0 || contents instanceof Error) {
      for (const problem of problems) this.#print(`✗ ${this.#describe(problem)}`);
      if (problems.length === 0 && contents instanceof Error) this.#print(`✗ ${contents.message}`);
      this.#print('generated/ is unchanged.');
      return false;
    }
    if (comparison instanceof Error) this.#print(comparison.message);
    else comparison.differences.filter(({ level }) => level !== 'none').forEach((one) => this.#print(linesOf(one)));
    const folder = join(this.#root, 'generated');
    const changed = changedFiles(folder, contents);
    write(folder, changed);
    this.#print(`changed: ${changed.map(([name]) => `generated/${name}`).join(', ') || 'nothing in generated/'}`);
    this.#keep();
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

  #keep(): void {
    rmSync(join(this.#lastGood, 'openapi'), { recursive: true, force: true });
    cpSync(join(this.#root, 'openapi'), join(this.#lastGood, 'openapi'), { recursive: true });
  }

  #report(errors: readonly CompilerError[]): number {
    for (const { file, line, message } of errors) this.#print(`✗ ${file}:${line} ${message}`);
    return errors.length;
  }

  #describe({ file, line, pointer, message }: Problem): string {
    const methods = pointer === undefined ? [] : this.#methodsAt(file, pointer);
    return `${file}:${line} ${message}${methods.length > 0 ? ` (${methods.join(', ')})` : ''}`;
  }

  #methodsAt(file: string, pointer: string): string[] {
    try {
      const uses = readUses(join(this.#root, 'openapi/openapi.yaml'))(join(this.#root, file), pointer);
      const methods = readMethods(this.#root);
      return [...new Set(uses.flatMap(({ endpoint }) => methodsOf(methods, endpoint)))];
    } catch {
      return []; // another file cannot be parsed, which is a problem of its own
    }
  }
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));
