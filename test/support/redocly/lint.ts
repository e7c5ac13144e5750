import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const good = fileURLToPath(new URL('contract', import.meta.url));

/** One change that makes the good contract beside this file bad. */
export interface Spoil {
  /** The file that is changed. */
  file: string;
  /** Text in the file; its first occurrence is replaced. */
  from: string;
  to: string;
  /** The name that a copy of another file gets, for changes that point elsewhere. */
  copy?: [from: string, to: string];
}

/**
 * Lints copies of the good contract, each spoilt once, with the project's own `redocly.yaml`, in one run of the linter.
 * Resolves to the names of the rules that fired, a list for each copy.
 */
export async function lintSpoilt(spoils: readonly (Spoil | undefined)[]): Promise<string[][]> {
  const folder = await mkdtemp(join(tmpdir(), 'redocly-rules-'));
  try {
    const entries = await Promise.all(spoils.map((spoil, index) => spoiltCopy(join(folder, String(index)), spoil)));
    return firedRules(await lint(entries));
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function spoiltCopy(folder: string, spoil: Spoil | undefined): Promise<string> {
  await cp(good, folder, { recursive: true });
  if (spoil?.copy) await cp(join(folder, spoil.copy[0]), join(folder, spoil.copy[1]));
  if (spoil) {
    const path = join(folder, spoil.file);
    const text = await readFile(path, 'utf8');
    if (!text.includes(spoil.from)) throw new Error(`${spoil.file} does not hold ${JSON.stringify(spoil.from)}`);
    await writeFile(
      path,
      text.replace(spoil.from, () => spoil.to),
    );
  }
  return join(folder, 'openapi.yaml');
}

/** Runs the linter to its end. It exits 1 where a rule fired, which is what is wanted here. */
async function lint(entries: string[]): Promise<string> {
  const redocly = join(root, 'node_modules/@redocly/cli/bin/cli.js');
  const options = ['--config', join(root, 'redocly.yaml'), '--format', 'json'];
  return new Promise((resolve) => {
    execFile(process.execPath, [redocly, 'lint', ...entries, ...options], { cwd: root }, (_error, stdout) => {
      resolve(stdout);
    });
  });
}

/** The linter prints one JSON document after another, in the order of its entries. */
function firedRules(output: string): string[][] {
  const reports = JSON.parse(`[${output.replaceAll('}{', '},{')}]`) as { problems: { ruleId: string }[] }[];
  return reports.map(({ problems }) => [...new Set(problems.map(({ ruleId }) => ruleId))]);
}
