// Proves what the workflows may do: each has no permission but those of its jobs, each action is pinned by commit, and what
// has a token that writes runs nothing of this repository. `npm run lint:workflows` checks the rest.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Workflow {
  readonly on: object;
  readonly permissions: object;
  readonly jobs: Readonly<
    Record<
      string,
      { readonly permissions?: Readonly<Record<string, string>>; readonly environment?: string; readonly steps: Step[] }
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
