import { parseArgs, type ParseArgsConfig } from 'node:util';

/** One command of the program. */
export interface Command {
  /** One line for the list of commands. */
  readonly summary: string;
  readonly help: string;
  /** Its options, besides `--help` and `--json`. */
  readonly options: NonNullable<ParseArgsConfig['options']>;
  /** Number of arguments that are no options. Default 0. */
  readonly positionals?: number;
  /** Resolves to the exit code. */
  readonly run: (input: CommandInput) => Promise<number>;
}

/** Options and arguments of a command. */
export interface CommandInput {
  readonly values: Readonly<Record<string, unknown>>;
  readonly positionals: readonly string[];
  /** Prints a result: the text, or with `--json` the object as one line. */
  readonly print: (text: string, object: object) => void;
}

/** The program was called in a wrong way. */
export class UsageError extends Error {}

/** Reads the arguments of a command. */
export function readInput({ options, positionals: allowed = 0 }: Command, args: readonly string[]): CommandInput {
  const parsed = parse(args, { ...options, help: { type: 'boolean' }, json: { type: 'boolean' } });
  const { values, positionals } = parsed;
  if (positionals.length > allowed) throw new UsageError(`it takes no more than ${allowed} arguments`);
  const isJson = values['json'] === true;
  return { values, positionals, print: (text, object) => console.log(isJson ? JSON.stringify(object) : text) };
}

function parse(args: readonly string[], options: Command['options']) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** Names everything that is missing at once. `required` has a value by how it is given: `--topic or KOBBLE_TOPIC_ARN`. */
export function checkRequired(required: Readonly<Record<string, string | undefined>>): void {
  const missing = Object.keys(required).filter((how) => required[how] === undefined);
  if (missing.length > 0) throw new UsageError(`these are missing:\n${missing.map((how) => `  ${how}`).join('\n')}`);
}

/** Returns the value of an option, otherwise of its variable; undefined if there is neither. An empty variable is none. */
export function textOf(option: unknown, variable: string): string | undefined {
  if (typeof option === 'string') return option;
  return process.env[variable]?.trim() || undefined;
}

/** Reads `--port`. Default: a free port. */
export function readPort(option: unknown): number {
  if (option === undefined) return 0;
  const port = Number(option);
  if (typeof option === 'string' && /^\d+$/.test(option) && port <= 65_535) return port;
  throw new UsageError('--port must be a number from 0 to 65535');
}

/** The options of a command that serves. */
export const SERVER_OPTIONS: Command['options'] = { port: { type: 'string' }, 'exit-with-stdin': { type: 'boolean' } };

/** Waits until the program is told to stop, then closes a server. Resolves to the exit code. */
export async function serveUntilStopped(
  { values }: Pick<CommandInput, 'values'>,
  close: () => Promise<void>,
): Promise<number> {
  await new Promise((resolve) => {
    process.once('SIGINT', resolve).once('SIGTERM', resolve);
    // Without reading, the end is not seen. An orphan has no other sign: its parent may have been killed.
    if (values['exit-with-stdin'] === true) process.stdin.once('close', resolve).resume();
  });
  await close();
  return 0;
}
