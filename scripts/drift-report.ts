/**
 * Runs `kobble-client drift` once, and writes its report to a folder in three forms: `drift.json`, `drift.sarif` for code
 * scanning, and `summary.md` for people. Options of the command are read from `KOBBLE_*` variables. Exits as the command
 * does, and tells GitHub Actions by the output `found` whether there was drift.
 */
import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { driftReport, type DriftReport } from '../src/drift/index.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = process.argv[2] ?? 'drift';
const command = ['--import', 'tsx', 'src/cli/main.ts', 'drift', '--format', 'json'];
const { status, stdout } = spawnSync(process.execPath, command, {
  cwd: root,
  encoding: 'utf8',
  maxBuffer: 2 ** 26,
  stdio: ['ignore', 'pipe', 'inherit'],
});

mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'summary.md'), 'It could not be checked whether Kobble differs from the contract.\n');
if (status !== null && status < 2) write(JSON.parse(stdout) as DriftReport);
const outputs = process.env['GITHUB_OUTPUT'];
if (outputs !== undefined) appendFileSync(outputs, `found=${status === 1}\n`);
process.exitCode = status ?? 2;

function write(report: DriftReport): void {
  writeFileSync(join(folder, 'drift.json'), stdout);
  writeFileSync(join(folder, 'drift.sarif'), driftReport(report, 'sarif'));
  writeFileSync(join(folder, 'summary.md'), `\`\`\`text\n${driftReport(report, 'text').trim()}\n\`\`\`\n`);
}
