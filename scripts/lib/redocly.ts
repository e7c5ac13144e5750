import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const cli = join(fileURLToPath(new URL('../..', import.meta.url)), 'node_modules/@redocly/cli/bin/cli.js');

/** The end of a run of Redocly's command. */
export interface RedoclyRun {
  readonly code: number;
  readonly stdout: string;
  /** Both streams. */
  readonly text: string;
}

/** Runs Redocly's command to its end, or until the signal aborts it. */
export function runRedocly(
  options: readonly string[],
  { cwd, signal }: { readonly cwd: string; readonly signal?: AbortSignal | undefined },
): Promise<RedoclyRun> {
  const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true', NO_COLOR: '1' };
  return new Promise((done, fail) => {
    execFile(process.execPath, [cli, ...options], { cwd, env, signal, maxBuffer: 2 ** 26 }, (error, stdout, stderr) => {
      if (signal?.aborted) fail(signal.reason);
      else done({ code: typeof error?.code === 'number' ? error.code : 0, stdout, text: stdout + stderr });
    });
  });
}
