// Proves that the picture of an outage shows what the client does today. `npx vitest run test/docs/pictures.test.ts -u` writes it.
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { outagePicture } from '../support/docs/outage-picture.js';
import { root } from '../support/package.js';

it('docs/images/outage.svg is up to date', async () => {
  await expect(await outagePicture()).toMatchFileSnapshot(join(root, 'docs/images/outage.svg'));
});
