import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, isAbsolute, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readLedger } from '../lib/ledger.js';
import { compareMenu, type LedgerFinding } from './compare-menu.js';
import { OpenapiFolder } from './contract.js';
import { readLock } from './lock.js';
import type { MenuEntry } from './model.js';
import { readPage, type SavedPage } from './read-page.js';
import { exitCodeOf, formatted, FORMATS, pagesReport } from './report.js';
import { comparePages, goneFrom, type PagesRun, type Project } from './run.js';

const HELP = `Usage: npm run pages -- [options] FILE… | FOLDER

Reads saved pages of the documentation (Markdown, text, llms.txt), and says where they differ from the contract.

  --draft            Writes the changes as a patch, for \`git apply\`. Nothing in openapi/ is written
  --id ID            The page's id (api-…), if neither its name nor its text has it
  --ledger           Compares the menu of the pages, or the index, with openapi/coverage.yaml instead
  --check            Compares openapi/pages.lock.json with the contract instead. Needs no page
  --from URL         Fetches the pages that this index lists: https://…/llms.txt
  --save FOLDER      Where fetched pages are kept, outside of git. The next run asks for changed pages only
  --only GROUPS      Fetches the pages of these groups only, as cards,wallets
  --format FORMAT    text, json, markdown or sarif. Default: text
  --strict           Exits 1 too if evidence only rises

Exit codes: 0 nothing to do, 1 findings, 2 a page could not be read or placed.`;

const [flag, string] = [{ type: 'boolean' }, { type: 'string' }] as const;
const OPTIONS = {
  ...{ draft: flag, ledger: flag, check: flag, strict: flag, help: flag },
  ...{ id: string, from: string, save: string, only: string, format: { ...string, default: 'text' } },
} as const;

/** Runs the command, and returns its exit code. Pages are Kobble's text: they must not be where git could commit them. */
export async function runPages(args: string[], root: string): Promise<0 | 1 | 2> {
  try {
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options: OPTIONS });
    if (values.help) return say(HELP);
    const contract = new OpenapiFolder(root);
    const today = new Date().toISOString().slice(0, 10);
    const project: Project = { contract, ledger: readLedger(root), lock: readLock(root), today };
    if (values.check) return (await import('./check-lock.js')).checkLock(project);
    const path = values.save === undefined ? '..' : relative(root, resolve(values.save));
    if (!path.startsWith('..') && !isAbsolute(path) && !path.startsWith('.cache'))
      throw new Error('--save must name a folder outside of the repository.');
    return await readAndCompare(project, values, positionals);
  } catch (error) {
    console.error(`✗ ${error instanceof Error ? error.message : String(error)}`);
    return 2;
  }
}

type Values = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values'];

async function readAndCompare(project: Project, values: Values, files: readonly string[]): Promise<0 | 1 | 2> {
  const { from, save: folder, only, id, strict = false } = values;
  const { contract } = project;
  const format = FORMATS.find((known) => known === values.format);
  if (format === undefined) throw new Error(`--format must be one of ${FORMATS.join(', ')}.`);
  const fetched =
    from === undefined
      ? { saved: [], unread: [], menu: [] }
      : await (await import('./fetch-pages.js')).fetchPages(from, { folder, only });
  const saved = [...fetched.saved, ...files.flatMap(savedIn)];
  if (saved.length + fetched.unread.length === 0)
    throw new Error('Name the files of saved pages, or a folder. --help lists the options.');
  const run: PagesRun = values.ledger ? { pages: [], unread: [], unplaced: [] } : comparePages(saved, project, id);
  const ledger = values.ledger ? ledgerFindings([...fetched.menu, ...menuIn(saved)], project) : [];
  const gone = from !== undefined && only === undefined ? goneFrom(fetched.menu, project.lock) : [];
  const unread = [...fetched.unread, ...run.unread];
  const report = { ...(await pagesReport({ ...run, unread }, ledger, contract)), gone };
  console.log(formatted(report, format));
  if (values.draft) console.error(await (await import('./draft.js')).writeDraft(run, project, contract.root));
  return exitCodeOf(report, strict);
}

function ledgerFindings(menu: readonly MenuEntry[], { ledger, contract }: Project): LedgerFinding[] {
  if (menu.length === 0) throw new Error('None of the pages has a menu.');
  return compareMenu(menu, ledger, (pointer) => contract.files.lineOf({ file: 'openapi/coverage.yaml', pointer }));
}

/** Returns the menu of the first page that has one: each page has the same. */
const menuIn = (saved: readonly SavedPage[]): readonly MenuEntry[] =>
  saved.flatMap(readPage).find(({ menu }) => menu.length > 0)?.menu ?? [];

/** Returns a file, or the pages of a folder. */
function savedIn(path: string): SavedPage[] {
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory();
  if (isFolder === undefined) throw new Error(`There is no file ${path}.`);
  const names = isFolder ? readdirSync(path).filter((name) => /\.(md|txt)$/.test(name)) : [''];
  const files = names.sort().map((name) => join(path, name));
  return files.map((file) => ({ name: basename(file), text: readFileSync(file, 'utf8') }));
}

function say(text: string): 0 {
  console.log(text);
  return 0;
}
