// Proves what is in the tarball: these files, a manifest without scripts, every bundled package's licence,
// and nothing that the packaging linters object to.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { SBOM_FILE } from '../../scripts/lib/sbom.js';
import { LONG_FORM } from '../support/long-form.js';
import { bin, ENTRIES, installedPackage, root, run, type InstalledPackage } from '../support/package.js';

let installed: InstalledPackage;
beforeAll(() => void (installed = installedPackage()));

const namesIn = (folder: string, ending: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => `${folder}/${name}`);

it('holds these files, and no others', () => {
  const sources = [...namesIn('src', '.ts'), ...namesIn('generated', '.ts')];
  const expected = [
    ...[
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'SECURITY.md',
      'THIRD-PARTY.md',
      'package.json',
      'sbom.cdx.json',
      'generated/openapi.json',
    ],
    ...['AGENTS.md', 'llms.txt', 'openapi/COVERAGE.md', ...namesIn('docs', '.md'), ...namesIn('docs/images', '')],
    ...[
      'index',
      'shared',
      'card-widget',
      'cli',
      'responses', // the checks of the drift monitor and the fake
      'sign-test-webhook',
      ...ENTRIES.slice(1).map(({ name }) => name),
    ].flatMap((name) => [`dist/${name}.js`, `dist/${name}.js.map`]),
    ...sources.flatMap((source) => {
      const types = `dist/types/${source.replace(/\.ts$/, '.d.ts')}`;
      return source.startsWith('src/cli/') ? [source] : [source, types, `${types}.map`]; // nobody imports the program
    }),
    ...namesIn('src', '.md'),
    ...['deployment', 'durable-jobs', 'reconcile'].flatMap((name) => namesIn(`examples/${name}`, '')),
  ];
  const files = run('tar', ['-tzf', installed.tarball], root).trim().split('\n');
  const mapped = expected.filter((file) => file !== 'dist/widget.js.map'); // it only names what card-widget.js has
  expect(files.map((file) => file.replace('package/', '')).sort()).toEqual(mapped.sort());
});

it('has a manifest that runs nothing, and installs openapi-fetch alone', () => {
  const manifest = JSON.parse(readFileSync(join(installed.folder, 'package.json'), 'utf8')) as Record<string, unknown>;
  expect(manifest).toMatchObject({ name: 'kobble-client', sideEffects: false, main: ENTRIES[0]?.built });
  expect(manifest['dependencies']).toEqual({ 'openapi-fetch': '0.17.0' });
  for (const absent of ['private', 'scripts', 'devDependencies', 'overrides', 'prettier']) {
    expect(manifest, absent).not.toHaveProperty(absent);
  }
});

it('declares each entry by the same rule, so that the build and older resolutions find it', () => {
  for (const { name, source, built, types } of ENTRIES) {
    expect(built).toBe(`./dist/${name}.js`);
    expect(types).toBe(`./dist/types/${source.replace(/\.ts$/, '.d.ts')}`);
  }
});

it('names each bundled package with its version and licence', () => {
  const maps = namesIn('dist', '.js.map').map((file) => readFileSync(join(root, file), 'utf8'));
  const bundled = new Set(
    maps.flatMap((map) => [...map.matchAll(/node_modules\/((?:@[\w.-]+\/)?\w[\w.-]*)\//g)].map((m) => m[1])),
  );
  expect([...bundled].sort()).toEqual(['uuid']);
  const notice = readFileSync(join(installed.folder, 'THIRD-PARTY.md'), 'utf8');
  for (const name of bundled) {
    const folder = join(root, 'node_modules', name ?? '');
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
    const licence = readdirSync(folder).find((file) => file.startsWith('LICENSE')) ?? '';
    expect(notice).toContain(`## ${name} ${version}\n`);
    expect(notice).toContain(readFileSync(join(folder, licence), 'utf8').trim());
  }
});

it('has a bill of materials of what is bundled, without a word about the machine that packed it', () => {
  const text = readFileSync(join(installed.folder, SBOM_FILE), 'utf8');
  const { bomFormat, metadata, components } = JSON.parse(text) as {
    readonly bomFormat: string;
    readonly metadata: { readonly component: { readonly name: string } };
    readonly components: readonly { readonly name: string; readonly purl: string }[];
  };
  expect(bomFormat).toBe('CycloneDX');
  expect(metadata.component.name).toBe('kobble-client');
  expect(components.map(({ name }) => name)).toEqual(['openapi-fetch', 'openapi-typescript-helpers', 'uuid']);
  for (const { purl } of components) expect(purl).toMatch(/^pkg:npm\/[\w-]+@\d+\.\d+\.\d+$/);
  expect(text).not.toMatch(/https?:\/\/(?!cyclonedx\.org\/)|file:|timestamp|serialNumber/);
  if (basename(root) !== 'kobble-client') expect(text).not.toContain(`"${basename(root)}"`);
});

it('has declarations that import nothing but their own files, Node, and the package of their entry', () => {
  const foreign = namesIn('dist/types', '.d.ts').flatMap((file) => {
    const imports = readFileSync(join(root, file), 'utf8').matchAll(/^(?:import|export) .*from '([^'.][^']*)'/gm);
    const entry = /types\/src\/([\w-]+)\//.exec(file)?.[1];
    return [...imports].flatMap(([, name = '']) => (name.startsWith('node:') ? [] : [`${entry}: ${name}`]));
  });
  expect([...new Set(foreign)].sort()).toEqual([
    'openapi-fetch: openapi-fetch',
    'opentelemetry: @opentelemetry/api',
    'react: react',
  ]);
});

it('passes publint', () => {
  expect(run(bin('publint'), ['--strict', installed.folder], root)).toContain('All good');
});

it.runIf(LONG_FORM)('passes are-the-types-wrong, in each way of resolving it', () => {
  const args = [installed.tarball, '--ignore-rules', 'cjs-resolves-to-esm', '--format', 'ascii', '--no-color'];
  const wrong = spawnSync(bin('attw'), args, { encoding: 'utf8' });
  expect(wrong.status, wrong.stdout).toBe(0);
});
