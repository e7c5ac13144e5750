// Proves that true pages are read: the three pages of the documentation that were saved as text have no finding, and 31 pages
// of other sites are read whole, ten of them against facts that were read off by hand. The pages are beside the project.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readLedger } from '../../scripts/lib/ledger.js';
import { runRedocly } from '../../scripts/lib/redocly.js';
import { draftOf } from '../../scripts/pages/draft.js';
import { UnreadablePage, type Fact, type Page } from '../../scripts/pages/model.js';
import { readPage } from '../../scripts/pages/read-page.js';
import { comparePages } from '../../scripts/pages/run.js';
import { findingsIn, openapi, shortly } from '../support/pages/read-and-compare.js';
import { hasShared, sharedPages } from '../support/pages/shared.js';

/** Facts of ten pages, read off by hand. */
const FACTS: Readonly<Record<string, { page: object; facts: readonly string[] }>> = {
  'absenderdaten-lesen-14017022e0.md': {
    page: { kind: 'endpoint', id: 'api-14017022', label: 'obsolete', count: 7 },
    facts: [
      'query/command: string optional',
      'query/parameter1: string required',
      'query/parameter2: string required of 6',
      '400/body: object',
    ],
  },
  'authentifizierung-15828008e0.md': {
    page: { kind: 'endpoint', id: 'api-15828008', label: 'developing', count: 8 },
    facts: ['body: object', 'body/username: string required', 'body/grant_type: string required', '200/body: object'],
  },
  'kling-v2-1-28506667e0.md': {
    page: { kind: 'endpoint', id: 'api-28506667', label: 'released', count: 15 },
    facts: [
      'body/model: string required of 1',
      'body/callBackUrl: string uri optional',
      'body/input: object optional',
      'body/input/image_url: string required',
      'body/input/cfg_scale: number optional',
      '200/body/code: integer required of 4',
      '200/body/data/taskId: string required',
    ],
  },
  'webhook-list-events.md': {
    page: { kind: 'endpoint', id: 'api-5394136', label: 'released', count: 16 },
    facts: [
      '200/body/status: number optional',
      '200/body/data: array optional',
      '200/body/data/[]/event: string required',
      '401/body/error/code: string required',
    ],
  },
  'affiliate-details.md': {
    page: { kind: 'endpoint', id: 'api-5394271', label: 'released', count: 74 },
    facts: [
      'path/affiliates_id: string required',
      '200/body/data/id: integer required',
      '200/body/data/apply_to: string required of 2',
      '200+2: any',
    ],
  },
  'flux-image-201521146e0.md': {
    page: { kind: 'endpoint', id: 'api-201521146', label: 'released', count: 7 },
    facts: [
      'body/prompt: string required',
      'body/width: integer required',
      '200/body: object',
      '200/body/id: string (sample)',
    ],
  },
  'annualreports-5999211d0.md': {
    page: { kind: 'schema', id: 'schema-5999211', label: undefined, count: 11 },
    facts: [
      'schema/value: array? optional',
      'schema/count: integer optional',
      'schema/value/[]/symbol: string? optional',
      'schema/value/[]/year: integer optional',
    ],
  },
  'bulkdealsrange-5999214d0.md': {
    page: { kind: 'schema', id: 'schema-5999214', label: undefined, count: 1 },
    facts: ['schema: string of 4'],
  },
  'customnavitem-d0.md': {
    page: { kind: 'schema', id: undefined, label: undefined, count: 4 },
    facts: [
      'schema: object',
      'schema/icon: string required',
      'schema/name: string required',
      'schema/url: string required',
    ],
  },
  'import-openapi-7312738.txt': {
    page: { kind: 'endpoint', id: undefined, label: 'released', count: 4 },
    facts: [
      'path/projectId: string required',
      'query/locale: string optional',
      'header/x-apidog-api-version: string required',
      'body: any (folded)',
    ],
  },
};

const samples = sharedPages('pages-samples');
const seeds = sharedPages('seeds');
const where = hasShared ? '' : ' (skipped: there is no folder ../shared/api beside the project)';

describe.skipIf(!hasShared)(`pages of the documentation${where}`, () => {
  it('are three', () => expect(seeds).toHaveLength(3));

  it.each(seeds)('have no finding: $name', ({ name, text }) => {
    expect(shortly(findingsIn(text, name))).toEqual([]);
  });

  it.each(seeds)('have none if a browser saved them: $name', ({ name, text }) => {
    const saved = `\uFEFF${text.replaceAll('\u00a0', ' ').replaceAll('\n\n', '\n').replaceAll('\n', '\r\n')}`;
    expect(shortly(findingsIn(saved, name))).toEqual([]);
  });
});

describe.skipIf(!hasShared)(`pages of other sites${where}`, () => {
  it('are 31', () => expect(samples).toHaveLength(31));

  it.each(samples)('are read, or refused by name: $name', ({ name, text }) => {
    const pages = readPage({ name: name.split('/').at(-1) ?? '', text });
    expect(pages).toHaveLength(1);
    const [{ kind, facts, menu, problems, head } = {} as Page] = pages;
    if (kind === 'endpoint') expect([head?.method, facts.size > 3]).toEqual([expect.stringMatching(/^[A-Z]+$/), true]);
    if (kind === 'index') expect(menu.length).toBeGreaterThan(5);
    expect(problems.length).toBeLessThanOrEqual(1);
  });

  it.each(Object.entries(FACTS))('state what was read off by hand: %s', (file, expected) => {
    const saved = samples.find(({ name }) => name.endsWith(file));
    const [page] = saved ? readPage({ name: file, text: saved.text }) : [];
    const found = [...(page?.facts.values() ?? [])].map(inShort);
    expect({ kind: page?.kind, id: page?.id, label: page?.head?.label, count: found.length }).toEqual(expected.page);
    expect(found).toEqual(expect.arrayContaining([...expected.facts]));
  });

  it('become a draft that lints, but for descriptions and two media types', async () => {
    const root = openapi.root;
    const project = { contract: openapi, ledger: readLedger(), lock: new Map(), today: '2026-11-29' };
    const run = comparePages(
      samples.filter(({ name }) => name.startsWith('endpoints/')),
      project,
    );
    const folder = mkdtempSync(join(tmpdir(), 'pages-samples-'));
    cpSync(join(root, 'openapi'), join(folder, 'openapi'), { recursive: true });
    writeFileSync(join(folder, 'draft.patch'), await draftOf(run, project, root));
    execFileSync('git', ['apply', 'draft.patch'], { cwd: folder });
    const config = ['--config', join(root, 'redocly.yaml'), '--format', 'json', '--max-problems', '2000'];
    const { stdout } = await runRedocly(['lint', join(folder, 'openapi/openapi.yaml'), ...config], { cwd: root });
    rmSync(folder, { recursive: true });
    const { problems } = JSON.parse(stdout) as { problems: { ruleId: string; message: string }[] };
    const others = problems.filter(({ ruleId, message }) => !/description/.test(`${ruleId} ${message}`));
    expect([run.pages.length, others.map(({ ruleId }) => ruleId)]).toEqual([
      20,
      ['request-mime-type', 'request-mime-type'],
    ]);
  });

  it('is refused if it is of another maker', () => {
    const foreign = '# Title\n\n```yaml\nopenapi: 3.1.0\npaths:\n  /a:\n    get: { summary: Title }\n```\n';
    expect(() => readPage({ name: 'page.md', text: foreign })).toThrow(UnreadablePage);
  });
});

/** Returns a fact as the tables below have it. */
function inShort({ place, level, type, nullable, required, format, values }: Fact): string {
  const flag = required === undefined ? '' : required ? ' required' : ' optional';
  const listed = values ? ` of ${values.length}` : '';
  return `${place}: ${type ?? 'any'}${nullable ? '?' : ''}${format ? ` ${format}` : ''}${flag}${listed}${level === 'table' ? '' : ` (${level})`}`;
}
