import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SavedPage } from '../../../scripts/pages/read-page.js';

/** The folder beside the project that holds pages of others. They are never part of the repository. */
const shared = fileURLToPath(new URL('../../../../shared/api', import.meta.url));

export const hasShared = existsSync(shared);

/** Returns the files of a folder there, with their folders below; an empty list if there is none. */
export function sharedPages(folder: string): SavedPage[] {
  if (!hasShared) return [];
  const names = readdirSync(join(shared, folder), { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => /\.(md|txt)$/.test(name) && name !== 'README.md')
    .sort()
    .map((name) => ({ name, text: readFileSync(join(shared, folder, name), 'utf8') }));
}
