// Proves the house rules: which file may import what, how large files are, and what the package exports.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import * as main from '../src/index.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const NODE_ENTRIES = ['src/webhooks/', 'src/testing/', 'src/undici/', 'src/cli/'];

interface SourceFile {
  readonly path: string;
  readonly text: string;
  readonly imports: readonly string[];
}

const files = (folder: string, endings: readonly string[]): SourceFile[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
    .filter((entry) => !/node_modules|screenshots|\.cache/.test(entry.parentPath))
    .map((entry) => {
      const path = relative(root, join(entry.parentPath, entry.name));
      const text = readFileSync(join(root, path), 'utf8');
      return { path, text, imports: path.endsWith('.ts') ? importsOf(path, text) : [] };
    });

function importsOf(path: string, text: string): string[] {
  return ts
    .preProcessFile(text, true, true)
    .importedFiles.map(({ fileName }) =>
      fileName.startsWith('.') ? relative(root, resolve(root, dirname(path), fileName)) : fileName,
    );
}

const src = files('src', ['.ts']);
const examples = files('examples', ['.ts', '.html', '.css']);
const handWritten = [...src, ...examples, ...files('scripts', ['.ts', '.js']), ...files('openapi', ['.yaml'])];

/** Files of `src/` that import something, but for those that may. */
const importers = (of: RegExp, except: readonly string[] = []): string[] =>
  src
    .filter(({ path, imports }) => !except.includes(path) && imports.some((name) => of.test(name)))
    .map(({ path }) => path);

/** The layers of `src/`, from the ground up: a file imports from its own layer or a lower one. */
const LAYERS: readonly (readonly RegExp[])[] = [
  [/^(contract\/|time|checks|api-promise)/],
  [/^errors\//],
  [/^(hooks|idempotency|paginate)\./],
  [/^options\./],
  [/^http\/(response|platform)\./],
  [/^http\/retry\./],
  [/^http\/call\./],
  [/^http\/(call-error|input|attempt-init)\./],
  [/^http\/observer\./],
  [/^http\/send\./],
  [/^http\/transport\./],
  [/^(config\.|resources\/|auth\/|widget\/)/],
  [/^client\./],
  [/^index\./],
  [/^(webhooks|testing|redis|react|undici|opentelemetry|drift|openapi-fetch)\//],
  [/^cli\//],
];

const layerOf = (path: string): number =>
  LAYERS.findIndex((layer) => layer.some((files) => files.test(path.replace(/^src\//, ''))));

const sourceOf = (name: string): string => name.replace(/\.js$/, '.ts');

/** The circles of a graph of imports, each as its files in order. */
function circlesOf(sources: readonly SourceFile[]): string[][] {
  const byPath = new Map(sources.map((file) => [file.path, file.imports.map(sourceOf)]));
  const circles: string[][] = [];
  const finished = new Set<string>();
  const visit = (path: string, above: readonly string[]): void => {
    if (above.includes(path)) circles.push([...above.slice(above.indexOf(path)), path]);
    if (finished.has(path) || above.includes(path)) return;
    for (const next of byPath.get(path) ?? []) visit(next, [...above, path]);
    finished.add(path);
  };
  for (const { path } of sources) visit(path, []);
  return circles;
}

describe('layers', () => {
  it('have a place for each file', () => {
    expect(src.filter(({ path }) => layerOf(path) === -1).map(({ path }) => path)).toEqual([]);
  });
  it('are imported downwards only', () => {
    const upwards = src.flatMap(({ path, imports }) =>
      imports
        .map(sourceOf)
        .filter((name) => name.startsWith('src/') && layerOf(name) > layerOf(path))
        .map((name) => `${path} imports ${name}`),
    );
    expect(upwards).toEqual([]);
  });
  it('have no circle of imports, not even of types', () => {
    expect(circlesOf(src)).toEqual([]);
  });
  it('would show a circle', () => {
    const file = (path: string, ...imports: string[]): SourceFile => ({ path, text: '', imports });
    expect(circlesOf([file('a.ts', 'b.js'), file('b.ts', 'c.js'), file('c.ts', 'b.js')])).toEqual([
      ['b.ts', 'c.ts', 'b.ts'],
    ]);
  });
});

describe('imports', () => {
  it('of generated/ are in contract/ only, and of its resources in resources/index.ts', () => {
    expect(importers(/^generated\/(?!resources\.)/).filter((path) => !path.startsWith('src/contract/'))).toEqual([]);
    expect(importers(/^generated\/resources\./)).toEqual(['src/resources/index.ts']);
  });
  it('of openapi-fetch are in its own entry only', () => {
    expect(importers(/^openapi-fetch/)).toEqual(['src/openapi-fetch/create-openapi-client.ts']);
  });
  it('of openapi-typescript are in scripts/generate only', () => {
    const others = [...src, ...files('scripts', ['.ts'])].filter(({ path }) => !path.startsWith('scripts/generate'));
    expect(others.filter(({ imports }) => imports.includes('openapi-typescript'))).toEqual([]);
  });
  it('of Node are in webhooks/, testing/, undici/ and cli/ only', () => {
    expect(importers(/^node:/).filter((path) => !NODE_ENTRIES.some((entry) => path.startsWith(entry)))).toEqual([]);
  });
  it('of cli/ are its own files and entry points: its build has nothing of the package twice', () => {
    const program = src.filter(({ path }) => path.startsWith('src/cli/'));
    const allowed = /^(node:|src\/cli\/|src\/([a-z]+\/)?index\.js$)/;
    expect(program.flatMap(({ imports }) => imports.filter((name) => !allowed.test(name)))).toEqual([]);
  });
  it('of npm packages are uuid at run time', () => {
    const outside = src
      .filter(({ path }) => !/^src\/(testing|react|undici|opentelemetry|openapi-fetch)\//.test(path))
      .flatMap(({ imports }) => imports.filter((name) => !/^(src|generated|node:)/.test(name)));
    expect([...new Set(outside)].sort()).toEqual(['uuid']);
  });
  it('of contract tests are the public entries and test/support/', () => {
    const allowed = /^(vitest|node:|src\/index\.js|src\/testing\/index\.js|test\/support\/)/;
    const contract = files('test/contract', ['.ts']);
    expect(contract.flatMap(({ imports }) => imports.filter((name) => !allowed.test(name)))).toEqual([]);
  });
  it('of examples name the package, as its callers do', () => {
    const inner = /^(src|generated|dist|scripts|test)\//;
    expect(examples.flatMap(({ imports }) => imports.filter((name) => inner.test(name)))).toEqual([]);
  });
});

/** Folders and files at the top. What git ignores is not listed. */
const TOP_LEVEL = [
  ...['openapi', 'generated', 'src', 'scripts', 'test', 'docs', 'examples'],
  'etc', // reports of what each entry point declares: neither code nor docs, and read in reviews only
  ...['.ci', '.github', '.vscode'],
  ...[
    'README.md',
    'LICENSE',
    'CHANGELOG.md',
    'CONTRIBUTING.md',
    'SECURITY.md',
    'AGENTS.md',
    'THIRD-PARTY.md',
    'llms.txt',
  ],
  ...['package.json', 'package-lock.json', 'tsconfig.json', 'redocly.yaml'],
  ...['.editorconfig', '.gitignore', 'eslint.config.js', 'jsr.json', 'knip.ts', 'vitest.config.ts'], // their tools look for them here
];

it('the top level holds nothing else', () => {
  const ignored = /^(\.git|node_modules|dist|\.cache|site|.*\.tgz)$/;
  const found = readdirSync(root).filter((name) => !ignored.test(name));
  expect(found.filter((name) => !TOP_LEVEL.includes(name))).toEqual([]);
});

describe('files', () => {
  it('export by name; only index.ts exports what another file declares, and only generated types are exported whole', () => {
    for (const { path, text } of src) {
      expect(text, path).not.toMatch(/^export (\*|default)/m);
      if (path.endsWith('/index.ts')) continue;
      if (path === 'src/contract/types.ts') continue;
      expect(text.match(/^export (type )?\{.*\} from/m), path).toBeNull();
      expect(text, path).not.toMatch(/^export type \*/m);
    }
  });
  it('read process.env in config.ts only, and in the program', () => {
    const readers = src.filter(({ text }) => /process\??\.env/.test(text)).map(({ path }) => path);
    expect(readers.sort()).toEqual(['src/cli/command.ts', 'src/config.ts']);
  });
  it('are named for what they export, in kebab case, and none is called utils', () => {
    for (const { path } of src) expect(path, path).toMatch(/^src\/([a-z-]+\/)*[a-z][a-z0-9-]*\.ts$/);
    expect(src.filter(({ path }) => /utils?\.ts$|helpers?\.ts$/.test(path))).toEqual([]);
  });
  it('have at most 250 lines', () => {
    const large = handWritten.filter(({ text }) => text.split('\n').length - 1 > 250).map(({ path }) => path);
    expect(large).toEqual([]);
  });
  it('hold nothing undone', () => {
    const undone = /\b(TODO|FIXME|XXX|HACK)\b|@ts-ignore|eslint-disable/;
    expect(handWritten.filter(({ text }) => undone.test(text)).map(({ path }) => path)).toEqual([]);
  });
});

it('exports these names, and no others', () => {
  expect(Object.keys(main).sort()).toEqual([
    'AbortedError',
    'ApiError',
    'AuthenticationError',
    'BadRequestError',
    'ConfigError',
    'ConflictError',
    'ConnectionError',
    'DecodeError',
    'KobbleClient',
    'KobbleError',
    'NotFoundError',
    'PermissionDeniedError',
    'RateLimitError',
    'ServerError',
    'TimeoutError',
    'UnprocessableEntityError',
    'buildWidgetUrl',
    'callOf',
    'createKobbleClient',
    'idempotencyKeyFrom',
    'isKobbleError',
    'redact',
  ]);
});
