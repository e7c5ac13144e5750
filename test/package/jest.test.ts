// Proves that Jest's default, CommonJS by Babel, loads the client and the fake. Its recipe is one line of configuration:
// Jest does not transform packages unless it is told to (`@apidevtools` is part of the fake's peer). Part of
// `npm run test:long` only, as Jest comes from the registry.
import { spawnSync } from 'node:child_process';
import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { fromRegistry } from '../support/from-registry.js';
import { installedPackage, type InstalledPackage } from '../support/package.js';

let installed: InstalledPackage;
let programs: string;
beforeAll(() => {
  installed = installedPackage();
  programs = fromRegistry('jest', ['jest@30.5.2', '@babel/preset-env@7.29.14', 'openapi-backend@5.21.2']);
});

const FILES = {
  'babel.config.json': JSON.stringify({ presets: [['@babel/preset-env', { targets: { node: 'current' } }]] }),
  'jest.config.json': JSON.stringify({ transformIgnorePatterns: ['/node_modules/(?!(kobble-client|@apidevtools)/)'] }),
  'card.test.js': `
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
    });`,
};

it('a CommonJS test of Jest passes', () => {
  const folder = join(programs, '../..');
  const own = join(folder, 'node_modules/kobble-client');
  rmSync(own, { recursive: true, force: true });
  cpSync(installed.folder, own, { recursive: true });
  for (const [file, text] of Object.entries(FILES)) writeFileSync(join(folder, file), text);
  const { status, stderr } = spawnSync(join(programs, 'jest'), ['--runInBand'], { cwd: folder, encoding: 'utf8' });
  expect(status, stderr).toBe(0);
  expect(stderr).toContain('1 passed');
});
