import type { LedgerFinding } from './compare-menu.js';
import type { OpenapiFolder } from './contract.js';
import type { LocatedFinding } from './locate.js';
import type { ComparedPage, PagesRun, Trouble } from './run.js';

/** The forms of a report. */
export const FORMATS = ['text', 'json', 'markdown', 'sarif'] as const;
export type Format = (typeof FORMATS)[number];

/** A run with the place of each finding in the contract. */
export interface PagesReport {
  readonly pages: readonly ReportedPage[];
  readonly ledger: readonly LedgerFinding[];
  /** Ids of pages that the index does not list any more. */
  readonly gone: readonly string[];
  readonly unread: readonly Trouble[];
  readonly unplaced: readonly Trouble[];
}

interface ReportedPage extends Pick<ComparedPage, 'name' | 'id' | 'title' | 'since' | 'understood'> {
  readonly subject: string | undefined;
  readonly modified: string | undefined;
  /** Names of extensions that are not read. */
  readonly foreign: readonly string[];
  readonly findings: readonly LocatedFinding[];
}

/**
 * Returns the report of a run, a page that lost its Idempotency-Key first. It has names, types, flags, listed values and
 * statuses of the pages, and no words of theirs.
 */
export async function pagesReport(
  { pages, unread, unplaced }: PagesRun,
  ledger: readonly LedgerFinding[],
  contract: OpenapiFolder,
): Promise<PagesReport> {
  // To find the methods takes the whole contract, which need not be read if there is nothing to say.
  const hasFindings = pages.some(({ findings }) => findings.length > 0);
  const locator = hasFindings ? new (await import('./locate.js')).Locator(contract) : undefined;
  const isLoudest = ({ findings }: ComparedPage) => findings.some((one) => one.isLoudest && one.verdict === 'gone');
  const sorted = [...pages.filter(isLoudest), ...pages.filter((page) => !isLoudest(page))];
  const reported = sorted.map(({ name, id, title, since, understood, subject, page, findings }): ReportedPage => {
    const { modified, foreign } = page;
    const located = findings.flatMap((finding) => locator?.locate(finding, subject) ?? []);
    return { name, id, title, since, understood, subject: subject?.name, modified, foreign, findings: located };
  });
  return { pages: reported, ledger, gone: [], unread, unplaced };
}

/** Returns 0 if there is nothing to do, 1 for findings, 2 if a page could not be read or placed. */
export function exitCodeOf({ pages, ledger, gone, unread, unplaced }: PagesReport, isStrict: boolean): 0 | 1 | 2 {
  if (unread.length + unplaced.length > 0) return 2;
  const findings = pages.flatMap((page) => page.findings).filter(({ verdict }) => isStrict || verdict !== 'surer');
  return findings.length + ledger.length + gone.length > 0 ? 1 : 0;
}

/** Returns a report in one of its forms. */
export function formatted(report: PagesReport, format: Format): string {
  if (format === 'text') return text(report);
  if (format === 'markdown') return markdown(report);
  return JSON.stringify(format === 'json' ? report : sarif(report), null, 2);
}

function text(report: PagesReport): string {
  const isShown = ({ findings, since }: ReportedPage) =>
    findings.length > 0 || since !== 'unchanged' || report.pages.length <= 10;
  const blocks = report.pages.filter(isShown).flatMap((page) => {
    const { id, name, modified, since, understood, subject, findings, title } = page;
    const about = [id, name, modified && `modified ${modified}`, since, `${understood} % understood`].filter(Boolean);
    const mark = findings.length > 0 ? '✗' : '✓';
    return [`${mark} ${title} (${about.join(', ')})${subject ? `: ${subject}` : ''}`, ...findings.map(linesOf)];
  });
  const ledger = report.ledger.map((one) => `✗ coverage.yaml:${one.line} ${one.title}: ${one.verdict}, ${one.text}`);
  return [...blocks, ...ledger, ...troubles(report).map((line) => `✗ ${line}`), summary(report)].join('\n');
}

function linesOf(finding: LocatedFinding): string {
  const { verdict, level, place, text: words, file, line, contract, page, pageLine, methods, next } = finding;
  const used = methods.length > 0 ? `  ${methods.join(', ')}` : '';
  const sides = `the contract has ${contract}; the page has ${page}${pageLine > 0 ? `, line ${pageLine}` : ''}`;
  return [
    `  ${verdict}, ${level}: ${place} ${words}`,
    `    ${file}:${line}${used}`,
    ...(contract === page ? [] : [`    ${sides}`]), // both have nothing
    `    next: ${next}`,
  ].join('\n');
}

const troubles = ({ gone, unread, unplaced }: PagesReport): string[] => [
  ...gone.map((id) => `${id}: the index does not list this page any more. What it stated stays until you know more.`),
  ...unread.map(({ name, reason }) => `${name}: not read: ${reason}.`),
  ...unplaced.map(({ name, reason }) => `${name}: cannot be placed. ${reason}`),
];

function summary({ pages, unread, unplaced }: PagesReport): string {
  const count = (since: ComparedPage['since']) => pages.filter((page) => page.since === since).length;
  const findings = pages.flatMap((page) => page.findings).length;
  const changed = `${count('new')} new, ${count('changed')} changed, ${count('words only')} in words only, ${count('unchanged')} unchanged`;
  const foreign = [...new Set(pages.flatMap((page) => page.foreign))].join(', ');
  const ignored = foreign === '' ? '' : ` Extensions of imports that are not read: ${foreign}.`;
  return `${pages.length} pages read (${changed}), ${unread.length} not read, ${unplaced.length} not placed. ${findings} findings.${ignored}`;
}

const HEAD = ['', '| verdict | place | the page | for callers | contract |', '| --- | --- | --- | --- | --- |'];

function markdown(report: PagesReport): string {
  const sections = report.pages.flatMap(({ title, id, findings }) => {
    const rows = findings.map(({ verdict, place, text: words, level, file, line }) =>
      `| ${verdict} | \`${place.replaceAll(/[`|]/g, '')}\` | ${words} | ${level} | \`${file}:${line}\` |`); // prettier-ignore
    return rows.length === 0 ? [] : [`### ${title}${id ? ` (${id})` : ''}`, ...HEAD, ...rows, ''];
  });
  const ledger = report.ledger.map((one) => `- coverage.yaml: ${one.title}: ${one.verdict}, ${one.text}`);
  return [...sections, ...ledger, ...troubles(report).map((line) => `- ${line}`), '', summary(report)].join('\n');
}

function sarif({ pages }: PagesReport): object {
  const results = pages
    .flatMap(({ findings }) => findings)
    .map(({ verdict, level, place, text: words, file, line }) => ({
      ruleId: verdict,
      level: verdict === 'surer' ? 'note' : level === 'major' ? 'error' : 'warning',
      message: { text: `${place} ${words}` },
      locations: [{ physicalLocation: { artifactLocation: { uri: file }, region: { startLine: line } } }],
    }));
  const rules = [...new Set(results.map(({ ruleId }) => ruleId))].map((id) => ({ id }));
  const runs = [{ tool: { driver: { name: 'npm run pages', rules } }, results }];
  return { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs };
}
