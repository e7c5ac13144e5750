import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { GENERATED, generateClients } from '../bench/generated-clients.js';
import { alone, buildIfStale, newestChange } from './fresh-build.js';
import { root } from './package.js';

const folder = join(root, 'test/bench');
const install = ['ci', '--prefer-offline', '--ignore-scripts', '--no-audit', '--no-fund'];

/** Installs the peers of the bench, builds this package and generates the clients, each only if it is not there. */
export function prepareBenchPeers(): void {
  alone(() => {
    if (!existsSync(join(folder, 'node_modules/@hey-api'))) {
      execFileSync('npm', install, { cwd: folder, stdio: 'ignore' });
    }
    buildIfStale();
    const oldest = Math.min(...Object.values(GENERATED).map(({ built }) => newestChange(built)));
    if (oldest < newestChange(join(root, 'generated/openapi.json'))) generateClients();
  });
}
