import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Drafter } from './drafter.js';
import { draftOperation } from './draft-operation.js';
import { DraftFiles } from './draft-files.js';
import { componentFinder } from './draft-schema.js';
import { LOCK, lockText } from './lock.js';
import type { PagesRun, Project } from './run.js';

/** Path of the patch from the root of the project. Git ignores the folder. */
const DRAFT = '.cache/pages/draft.patch';

/**
 * Writes what the pages have that is new or changed as a patch against the contract, with the lock of the pages. It adds
 * and changes; it deletes and weakens nothing. Returns a sentence that says what to do with it.
 */
export async function writeDraft(run: PagesRun, project: Project, root: string): Promise<string> {
  const patch = await draftOf(run, project, root);
  if (patch === '') return 'There is nothing to draft.';
  mkdirSync(dirname(join(root, DRAFT)), { recursive: true });
  writeFileSync(join(root, DRAFT), patch);
  return `The draft is in ${DRAFT}. Review it, then: git apply ${DRAFT} && npm run lint -- contract`;
}

/** Returns the patch; an empty text if nothing is new. */
export async function draftOf(run: PagesRun, project: Project, root: string): Promise<string> {
  const read = run.pages.flatMap(({ id, since, locked }) =>
    id === undefined || since === 'unchanged' ? [] : [[id, locked] as const],
  );
  const lock = read.length > 0 ? { [LOCK]: lockText(new Map([...project.lock, ...read])) } : {};
  return draftFiles(run, project, root).patch(lock);
}

/** Returns the files of the contract as the draft has them. */
export function draftFiles({ pages }: PagesRun, project: Project, root: string): DraftFiles {
  const files = new DraftFiles(root);
  for (const page of pages) {
    const draft = { page, project, files, findComponent: componentFinder(project.contract, page.facts) };
    if (page.subject) new Drafter(draft, page.subject).draft();
    else if (page.page.kind === 'endpoint') draftOperation(draft);
  }
  return files;
}
