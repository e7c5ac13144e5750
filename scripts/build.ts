/**
 * Builds `dist/`: each entry point with the types it may use. The main entry and the widget compile without any of
 * Node's, which proves that they run wherever `fetch` does.
 */
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const PROJECTS = ['.', 'src/webhooks', 'src/testing', 'src/drift'];

rmSync(`${root}/dist`, { recursive: true, force: true });
for (const project of PROJECTS) {
  const { status } = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', project], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(1);
}
