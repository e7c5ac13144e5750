import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { format } from 'prettier';
import { Drafter } from './drafter.js';
import { draftOperation } from './draft-operation.js';
import { DraftFiles } from './draft-files.js';
import type { Finding } from './finding.js';
import { LOCK, lockText } from './lock.js';
import type { ComparedPage, PagesRun, Project } from './run.js';

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
  return `The draft is in ${DRAFT}. Review it, then: git apply ${DRAFT} && npm run lint:openapi`;
}

/** Returns the patch; an empty text if nothing is new. */
export async function draftOf(run: PagesRun, project: Project, root: string): Promise<string> {
  const files = draftFiles(run, project, root);
  const read = run.pages.flatMap(({ id, since, locked }) =>
    id === undefined || since === 'unchanged' ? [] : [[id, locked] as const],
  );
  if (read.length > 0) {
    const lock = lockText(new Map([...project.lock, ...read]));
    files.write(LOCK, await format(lock, { parser: 'json', printWidth: 120 }));
  }
  return files.patch();
}

/** Returns the files of the contract as the draft has them. */
export function draftFiles({ pages }: PagesRun, project: Project, root: string): DraftFiles {
  const files = new DraftFiles(root);
  for (const page of pages) draftPage(page, files, project);
  return files;
}

function draftPage(page: ComparedPage, files: DraftFiles, project: Project): void {
  if (page.page.kind !== 'endpoint' && page.subject === undefined) return;
  if (page.subject === undefined) return draftOperation(page, files, project);
  const drafter = new Drafter(page, page.subject, files, project);
  for (const finding of page.findings) draftFinding(finding, drafter);
  if (page.findings.some(({ verdict }) => verdict === 'new' || verdict === 'changed' || verdict === 'surer'))
    drafter.nameSource();
}

function draftFinding(finding: Finding, drafter: Drafter): void {
  const { verdict, aspect } = finding;
  if (verdict === 'new' || (verdict === 'changed' && aspect === 'part')) drafter.add(finding);
  else if (verdict === 'surer') drafter.raise(finding);
  else if (verdict === 'changed') drafter.change(finding);
}
