// Proves that Jest loads the client and the fake in CommonJS, as each of its usual transformers makes it: babel-jest, ts-jest
// and SWC. The recipes are those of docs/testing.md: Jest does not transform packages unless it is told to. Part of
// `npm test -- --mode long` only, as Jest comes from the registry.
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { besideOwnPackage } from '../support/from-registry.js';

let programs: string;
beforeAll(() => {
  programs = besideOwnPackage('jest', [
    ...['jest@30.5.2', '@babel/preset-env@7.29.14', '@types/jest@30.0.0'],
    ...['ts-jest@29.4.15', 'typescript@5.9.3', '@swc/jest@0.2.39', '@swc/core@1.16.22'],
  ]);
});

const transformIgnorePatterns = ['/node_modules/(?!kobble-client/)'];

/** The files that set up each transformer. */
const TRANSFORMERS: Readonly<Record<string, Readonly<Record<string, object>>>> = {
  'babel-jest': {
    'babel.config.json': { presets: [['@babel/preset-env', { targets: { node: 'current' } }]] },
    'jest.config.json': { transformIgnorePatterns },
  },
  'ts-jest': {
    // As `tsc --init` writes it, but for CommonJS. Without esModuleInterop, ts-jest breaks default imports of Node's modules.
    'tsconfig.json': {
      compilerOptions: { module: 'commonjs', moduleResolution: 'node10', esModuleInterop: true, allowJs: true },
    },
    'jest.config.json': { preset: 'ts-jest/presets/js-with-ts', transformIgnorePatterns },
  },
  '@swc/jest': {
    'jest.config.json': { transform: { '\\.[jt]s$': '@swc/jest' }, transformIgnorePatterns },
  },
};

const TEST = `
    import { createKobbleClient, KobbleError, NotFoundError } from 'kobble-client';
    import { createFakeKobble } from 'kobble-client/testing';
    import 'kobble-client/webhooks';

    test('the fake creates a card', async () => {
      const fake = createFakeKobble();
      const kobble = createKobbleClient({ baseUrl: 'https://kobble.test', fetch: fake.fetch, token: fake.state.addToken() });
      const wallet = fake.state.addActiveWallet();
      const card = await kobble.cards.create({ wallet_id: wallet.id, program_id: fake.state.addProgram().id });
      expect(card.wallet_id).toBe(wallet.id);
      const missing = kobble.cards.get('00000000-0000-4000-8000-000000000000');
      await expect(missing).rejects.toBeInstanceOf(NotFoundError);
      await expect(missing).rejects.toBeInstanceOf(KobbleError);
      await fake.close();
    });`;

it.each(Object.entries(TRANSFORMERS))('a CommonJS test of Jest passes with %s', (name, configs) => {
  const folder = join(programs, '../..', name.replace(/\W+/g, ''));
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  for (const [file, json] of Object.entries(configs)) writeFileSync(join(folder, file), JSON.stringify(json));
  writeFileSync(join(folder, name === 'babel-jest' ? 'card.test.js' : 'card.test.ts'), TEST);
  const { status, stderr } = spawnSync(join(programs, 'jest'), ['--runInBand'], { cwd: folder, encoding: 'utf8' });
  expect(status, stderr).toBe(0);
  expect(stderr).toContain('1 passed');
});
