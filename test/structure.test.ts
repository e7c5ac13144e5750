// Proves the house rules: which file may import what, how large files are, what the package exports, and that each
// operation of the contract has its method.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import * as main from '../src/index.js';
import { samples } from './support/contract.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const NODE_ENTRIES = ['src/webhooks/', 'src/testing/'];

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

describe('imports', () => {
  it('come to generated/ only through schema.ts and transport.ts', () => {
    expect(importers(/^generated\//, ['src/schema.ts', 'src/transport.ts'])).toEqual([]);
  });
  it('name openapi-fetch in transport.ts alone', () => {
    expect(importers(/^openapi-fetch/, ['src/transport.ts'])).toEqual([]);
  });
  it('name openapi-typescript in scripts/generate alone', () => {
    const others = [...src, ...files('scripts', ['.ts'])].filter(({ path }) => !path.startsWith('scripts/generate'));
    expect(others.filter(({ imports }) => imports.includes('openapi-typescript'))).toEqual([]);
  });
  it('use Node in webhooks/ and testing/ alone', () => {
    expect(importers(/^node:/).filter((path) => !NODE_ENTRIES.some((entry) => path.startsWith(entry)))).toEqual([]);
  });
  it('never lead from the main entry to an entry of its own', () => {
    const inner = src.filter(({ path }) => !/^src\/(webhooks|testing|redis)\//.test(path));
    expect(
      inner.filter(({ imports }) => imports.some((name) => /^src\/(webhooks|testing|redis)\//.test(name))),
    ).toEqual([]);
  });
  it('never lead from one resource to another', () => {
    const resources = src.filter(({ path }) => path.startsWith('src/resources/'));
    expect(resources.filter(({ imports }) => imports.some((name) => name.startsWith('src/resources/')))).toEqual([]);
  });
  it('reach nothing else of npm at run time than openapi-fetch and uuid', () => {
    const outside = src
      .filter(({ path }) => !path.startsWith('src/testing/'))
      .flatMap(({ imports }) => imports.filter((name) => !/^(src|generated|node:)/.test(name)));
    expect([...new Set(outside)].sort()).toEqual(['openapi-fetch', 'uuid']);
  });
  it('of contract tests stay at the public entries and test/support/', () => {
    const allowed = /^(vitest|node:|src\/index\.js|src\/testing\/index\.js|test\/support\/)/;
    const contract = files('test/contract', ['.ts']);
    expect(contract.flatMap(({ imports }) => imports.filter((name) => !allowed.test(name)))).toEqual([]);
  });
  it('of examples name the package, as its callers do', () => {
    const inner = /^(src|generated|dist|scripts|test)\//;
    expect(examples.flatMap(({ imports }) => imports.filter((name) => inner.test(name)))).toEqual([]);
  });
});

describe('files', () => {
  it('export by name, and only index.ts passes exports on', () => {
    for (const { path, text } of src) {
      expect(text, path).not.toMatch(/^export (\*|default)/m);
      if (!path.endsWith('/index.ts')) expect(text.match(/^export (type )?\{.*\} from/m), path).toBeNull();
    }
  });
  it('read process.env in env.ts alone', () => {
    expect(src.filter(({ path, text }) => path !== 'src/env.ts' && /process\??\.env/.test(text))).toEqual([]);
  });
  it('are named for what they export, in kebab case, and none is called utils', () => {
    for (const { path } of src) expect(path, path).toMatch(/^src\/([a-z]+\/)*[a-z][a-z0-9-]*\.ts$/);
    expect(src.filter(({ path }) => /utils?\.ts$|helpers?\.ts$/.test(path))).toEqual([]);
  });
  it('have at most 150 lines, the ledger 250', () => {
    const large = handWritten.filter(({ text }) => text.split('\n').length - 1 > 150).map(({ path }) => path);
    expect(large.filter((path) => path !== 'openapi/coverage.yaml')).toEqual([]);
    expect(handWritten.filter(({ text }) => text.split('\n').length > 250)).toEqual([]);
  });
  it('hold nothing undone', () => {
    const undone = /\b(TODO|FIXME|XXX|HACK)\b|@ts-ignore|eslint-disable/;
    expect(handWritten.filter(({ text }) => undone.test(text)).map(({ path }) => path)).toEqual([]);
  });
});

it('exports these names, and no others', () => {
  expect(Object.keys(main).sort()).toEqual([
    'ApiError',
    'AuthenticationError',
    'BadRequestError',
    'ConfigError',
    'ConflictError',
    'ConnectionError',
    'DecodeError',
    'KobbleError',
    'NotFoundError',
    'PermissionDeniedError',
    'RateLimitError',
    'ServerError',
    'TimeoutError',
    'UnprocessableEntityError',
    'buildWidgetUrl',
    'createKobbleClient',
    'idempotencyKeyFrom',
    'isKobbleError',
    'redact',
  ]);
});

describe('each operation', () => {
  const resource = (tag: string) => tag.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

  it.each(samples.filter(({ id }) => id !== 'getAccessToken'))('$id is called in the file of its tag', (sample) => {
    const file = src.find(({ path }) => path === `src/resources/${resource(sample.tag)}.ts`);
    expect(file?.text).toContain(`'${sample.verb}', '${sample.path}'`);
  });
  it('has no method without an operation', () => {
    const called = src
      .filter(({ path }) => path.startsWith('src/resources/'))
      .flatMap(({ text }) =>
        [...text.matchAll(/#send\('(\w+)', '([^']+)'/g)].map(([, verb, path]) => `${verb} ${path}`),
      );
    const known = new Set(samples.map(({ verb, path }) => `${verb} ${path}`));
    expect(called.filter((endpoint) => !known.has(endpoint))).toEqual([]);
    expect(called.length).toBe(34); // 33 operations, one of them with two methods
  });
});
