// Proves that the picture of an outage shows what the client does today. `npx tsx scripts/pictures.ts` writes it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { outagePicture } from '../../scripts/lib/outage-picture.js';
import { root } from '../support/package.js';

it('docs/images/outage.svg is up to date', async () => {
  expect(readFileSync(join(root, 'docs/images/outage.svg'), 'utf8')).toBe(await outagePicture());
});
