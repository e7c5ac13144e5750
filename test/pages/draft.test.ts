// Proves that a draft makes the contract say what the page says: git takes the patch, the linter asks for descriptions only,
// and the same page has no finding any more that a draft can close. It also proves what a draft never does.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { runRedocly } from '../../scripts/lib/redocly.js';
import { readLedger } from '../../scripts/lib/ledger.js';
import { OpenapiFolder, rankOf } from '../../scripts/pages/contract.js';
import { draftFiles, draftOf } from '../../scripts/pages/draft.js';
import { readLock } from '../../scripts/pages/lock.js';
import { comparePages, type Project } from '../../scripts/pages/run.js';
import { newEndpoint, newlyReadable, pageOf } from '../support/pages/page-document.js';
import { PLANTED_CHANGES } from '../support/pages/planted-changes.js';
import type { PlantedChange } from '../support/pages/planted/change.js';
import { renderMarkdown } from '../support/pages/render-markdown.js';
import { renderText } from '../support/pages/render-text.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'pages-draft-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What a person must decide: paths, authorization, media types, whole bodies, limits, second answers, and what is lost. */
const BY_HAND = {
  'a field has another name': ['gone 200/body/m_pan'],
  'two fields are gone, and one is new': ['gone 200/body/last_four_digit', 'gone 200/body/m_pan'],
  'a query parameter is a header': ['gone query/order'],
  'a success has another status': ['gone 200'],
  'a list is an object': ['changed 200/body'],
  'an object is a list': ['changed 200/body'],
  'a string is an object in a response': ['changed 200/body/m_pan'],
  'a path parameter is an integer': ['changed path/id'],
  'a format is gone': ['changed 200/body/wallet_id'],
  'the key is optional': ['changed header/idempotency-key'],
  'values are any string': ['changed 200/body/status'],
  'a length is another': ['changed body/bank_country'],
  'a pattern is new': ['changed body/asset'],
  'Authorization is optional': ['changed security'],
  'a status has a second answer': ['new 200+2'],
  'a body is a form': ['changed body'],
  'the path is another': ['changed operation'],
  'the verb is another': ['changed operation'],
  'a request lost a value': ['changed body/status'],
  'a response lost a value': ['changed 200/body/status'],
  'the page needs no token': ['changed security'],
};

/** Rounds that are linted. */
const LINTED = 3;

const projectAt = (at: string): Project => ({
  contract: new OpenapiFolder(at),
  ledger: readLedger(at),
  lock: readLock(at),
  today: '2026-11-29',
});
const here = projectAt(root);

interface Drafted {
  readonly name: string;
  readonly at: string;
  readonly text: string;
  readonly patch: string;
}

/** Applies a draft to a copy of the contract with git. */
async function applied(name: string, texts: readonly string[], file = 'page.md'): Promise<Drafted> {
  const run = comparePages(
    texts.map((text) => ({ name: file, text })),
    here,
  );
  const patch = await draftOf(run, here, root);
  const at = mkdtempSync(join(folder, 'project-'));
  cpSync(join(root, 'openapi'), join(at, 'openapi'), { recursive: true });
  writeFileSync(join(at, 'draft.patch'), patch);
  execFileSync('git', ['apply', 'draft.patch'], { cwd: at });
  return { name, at, text: texts[0] ?? '', patch };
}

/** Drafts a change in memory, and reads the contract as the draft has it. */
function drafted(change: PlantedChange) {
  const saved = [{ name: 'page.md', text: textOf(change) }];
  const files = draftFiles(comparePages(saved, here), here, root);
  const contract = new OpenapiFolder(root, (file) => files.text(file));
  return { ...change, contract, pages: comparePages(saved, { ...here, contract }).pages };
}

const changes = PLANTED_CHANGES.filter(({ finds }) => finds.some((line) => /^(new|surer|changed)/.test(line)));

/** Returns rounds of changes in which each page has one: the linter takes a second a contract. */
function rounds(): PlantedChange[][] {
  const found: PlantedChange[][] = [];
  for (const change of changes) {
    const free = found.find((round) => round.every(({ on }) => on !== change.on));
    if (free) free.push(change);
    else found.push([change]);
  }
  return found;
}

const textOf = ({ on, plant }: PlantedChange) => renderMarkdown(pageOf(on, plant));
const drafts = changes.map(drafted);
const endpoint = await applied('an endpoint is new', [renderMarkdown(newEndpoint())]);
const readable = await applied('a page became readable', [renderMarkdown(newlyReadable())]);
const FILE = 'create-card-limit-99000001e0.txt';
const fromText = await applied('an endpoint is new, as text', [renderText(newEndpoint())], FILE);
const linted = [endpoint, readable, fromText];
for (const round of rounds().slice(0, LINTED))
  linted.push(await applied(round.map(({ name }) => name).join('; '), round.map(textOf)));
const problems = await lint(linted.map(({ at }) => join(at, 'openapi/openapi.yaml')));

async function lint(entries: readonly string[]): Promise<{ readonly ruleId: string; readonly message: string }[][]> {
  const { stdout } = await runRedocly(
    ['lint', ...entries, '--config', join(root, 'redocly.yaml'), '--format', 'json'],
    { cwd: root },
  );
  const reports = JSON.parse(`[${stdout.replaceAll('}{', '},{')}]`) as {
    problems: { ruleId: string; message: string }[];
  }[];
  return reports.map((report) => report.problems);
}

describe('a draft', () => {
  it('is made of each planted change that adds something', () => {
    expect(drafts.length).toBeGreaterThan(40);
    expect(problems).toHaveLength(linted.length);
  });

  it('lints, but for the descriptions that are owed', () => {
    const broken = linted.flatMap((draft, index) =>
      (problems[index] ?? [])
        .filter(({ message, ruleId }) => !/description/.test(`${ruleId} ${message}`))
        .map(({ ruleId, message }) => `${draft.name}: ${ruleId}: ${message}`),
    );
    expect(broken).toEqual([]);
  });

  it('closes what it can close: the same page has only findings that a person must decide', () => {
    const left = drafts.map(({ name, pages }) => {
      return [
        name,
        pages.flatMap(({ findings }) => findings.map(({ verdict, place }) => `${verdict} ${place}`)),
      ] as const;
    });
    expect(Object.fromEntries(left.filter(([, findings]) => findings.length > 0))).toEqual(BY_HAND);
  });

  it('makes an operation of a page that the contract does not have', () => {
    const { at, text } = endpoint;
    const project = projectAt(at);
    const { pages, unplaced } = comparePages([{ name: 'page.md', text }], project);
    expect(unplaced).toEqual([]);
    expect(pages.map(({ subject, findings }) => [subject?.name, findings])).toEqual([['createCardLimit', []]]);
    expect(project.ledger.endpoints['Cards']?.at(-1)).toMatchObject({
      operationId: 'createCardLimit',
      entry: { number: 16, key: true },
    });
  });

  it('makes it of the text of the page, too, and says which values are left to list', () => {
    const saved = [{ name: FILE, text: fromText.text }];
    const found = ({ contract, ledger, lock, today }: Project) =>
      comparePages(saved, { contract, ledger, lock, today }).pages.flatMap(({ findings }) =>
        findings.map(({ verdict, place }) => `${verdict} ${place}`),
      );
    expect(found(here)).toEqual(['new operation', 'not understood 201/body/state']);
    expect(found({ ...projectAt(fromText.at), lock: new Map() })).toEqual(['changed 201/body/state']);
  });

  it.each([
    ['POST', '/customers/v1/cards/{id}/limits', 'createCardLimit'],
    ['GET', '/customers/v1/limits', 'listLimits'],
    ['GET', '/customers/v1/limits/{id}', 'getLimit'],
    ['DELETE', '/api/currencies/{code}', 'deleteCurrency'],
    ['PATCH', '/customers/v1/card-limits/{id}/dailyAmount', 'updateCardLimitDailyAmount'],
    ['POST', '/customers/v1/wallets/2', 'createWalletToo'],
    ['POST', '/', 'createResource'],
  ])('names the operation of %s %s', (method, path, operationId) => {
    const page = Object.assign(newEndpoint(), { method, path });
    page.body = {
      media: 'application/json',
      schema: { type: 'object', properties: { code: { type: 'integer', enum: [1, 2] } } },
    };
    const saved = [{ name: 'page.md', text: renderMarkdown(page) }];
    const files = draftFiles(comparePages(saved, here), here, root);
    const contract = new OpenapiFolder(root, (file) => files.text(file));
    expect([...contract.endpoints()].filter((one) => one.path === path).map((one) => one.operationId)).toEqual([
      operationId,
    ]);
    expect(files.text('openapi/coverage.yaml')).toContain(`operationId: ${operationId}\n`);
    expect(contract.operation(operationId)?.facts.get('body/code')).toMatchObject({
      type: 'integer',
      values: ['1', '2'],
    });
    expect(files.text(contract.operation(operationId)?.facts.get('body/code')?.part?.file ?? '')).toMatch(
      /enum:\n {6}- 1\n {6}- 2\n/,
    );
  });

  it('raises an operation that only the menu named, and enters its page', () => {
    const project = projectAt(readable.at);
    const { pages, unplaced } = comparePages([{ name: 'page.md', text: readable.text }], project);
    expect([unplaced, pages.flatMap(({ findings }) => findings)]).toEqual([[], []]);
    const operation = project.contract.operation('listBeneficiaries');
    expect(operation?.marks).toMatchObject({ own: 'documented', sources: ['menu', 'api-99000002'] });
    expect(operation?.part.value).toMatchObject({
      externalDocs: { url: 'https://docs.apikobble.net/api-99000002' },
    });
    expect(project.ledger.endpoints['Beneficiaries']?.[0]?.entry).toMatchObject({
      page: 'api-99000002',
      generation: 'G4',
    });
  });

  it('has no word and no sample value of the page', () => {
    const all = linted.map(({ patch }) => patch).join('\n');
    expect(all).not.toMatch(/Words|a_variable|A name in words/);
  });

  it.each(drafts)('deletes and weakens no fact: $name', ({ on, contract }) => {
    const after = contract.operation(on);
    for (const fact of here.contract.operation(on)?.facts.values() ?? []) {
      const now = after?.facts.get(fact.place);
      expect(now, fact.place).toBeDefined();
      expect(now?.values ?? fact.values, fact.place).toEqual(expect.arrayContaining([...(fact.values ?? [])]));
      expect(rankOf(now?.marks?.evidence ?? 'unknown'), fact.place).toBeLessThanOrEqual(
        rankOf(fact.marks?.evidence ?? 'unknown'),
      );
    }
  });
});
