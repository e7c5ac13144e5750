import { git } from '../diff/checkout.js';
import { REPORTS } from '../lib/api-reports.js';

/** A declaration that an entry point had at a commit, and no longer has in this form. */
export interface ChangedDeclaration {
  /** The report that had it. */
  readonly file: string;
  readonly line: string;
}

/** Returns the declarations in `etc/` that were removed or changed since a commit. An addition is none of them. */
export async function changedDeclarations(root: string, ref: string): Promise<ChangedDeclaration[]> {
  const diff = await git(root, 'diff', '--unified=0', '--no-color', '--no-ext-diff', ref, '--', REPORTS);
  return diff.split(/^diff --git /m).flatMap((part) => {
    const file = /^--- a\/(.*)$/m.exec(part)?.[1] ?? '';
    const removed = [...part.matchAll(/^-(?!--)(.*)$/gm)].map(([, line = '']) => line.trim());
    const added = new Set([...part.matchAll(/^\+(?!\+\+)(.*)$/gm)].map(([, line = '']) => line.trim()));
    return removed.filter((line) => isDeclaration(line) && !added.has(line)).map((line) => ({ file, line }));
  });
}

/** Returns false for lines of punctuation, of comments, and of the file itself. */
const isDeclaration = (line: string): boolean => /\w/.test(line) && !/^(\/\/|```|##)/.test(line);
