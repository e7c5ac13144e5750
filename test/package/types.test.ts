// Proves that the declarations compile as callers compile them, and cost them little. `npm test -- --mode long` does so for each
// supported version of TypeScript under every setting.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { SETTINGS, type Setting } from '../support/consumers.js';
import { LONG_FORM } from '../support/long-form.js';
import { bin, installedPackage, run, type InstalledPackage } from '../support/package.js';
import { compiler, COMPILERS } from '../support/typescript.js';

const MINUTES = 60_000;

let installed: InstalledPackage;
beforeAll(() => void (installed = installedPackage()));

const offers = (version: string, { since = 0, until = Infinity }: Setting): boolean =>
  since <= Number.parseFloat(version) && Number.parseFloat(version) <= until;

function project(name: string, file: string, program: string, compilerOptions: object): string {
  const folder = join(installed.consumer, name.replace(/\W+/g, '-'));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, file), program);
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: [file] }));
  return folder;
}

describe.each(LONG_FORM ? COMPILERS : (['5.9.3'] as const))('TypeScript %s compiles', (version) => {
  const settings = SETTINGS.filter((setting) => (LONG_FORM || setting.short) && offers(version, setting));
  it.each(settings)(
    '$name',
    ({ name, file, program, compilerOptions }) => {
      const folder = project(`${version} ${name}`, file, program, compilerOptions);
      const { stdout, status } = spawnSync(compiler(version), ['-p', folder], { encoding: 'utf8' });
      expect(stdout).toBe('');
      expect(status).toBe(0);
    },
    3 * MINUTES,
  );
});

it('costs a caller of resource methods at most 61 type instantiations', () => {
  const compilerOptions = {
    target: 'es2022',
    module: 'nodenext',
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
  };
  const count = (program: string): number => {
    const folder = project('instantiations', 'consumer.ts', program, compilerOptions);
    const printed = run(bin('tsc'), ['-p', folder, '--extendedDiagnostics'], folder);
    return Number(/Instantiations:\s+(\d+)/.exec(printed)?.[1]);
  };
  const base = count('export const nothing = fetch;\n');
  expect(count(RESOURCES) - base).toBeLessThanOrEqual(61);
});

const RESOURCES = `
import { createKobbleClient, isKobbleError, RateLimitError } from 'kobble-client';
const kobble = createKobbleClient({ environment: 'staging' });
export async function issue(holder_id: string, program_id: string): Promise<string> {
  const wallet = await kobble.wallets.create({ holder_id, asset_class: 'CURRENCY', asset: 'AUD', partner_product: 'KOBBLE_AUD_1' });
  await kobble.wallets.update(wallet.id, { status: 'ACTIVE' });
  try {
    const card = await kobble.cards.create({ wallet_id: wallet.id, program_id });
    const session = await kobble.cards.createWidgetSession(card.id);
    await kobble.transactions.createManualCredit({ amount: 100, to: wallet.id });
    for await (const other of kobble.cards.list({ limit: 50 })) console.log(other.id, other.status);
    return session.iframeUrl;
  } catch (error) {
    if (error instanceof RateLimitError) console.log(error.retryAfterMs);
    if (isKobbleError(error)) console.log(error.code, error.outcome, error.idempotencyKey);
    throw error;
  }
}
`;
