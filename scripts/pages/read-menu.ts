import type { MenuEntry, PageKind } from './model.js';

/** A line of a page's text, and its number. */
export interface Line {
  readonly text: string;
  readonly line: number;
}

/** Reads the menu above a page: groups with two blanks, entries with four, their verbs alone on the next line. */
export function readMenu(lines: readonly Line[]): MenuEntry[] {
  let group = '';
  return lines.flatMap(({ text, line }, index): MenuEntry[] => {
    const [, indent = '', title] = /^( +)• (.+)$/.exec(text) ?? [];
    if (title === undefined) return [];
    if (indent.length <= 2) group = title;
    const [, method] = /^ +([A-Z]+)$/.exec(lines[index + 1]?.text ?? '') ?? [];
    if (indent.length <= 2) return isGroup(lines[index + 1]?.text) ? [] : [{ kind: undefined, title, group: '', line }];
    const kind: PageKind | undefined = method ? 'endpoint' : undefined;
    return [{ kind, title, group, line, method }];
  });
}

const isGroup = (next = ''): boolean => /^ {4,}• /.test(next);
