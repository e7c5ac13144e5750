// Proves what the workflows may do: each has no permission but those of its jobs, each action is pinned by commit, and what
// has a token that writes runs nothing of this repository. `npm run lint -- workflows` checks the rest.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

interface Step {
  readonly if?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Workflow {
  readonly on: { readonly pull_request?: { readonly paths: readonly string[] } };
  readonly concurrency?: object;
  readonly permissions: object;
  readonly jobs: Readonly<
    Record<
      string,
      {
        readonly permissions?: Readonly<Record<string, string>>;
        readonly environment?: string;
        readonly strategy?: object;
        readonly steps: readonly Step[];
      }
    >
  >;
}

const folder = new URL('../../.github/workflows/', import.meta.url);
const workflows = readdirSync(folder).map((name) => {
  const text = readFileSync(new URL(name, folder), 'utf8');
  return { name, text, workflow: parse(text) as Workflow };
});
const jobs = workflows.flatMap(({ name, workflow }) =>
  Object.entries(workflow.jobs).map(([job, { permissions = {}, steps, ...more }]) => {
    return { ...more, job: `${name}, ${job}`, permissions, steps };
  }),
);
const scripts = (
  JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { scripts: object }
).scripts;

describe.each(workflows)('$name', ({ text, workflow }) => {
  it('has no permissions of its own, and pins each action by commit, with its version beside it', () => {
    expect(workflow.permissions).toEqual({});
    const uses = [...text.matchAll(/uses: (.*)$/gm)].map(([, action]) => action);
    for (const action of uses) expect(action).toMatch(/^[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });
  it('runs once at a time, and hides no version behind one that fails', () => {
    expect(workflow.concurrency).toBeDefined();
    for (const { strategy } of Object.values(workflow.jobs)) {
      if (strategy !== undefined) expect(strategy).toMatchObject({ 'fail-fast': false });
    }
  });
  it('runs scripts that package.json has', () => {
    const names = [...text.matchAll(/npm run (?:--silent )?([\w:-]+)/g)].map(([, name]) => name);
    for (const name of names) expect(scripts).toHaveProperty([name ?? '']);
  });
});

const writes = ({ permissions }: (typeof jobs)[number]): boolean => Object.values(permissions).includes('write');

it.each(jobs.filter(writes))('$job may write, so it runs nothing of this repository', ({ steps }) => {
  expect(steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'))).toEqual([]);
  expect(steps.filter(({ run = '' }) => /\bnpm (run|ci|install)\b/.test(run))).toEqual([]);
});

it.each(jobs.filter((job) => !writes(job)))('$job only reads, and leaves no token in its clone', (job) => {
  expect(job.permissions).toEqual({ contents: 'read' });
  for (const { uses, with: options } of job.steps) {
    if (uses?.startsWith('actions/checkout@')) expect(options).toMatchObject({ 'persist-credentials': false });
  }
});

it('a release starts by hand only, and needs an approval before npm is asked', () => {
  const release = workflows.find(({ name }) => name === 'release.yml')?.workflow;
  expect(Object.keys(release?.on ?? {})).toEqual(['workflow_dispatch']);
  const publishing = jobs.filter(({ steps }) => steps.some(({ run = '' }) => /\bpublish\b/.test(run)));
  expect(publishing.map(({ job, environment }) => [job, environment])).toEqual([['release.yml, stage', 'npm']]);
  expect(publishing[0]?.steps.at(-1)?.run).toContain(' stage publish ');
});

const stepsOf = (job: string): readonly Step[] => jobs.find((one) => one.job === job)?.steps ?? [];

describe('contract.yml', () => {
  const runs = stepsOf('contract.yml, contract').filter(({ run }) => run !== undefined);

  it('says first what changes for callers, and runs every step, also after one that failed', () => {
    expect(runs[1]?.run).toContain('scripts/verdict.ts "$(git merge-base "$BASE" HEAD)"');
    for (const step of runs.slice(2)) expect(step.if, step.run).toContain('!cancelled()');
  });
  it('starts for all that its steps read', () => {
    const paths = workflows.find(({ name }) => name === 'contract.yml')?.workflow.on.pull_request?.paths ?? [];
    const read = [
      'package.json',
      'package-lock.json',
      'tsconfig.json',
      'CHANGELOG.md',
      'test/contract/**',
      'test/support/**',
    ];
    expect(paths).toEqual(expect.arrayContaining(read));
  });
  it('edits its own comment only, and leaves no old one when there is no report', () => {
    const run = stepsOf('contract.yml, comment').at(-1)?.run ?? '';
    expect(run).not.toContain('--edit-last');
    expect(run).toContain("marker='<!-- contract-report -->'");
    expect(run).toContain('[ -s report.md ] ||');
  });
});

describe('drift.yml', () => {
  it('passes every variable of a client', () => {
    const [check] = stepsOf('drift.yml, drift').filter(({ run }) => run?.includes('drift-report.ts'));
    const names = ['BASE_URL', 'CLIENT_ID', 'CLIENT_SECRET', 'ENVIRONMENT', 'SCOPE', 'TOKEN_URL'];
    expect(Object.keys(check?.env ?? {}).toSorted()).toEqual(names.map((name) => `KOBBLE_${name}`));
  });
  it('opens an issue and uploads SARIF for what it finds', () => {
    const steps = stepsOf('drift.yml, report');
    expect(steps.map(({ run = '' }) => run).join()).toMatch(/gh issue comment[\s\S]*gh issue create/);
    expect(steps.at(-1)?.uses).toContain('github/codeql-action/upload-sarif@');
  });
});

it('the packed package is tested on each Node that is supported and on the newest, and on both undicis', () => {
  const job = workflows.find(({ name }) => name === 'ci.yml')?.workflow.jobs['package'];
  expect(job?.strategy).toMatchObject({ matrix: { node: [20, 22, 24, 26] } });
  expect(job?.steps.map(({ run = '' }) => run).join('\n')).toMatch(/test\/package[\s\S]*undici@8\.\d+\.\d+\n/);
});

it('a release is drafted with the tarball and the bill of materials, and a pre-release is marked as one', () => {
  const run = stepsOf('release.yml, draft').at(-1)?.run ?? '';
  expect(run).toMatch(/gh release create "\$TAG" --draft --verify-tag \$PRERELEASE/);
  expect(run).toContain('kobble-client-*.tgz sbom.cdx.json');
  expect(stepsOf('release.yml, stage').at(-1)?.run).toContain("--tag ${{ contains(github.ref_name, '-')");
});

it('dependencies are proposed a week after they came out at the earliest', () => {
  const file = parse(readFileSync(new URL('../dependabot.yml', folder), 'utf8')) as {
    readonly updates: readonly { readonly cooldown: { readonly 'default-days': number } }[];
  };
  expect(file.updates.map(({ cooldown }) => cooldown['default-days'])).toEqual([7, 7]);
});
