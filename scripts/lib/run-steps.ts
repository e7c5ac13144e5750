import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';

/** A program that checks something. */
export interface Step {
  readonly name: string;
  /** Program of `node_modules/` or script of this project, then its arguments. */
  readonly command: readonly [string, ...string[]];
  /** Rough time in seconds: the longest start first, so that no processor waits at the end. */
  readonly seconds: number;
}

/** A step that has ended. */
interface Result {
  readonly step: Step;
  readonly passed: boolean;
  readonly output: string;
}

/**
 * Runs all steps, also if some fail, and prints a line as each ends. Then prints what the failed ones said, in the order of
 * the steps. Resolves to true if all have passed.
 */
export async function runSteps(root: string, steps: readonly Step[]): Promise<boolean> {
  const waiting = steps.toSorted((one, other) => other.seconds - one.seconds);
  const results = new Map<Step, Result>();
  const work = async (): Promise<void> => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      const started = performance.now();
      const result = await runStep(root, step);
      results.set(step, result);
      const seconds = ((performance.now() - started) / 1_000).toFixed(1);
      console.log(`${result.passed ? '✓' : '✗'} ${step.name} (${seconds} s)`);
    }
  };
  await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, work));
  const failed = steps.flatMap((step) => results.get(step) ?? []).filter(({ passed }) => !passed);
  for (const { step, output } of failed) console.log(`\n✗ ${step.name}: ${step.command.join(' ')}\n${output.trim()}`);
  if (failed.length > 0) console.log(`\n${failed.length} of ${steps.length} failed: ${failed.map(nameOf).join(', ')}`);
  return failed.length === 0;
}

const nameOf = ({ step }: Result): string => step.name;

/** Runs a step to its end, and keeps what it prints. */
function runStep(root: string, step: Step): Promise<Result> {
  const [program, ...args] = step.command;
  const command = program.endsWith('.ts') ? ['--import', 'tsx', program] : [resolve(root, 'node_modules', program)];
  const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
  return new Promise((done) => {
    const child = spawn(process.execPath, [...command, ...args], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => void (output += String(chunk)));
    child.once('close', (code) => done({ step, passed: code === 0, output }));
  });
}
