/**
 * Writes `generated/` from `openapi/`, and the lists of pages that follow from it: the bundle, the types, the resources, the
 * table that the runtime needs. The same contract gives the same bytes. Prints the files that changed. With `--check` it
 * writes nothing and exits 1 if a file would change. A path or webhook that openapi.yaml does not refer to is an error.
 */
import { fileURLToPath } from 'node:url';
import { bundle, unlistedFiles } from './generate/bundle.js';
import { changedFiles, write } from './generate/files.js';

const root = fileURLToPath(new URL('..', import.meta.url));

const unlisted = unlistedFiles(root);
for (const message of unlisted) console.error(message);
if (unlisted.length > 0) process.exit(1);

// Redocly bundles in a process of its own, while openapi-typescript is loaded here: each takes a second or more.
const [contract, { followingFiles }] = await Promise.all([bundle(root), import('./generate/contents.js')]);
const changed = changedFiles(root, await followingFiles(root, contract));
if (process.argv.includes('--check')) {
  for (const [name] of changed) console.error(`${name} is stale: run \`npm run generate\` and commit the result.`);
  process.exitCode = changed.length === 0 ? 0 : 1;
} else {
  write(root, changed);
  for (const [name] of changed) console.log(`changed: ${name}`);
  if (changed.length === 0) console.log('nothing changed');
}
