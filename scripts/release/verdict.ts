import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compatReport } from '../compat/report.js';
import { compileTypeTests, type TypeTestReport } from '../compat/type-tests.js';
import { git } from '../diff/checkout.js';
import { compareWithCommit, type Comparison } from '../diff/compare.js';
import { LEVELS, type Level } from '../diff/rules.js';
import { reportOf } from '../diff/report.js';
import { missingInChangelog } from '../lib/changelog.js';
import { changedDeclarations, type ChangedDeclaration } from './surface.js';

/** What changed since a commit, for callers. A part that could not be compared is the reason, as text. */
export interface Verdict {
  readonly ref: string;
  readonly contract: Comparison | string;
  readonly types: TypeTestReport | string;
  readonly declarations: readonly ChangedDeclaration[];
  /** The gravest of the three. */
  readonly level: Level;
  /** What CHANGELOG.md does not say yet, and what could not be compared, each as a sentence. */
  readonly problems: readonly string[];
}

/** Compares the contract, the type tests and the declarations with those of a commit. Needs a build, but for the contract. */
export async function verdictSince(root: string, ref: string): Promise<Verdict> {
  const contract = await compareWithCommit(root, ref).catch(messageOf);
  const declarations = await changedDeclarations(root, ref);
  const types = await compileTypeTests(root, ref).catch(messageOf);
  const level = gravest([
    ...(typeof contract === 'string' ? [] : [contract.verdict]),
    ...(typeof types !== 'string' && types.changed.some(({ breaking }) => breaking) ? (['major'] as const) : []),
    ...(declarations.length > 0 ? (['minor'] as const) : []),
  ]);
  const before = await git(root, 'show', `${ref}:CHANGELOG.md`).catch(() => '');
  const problems = [
    ...(typeof contract === 'string' ? [`The contract could not be compared: ${contract}`] : []),
    ...(typeof types === 'string' ? [`The type tests could not be compiled: ${types}`] : []),
    ...missingInChangelog(level, before, readFileSync(join(root, 'CHANGELOG.md'), 'utf8')),
  ];
  return { ref, contract, types, declarations, level, problems };
}

/** Returns a verdict as Markdown: what stands in the way, then the contract, the type tests and the declarations. */
export function verdictReport({ ref, contract, types, declarations, problems }: Verdict): string {
  return [
    ...(problems.length > 0 ? [problems.map((problem) => `- ✗ ${problem}`).join('\n')] : []),
    ...(typeof contract === 'string' ? [] : [reportOf(contract, 'markdown', ref)]),
    ...(typeof types === 'string' ? [] : [compatReport(types, 'markdown', ref)]),
    ...(declarations.length > 0
      ? [['Declarations that were removed or changed:', '', ...declarations.map(itemOf)].join('\n')]
      : []),
  ].join('\n\n');
}

/** Builds `dist/` in a process of its own, because a build that fails ends its process. Returns its output if it failed. */
export function build(root: string): string | undefined {
  const { status, stdout } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/build.ts'], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return status === 0 ? undefined : stdout.trim();
}

const itemOf = ({ file, line }: ChangedDeclaration): string => `- \`${line}\` (${file})`;

const gravest = (levels: readonly Level[]): Level => LEVELS.findLast((level) => levels.includes(level)) ?? 'none';

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
