/**
 * Compares pages of the documentation with the contract: `npm run pages -- FILE… | FOLDER`, each saved as Markdown or as
 * text. `--draft` writes the changes as a patch. `--from URL --save FOLDER` fetches what an index lists first. `--ledger`
 * compares the menu with coverage.yaml, `--check` the lock with the contract. `--help` lists the options.
 *
 * Exits 0 if there is nothing to do, 1 for findings, 2 if a page could not be read or placed.
 */
import { fileURLToPath } from 'node:url';
import { runPages } from './pages/command.js';

process.exitCode = await runPages(process.argv.slice(2), fileURLToPath(new URL('..', import.meta.url)));
