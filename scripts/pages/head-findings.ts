import { pageSays, type Subject } from './contract.js';
import { rateMember, type Finding } from './finding.js';
import { safe, type Page } from './model.js';
import { template } from './place.js';

const DEPRECATED = ['deprecated', 'obsolete'];

/** Compares verb, path, label and authorization of an operation. */
export function headFindings(page: Page, { head, part, marks }: Subject, id: string | undefined): Finding[] {
  const now = page.head;
  if (now === undefined || head === undefined) return [];
  const found: Finding[] = [];
  const add = (
    text: string,
    level: Finding['level'],
    place = 'operation',
    verdict: Finding['verdict'] = 'changed',
    aspect: Finding['aspect'] = 'head',
  ) => found.push({ verdict, place, text, level, aspect, pageLine: page.line });
  if (now.method !== head.method) add(`has another verb: ${head.method}, now ${now.method}`, 'major');
  if (template(now.path) !== template(head.path)) add(`has another path: ${safe(now.path)}`, 'major');
  const label = labelOf(now.label);
  if (now.label !== undefined && label !== head.label)
    add(
      `has another label: ${head.label ?? 'none'}, now ${safe(label ?? 'none')}`,
      rateMember('operation', 'x-status', head.label, label).level,
    );
  const isDeprecated = now.deprecated === true || DEPRECATED.includes(now.label ?? '');
  const states = isDeprecated || now.deprecated !== undefined;
  if (states && isDeprecated !== (head.deprecated ?? false))
    add(isDeprecated ? 'is deprecated now' : 'is no longer deprecated', 'minor');
  const isExcused = pageSays(part).some(
    (says) => says.security === now.security && (says.page === undefined || says.page === id),
  );
  if (now.security !== undefined && now.security !== head.security && !isExcused)
    add(`has another authorization: ${head.security ?? 'none'}, now ${now.security}`, 'minor', 'security');
  if (marks.own !== undefined && marks.own !== 'documented')
    add(`is surer: ${marks.own}, now documented`, 'patch', 'operation', 'surer', 'evidence');
  return found;
}

const labelOf = (label: string | undefined): string | undefined =>
  label === 'released' || DEPRECATED.includes(label ?? '') ? undefined : label;
