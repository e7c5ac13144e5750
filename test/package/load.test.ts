// Proves that the package loads as a stranger gets it: imported and required, fast, with stacks and definitions that lead to
// its sources.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { definitionOf } from '../support/definition.js';
import { ENTRIES, installedPackage, root, run, type InstalledPackage } from '../support/package.js';

let installed: InstalledPackage;
beforeAll(() => void (installed = installedPackage()));

const NAMES =
  "console.log(Object.keys(m).filter((name) => name !== '__esModule' && name !== 'module.exports').sort().join())";

const evaluate = (code: string, ...flags: string[]): string =>
  run('node', [...flags, '-e', code], installed.consumer).trim();

it.each(ENTRIES)('$specifier can be imported and required', ({ specifier }) => {
  const imported = evaluate(`import * as m from '${specifier}'; ${NAMES}`, '--input-type=module');
  const required = evaluate(`const m = require('${specifier}'); ${NAMES}`, '--no-warnings', '--input-type=commonjs');
  expect(imported).not.toBe('');
  expect(required).toBe(imported);
});

it('ships the contract', () => {
  expect(evaluate("console.log(require('kobble-client/openapi.json').info.title)")).toContain('Kobble');
});

it('keeps the directive that React needs', () => {
  expect(readFileSync(join(installed.folder, 'dist/react.js'), 'utf8')).toMatch(/^'use client';/);
});

it('shares its error classes among the entries', () => {
  const code = `
    import { KobbleError } from 'kobble-client';
    import { WebhookError } from 'kobble-client/webhooks';
    console.log(WebhookError.prototype instanceof KobbleError);`;
  expect(evaluate(code, '--input-type=module')).toBe('true');
});

describe('source maps', () => {
  it('lead a stack to a line of a shipped source', () => {
    const code = `
      import { createKobbleClient } from 'kobble-client';
      try { createKobbleClient({ baseUrl: 'ftp://a' }) } catch (error) { console.log(error.stack) }`;
    const stack = evaluate(code, '--enable-source-maps', '--input-type=module');
    const frames = [...stack.matchAll(/\((\S*kobble-client\/(src\/[\w/-]+\.ts)):(\d+):\d+\)/g)];
    expect(frames.length, stack).toBeGreaterThan(1);
    for (const [, path = '', source = '', line] of frames) {
      const shipped = readFileSync(path, 'utf8');
      expect(shipped).toBe(readFileSync(join(root, source), 'utf8'));
      expect(shipped.split('\n')[Number(line) - 1]).toMatch(/[a-zA-Z]{3}/);
    }
  });
  it('contain the sources, for tools that do not read the files', () => {
    for (const built of [
      ...ENTRIES.filter(({ name }) => name !== 'widget').map((entry) => entry.built),
      ...['dist/shared.js', 'dist/card-widget.js'],
    ]) {
      const map = JSON.parse(readFileSync(join(installed.folder, `${built}.map`), 'utf8')) as {
        sources: string[];
        sourcesContent: (string | null)[];
      };
      expect(map.sourcesContent.filter((content) => !content)).toEqual([]);
      expect(map.sourcesContent).toHaveLength(map.sources.length);
    }
  });
  it('keep the code readable: not minified, with its doc comments', () => {
    const code = readFileSync(join(installed.folder, 'dist/index.js'), 'utf8');
    expect(code).toContain('function createKobbleClient(');
    expect(code.match(/^\s*\/\*\*/gm)?.length).toBeGreaterThan(100);
    expect(Math.max(...code.split('\n').map((line) => line.length))).toBeLessThan(1000);
  });
});

it('leads "go to definition" to the source', async () => {
  const program = "import { createKobbleClient } from 'kobble-client';\nvoid createKobbleClient().cards.create;\n";
  const file = join(installed.consumer, 'definition.ts');
  writeFileSync(file, program);
  const { path, text } = await definitionOf(file, program, 'create;');
  expect(path).toBe(join(installed.folder, 'generated/resources.ts'));
  expect(text).toMatch(/^ {2}create\(/);
});

it('loads two files, and needs little more time for them than openapi-fetch for its own', () => {
  const built = readFileSync(join(installed.folder, 'dist/index.js'), 'utf8');
  expect([...built.matchAll(/^import .*from "(.*)";$/gm)].map(([, file]) => file)).toEqual(['./shared.js']);
  expect(readFileSync(join(installed.folder, 'dist/shared.js'), 'utf8')).not.toMatch(/^import /m);

  // The goal by the clock is 1.5. This is time of the processor (measured: 1.8), in turns, because other work
  // on the same machine changes the time of a clock by more than that.
  const own = join(installed.folder, 'dist/index.js');
  const openapiFetch = join(root, 'node_modules/openapi-fetch/dist/index.mjs');
  const ratios = Array.from({ length: 9 }, () => importTime(own) / importTime(openapiFetch)).sort((a, b) => a - b);
  const [lowest = 0, , , , median = 0, , , , highest = 0] = ratios;
  console.log(`import: ${median.toFixed(2)} × openapi-fetch's, from ${lowest.toFixed(2)} to ${highest.toFixed(2)}`);
  // V8 compiles the 120 kB of ours in 3 ms, the 17 kB of openapi-fetch in 0.5 ms. The loader of Node 20 adds 5.5 ms to both,
  // that of Node 24 0.7 ms: with less around it, the same difference is a larger ratio (measured: 4.8 to 5.8).
  expect(median).toBeLessThan(Number(process.versions.node.split('.')[0]) < 24 ? 2.5 : 6);
});

/** Returns the processor's microseconds that a new process spends on importing a file. */
function importTime(file: string): number {
  const code = `
    const before = process.cpuUsage();
    await import('${file}');
    const { user, system } = process.cpuUsage(before);
    console.log(user + system)`;
  return Number(execFileSync('node', ['--input-type=module', '-e', code], { encoding: 'utf8' }));
}
