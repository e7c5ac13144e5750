// Proves that the ledger and the contract agree, in both directions; that COVERAGE.md counts what is there; and
// that the bundle states its evidence in descriptions.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { questionsOf } from '../../scripts/generate/questions.js';
import { answerEvidence, operationsOf, resolve, type Contract } from '../../scripts/lib/contract.js';
import { coverageOf } from '../../scripts/lib/coverage.js';
import { readLedger } from '../../scripts/lib/ledger.js';

interface Source {
  readonly page: string;
  readonly generation?: string;
  readonly name?: string;
}
interface Server {
  readonly description?: string;
  readonly variables?: Readonly<Record<string, object>>;
}
interface Sourced {
  readonly 'x-source': readonly Source[];
}

const root = new URL('../../', import.meta.url);
const contract = JSON.parse(readFileSync(new URL('generated/openapi.json', root), 'utf8')) as Contract & {
  readonly tags: readonly { readonly name: string; readonly 'x-displayName': string }[];
};
const ledger = readLedger();
const endpoints = Object.entries(ledger.endpoints).flatMap(([group, list]) =>
  list.map((endpoint) => ({ group, ...endpoint })),
);
const operations = [...operationsOf(contract)].map(([verb, path, operation]) => ({
  verb,
  path,
  ...(operation as typeof operation & Sourced),
}));

describe('the ledger', () => {
  it('holds the endpoints of the menu in its order, and its 28 schemas and 16 guides', () => {
    expect(endpoints.map(({ entry }) => entry.number)).toEqual(endpoints.map((_, index) => index + 1));
    expect(new Set(ledger.schemas.map(({ name }) => name)).size).toBe(28);
    expect(new Set(ledger.guides.map(({ title }) => title)).size).toBe(16);
  });

  it('says of each entry what became of it, or why nothing did', () => {
    for (const { title, operationId, reason } of endpoints) expect([operationId, reason], title).toSatisfy(onlyOne);
    for (const { name, schema, reason } of ledger.schemas) expect([schema, reason], name).toSatisfy(onlyOne);
    for (const { title, became, reason } of ledger.guides) expect([became, reason], title).toSatisfy(onlyOne);
  });

  it('has each operation of the contract once, and no other', () => {
    const transcribed = endpoints.flatMap(({ operationId }) => operationId ?? []);
    expect(transcribed.sort()).toEqual(operations.map(({ operationId }) => operationId).sort());
  });

  it.each(endpoints.filter(({ operationId }) => operationId))(
    'agrees with $operationId on title, group, method, key and page',
    ({ title, group, entry, operationId }) => {
      const operation = operations.find((one) => one.operationId === operationId);
      const { page, generation } = entry;
      expect(contract.tags.find(({ name }) => name === operation?.tags[0])?.['x-displayName']).toBe(group);
      expect(operation?.externalDocs).toEqual({ description: title, url: addressOf(page) });
      expect(operation?.verb).toBe(entry.method);
      expect(operation?.parameters?.some(isKey) ?? false).toBe(entry.key ?? false);
      expect(operation?.['x-source'].map((source) => [source.page, source.generation])).toContainEqual([
        page,
        generation,
      ]);
    },
  );

  it("has each schema under the documentation's name, and the contract has no such name besides", () => {
    const named = Object.entries(contract.components.schemas as unknown as Record<string, Sourced>).flatMap(
      ([schema, { 'x-source': sources }]) => sources.flatMap(({ name }) => (name ? { name, schema } : [])),
    );
    expect(named.sort(byName)).toEqual([...ledger.schemas].sort(byName));
  });

  it('knows each page that the contract names, and the contract each guide that became something', () => {
    const named = [...JSON.stringify(contract).matchAll(/"page":"((?:api|doc)-\d+)"/g)].map(([, page]) => page);
    const known = [...endpoints.map(({ entry }) => entry), ...ledger.guides].map(({ page }) => page);
    expect(known).toEqual(expect.arrayContaining(named));
    expect(named).toEqual(expect.arrayContaining(ledger.guides.filter(({ became }) => became).map(({ page }) => page)));
  });
});

describe('the coverage report', () => {
  const coverage = coverageOf(contract);
  const report = readFileSync(new URL('openapi/COVERAGE.md', root), 'utf8').replace(/ +/g, ' ');

  it('has its counts', () => {
    for (const count of coverage.counts) expect(report.replace(/\s+/g, ' ')).toContain(`- ${count}`);
  });

  it('has all of its rows', () => {
    const rows = coverage.tables.flatMap((table) => table.rows.map((row) => `| ${row.join(' | ')} |`));
    expect(rows.length).toBe(endpoints.length + ledger.schemas.length + ledger.guides.length);
    for (const row of rows) expect(report).toContain(row.replace(/ +/g, ' '));
  });
});

describe('the questions to Kobble', () => {
  const questions = questionsOf(contract, ledger);

  it('are those of the ledger, and name what has no path, or a response that no page shows', () => {
    expect(questions.slice(0, ledger.questions.length)).toEqual(ledger.questions);
    const open = operations.filter((operation) => answerEvidence(contract, operation) === 'unknown');
    const titles = [...open.map(({ externalDocs }) => externalDocs.description), 'Healthcheck'];
    for (const title of titles) expect(questions.join('\n')).toContain(`\`${title}\``);
  });

  it('have each sentence once that states a gap, with all the parts that it is about', () => {
    const gap = questions.filter((question) => question.endsWith('`Wallet.reserved_amount`: The unit is unknown.'));
    expect(gap).toHaveLength(1);
    expect(gap[0]).toContain('`TransactionCreate.amount`');
    expect(questions).toContain('`Order`: The sort key and the default are unknown.');
  });

  it('end when all is answered', () => {
    const answered = { ...contract, paths: {}, components: { schemas: {} } };
    expect(questionsOf(answered, { ...ledger, endpoints: {}, questions: [] })).toEqual([]);
  });
});

describe('the bundle', () => {
  it.each(operations)(
    'states the evidence of $operationId, and its title',
    ({ description, externalDocs, ...operation }) => {
      expect(description).toContain(`Kobble's title: "${externalDocs.description}".`);
      expect(description).toContain(`Evidence: ${operation['x-evidence']} (`);
      expect(description).toMatch(/ Response: (documented|observed|example|inferred|unknown)\./);
    },
  );

  it.each(Object.entries(contract.components.schemas))('states the evidence of %s and its fields', (_, schema) => {
    expect(schema.description).toContain(`Evidence: ${schema['x-evidence']} (`);
    for (const field of Object.values(schema.properties ?? {})) {
      const word = field['x-evidence'] ?? schema['x-evidence'];
      expect(field.description).toContain(`Evidence: ${word} (`);
      expect(field.description?.match(/Evidence: /g)).toHaveLength(1);
    }
  });
});

describe('the contract', () => {
  it('uses every file of openapi/components', () => {
    for (const kind of readdirSync(new URL('openapi/components/', root))) {
      const files = readdirSync(new URL(`openapi/components/${kind}/`, root)).map((file) => file.replace('.yaml', ''));
      expect(Object.keys(contract.components[kind] ?? {}).sort(), kind).toEqual(files.sort());
    }
  });

  it('has a description for each server, and none for its variables, which swagger-parser refuses', () => {
    const servers = [...contract.servers, ...operations.flatMap(({ path }) => contract.paths[path]?.['servers'] ?? [])];
    for (const { description, variables = {} } of servers as Server[]) {
      expect(description).toBeDefined();
      for (const variable of Object.values(variables)) expect(variable).not.toHaveProperty('description');
    }
  });

  it('lists a path with a placeholder after its siblings', () => {
    const paths = Object.keys(contract.paths);
    for (const [index, path] of paths.entries()) {
      const pattern = new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`);
      expect(paths.slice(index + 1).filter((later) => pattern.test(later))).toEqual([]);
    }
  });
});

function onlyOne(values: readonly unknown[]): boolean {
  return values.filter((value) => value !== undefined).length === 1;
}

function byName(one: { readonly name: string }, other: { readonly name: string }): number {
  return one.name < other.name ? -1 : 1;
}

function isKey(parameter: unknown): boolean {
  const { name } = resolve(contract, parameter as { readonly $ref?: string; readonly name?: string });
  return name === 'Idempotency-Key';
}

/** The page of an entry, or the site if only the menu names it. A guide is the source of another entry's facts. */
function addressOf(page: string): string {
  return `https://docs.apikobble.net${page === 'menu' ? '' : `/${page}`}`;
}
