// Proves that the program explains itself, names everything that is missing at once, and exits with 2 on wrong usage.
import { expect, it } from 'vitest';
import { readManifest } from '../../scripts/lib/entries.js';
import { runProgram } from '../support/cli/program.js';

const COMMANDS = ['mock', 'fake', 'verify-webhook', 'doctor', 'drift'];

it('lists its commands and its exit codes', async () => {
  const { code, stdout } = await runProgram(['--help']);
  expect(code).toBe(0);
  for (const name of COMMANDS) expect(stdout).toMatch(new RegExp(`^ {2}${name} +\\w`, 'm'));
  expect(stdout).toContain('Exit codes: 0 fine, 1 a negative result or a failure, 2 wrong usage.');
});

it('prints its version', async () => {
  expect(await runProgram(['--version'])).toEqual({ code: 0, stdout: `${readManifest('.').version}\n`, stderr: '' });
});

it.concurrent.each(COMMANDS)('explains %s, in lines that fit a terminal', async (name) => {
  const { code, stdout, stderr } = await runProgram([name, '--help']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(new RegExp(`^Usage: kobble-client ${name} `));
  expect(stdout).toContain('--json');
  expect(stdout.split('\n').filter((line) => line.length > 120)).toEqual([]);
});

it.concurrent.each([
  ['without a command', [], /^Usage/],
  ['with an unknown command', ['mok'], /"mok" is not a command/],
  ['with an unknown option', ['mock', '--prot', '1'], /Unknown option '--prot'/],
  ['with an argument too many', ['doctor', 'hunter2-hunter2'], /takes no more than 0 arguments/],
  ['with a wrong port', ['mock', '--port', '99999'], /--port must be a number from 0 to 65535/],
  ['with a topic that is no ARN', ['verify-webhook', 'package.json', '--topic', 'kobble'], /--topic must contain ARNs/],
  ['with a file that is not there', ['verify-webhook', 'none.json', '--topic', 'a'], /FILE cannot be read/],
])('exits with 2 %s', async (_, args, reason) => {
  const { code, stdout, stderr } = await runProgram(args);
  expect(code).toBe(2);
  expect(stdout + stderr).toMatch(reason);
  expect(stdout + stderr).not.toContain('hunter2'); // it may have been a secret
});

it('names everything that is missing at once, with its variable', async () => {
  const { code, stderr } = await runProgram(['doctor']);
  expect(code).toBe(2);
  expect(stderr.split('\n').filter((line) => line.startsWith('  '))).toEqual([
    '  --environment or KOBBLE_ENVIRONMENT, or --base-url or KOBBLE_BASE_URL',
    '  --client-id or KOBBLE_CLIENT_ID',
    '  KOBBLE_CLIENT_SECRET',
    '  --scope or KOBBLE_SCOPE',
  ]);
  const { stderr: webhook } = await runProgram(['verify-webhook']);
  expect(webhook).toMatch(/FILE\n {2}--topic or KOBBLE_TOPIC_ARN/);
});
