#!/usr/bin/env node
/** The program `kobble-client`. Exit codes: 0 fine, 1 a negative result or a failure, 2 wrong usage. */
import { createRequire } from 'node:module';
import { readInput, UsageError, type Command } from './command.js';
import { doctor } from './doctor.js';
import { drift } from './drift.js';
import { fake } from './fake.js';
import { mock } from './mock.js';
import { verifyWebhook } from './verify-webhook.js';

const COMMANDS: Readonly<Record<string, Command>> = { mock, fake, 'verify-webhook': verifyWebhook, doctor, drift };

const HELP = `Usage: kobble-client <command> [options]

Commands:
${Object.entries(COMMANDS)
  .map(([name, { summary }]) => `  ${name.padEnd(16)}${summary}`)
  .join('\n')}

Options:
  --help          Help for the program, or for a command
  --version       Prints the version

Exit codes: 0 fine, 1 a negative result or a failure, 2 wrong usage.`;

process.exitCode = await run(process.argv.slice(2));

async function run([name, ...rest]: readonly string[]): Promise<number> {
  if (name === undefined || name === '--help' || name === 'help') {
    console.log(HELP);
    return name === undefined ? 2 : 0;
  }
  if (name === '--version') {
    const { version } = createRequire(import.meta.url)('kobble-client/package.json') as { version: string };
    console.log(version);
    return 0;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined) {
    console.error(`kobble-client: ${JSON.stringify(name)} is not a command.\n\n${HELP}`);
    return 2;
  }
  return runCommand(name, command, rest);
}

async function runCommand(name: string, command: Command, rest: readonly string[]): Promise<number> {
  try {
    const input = readInput(command, rest);
    if (input.values['help'] !== true) return await command.run(input);
    console.log(command.help);
    return 0;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    console.error(`kobble-client ${name}: ${reason.replace(/^kobble-client: /, '')}`);
    if (!(error instanceof UsageError)) return 1;
    console.error(`Try: kobble-client ${name} --help`);
    return 2;
  }
}
