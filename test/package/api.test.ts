// Proves that `etc/` says what each entry point declares, and that a change of a declaration is named with its entry.
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { apiReports, readReports, REPORTS, staleReports, type Reports } from '../../scripts/lib/api-reports.js';
import { alone, buildIfStale } from '../support/fresh-build.js';
import { ENTRIES, root } from '../support/package.js';

const committed = readReports(join(root, REPORTS));
let built: Reports;
beforeAll(async () => {
  alone(buildIfStale);
  built = await apiReports(root);
});

it('there is a report for each entry point, and it is up to date', () => {
  expect([...built.keys()].sort()).toEqual(ENTRIES.map(({ name }) => `${name}.api.md`).sort());
  expect(staleReports(committed, built)).toEqual([]);
});

describe('a report that is not up to date', () => {
  const report = 'export function redisTokenStore(client: RedisClient): TokenStore;\n';

  it('is named with its entry, and with the lines that changed', () => {
    const now = report.replace('client: RedisClient', 'redis: RedisClient');
    expect(staleReports(new Map([['redis.api.md', report]]), new Map([['redis.api.md', now]]))).toEqual([
      [
        'etc/redis.api.md is stale: kobble-client/redis declares something else. Run `npx tsx scripts/api.ts` and commit the result.',
        '  - export function redisTokenStore(client: RedisClient): TokenStore;',
        '  + export function redisTokenStore(redis: RedisClient): TokenStore;',
      ].join('\n'),
    ]);
  });
  it('shows at most twelve lines', () => {
    const now = Array.from({ length: 20 }, (_, index) => `export const name${index}: string;`).join('\n');
    const [message = ''] = staleReports(new Map([['index.api.md', '']]), new Map([['index.api.md', now]]));
    expect(message.split('\n')).toHaveLength(14);
    expect(message).toMatch(/kobble-client declares.*and 9 more lines$/s);
  });
  it('may be missing, or of an entry point that is gone', () => {
    expect(staleReports(new Map([['old.api.md', report]]), new Map([['new.api.md', report]]))).toEqual([
      'etc/new.api.md is missing, the report of kobble-client/new: run `npx tsx scripts/api.ts`.',
      'etc/old.api.md is of an entry point that does not exist: run `npx tsx scripts/api.ts`.',
    ]);
  });
});
