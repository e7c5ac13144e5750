/**
 * Builds `dist/`: one file an entry point, with what they share in `shared.js`, and declarations in `types/`. Reading many
 * small files is what makes an import slow, so uuid is bundled in. rolldown, which Vite builds with,
 * keeps comments and names: what is shipped can be read, and its source maps lead to `src/`, which is shipped too.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { BUNDLED, readEntries, readManifest } from './lib/entries.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const entries = readEntries(root);

/** The root project compiles without Node's types, so it runs wherever `fetch` does. An entry may have a project of its own. */
const projects = [
  '.',
  ...entries.map(({ source }) => dirname(source)).filter((folder) => existsSync(join(root, folder, 'tsconfig.json'))),
];

/** Of the widget's two entries only, so that the main one does not read it. */
const CARD_WIDGET = { name: 'card-widget', test: /\/src\/widget\/(?!url\.ts|index\.ts)/ };
/** The core that several entries use, in one file: each further one costs an import 0.5 ms. It needs nothing of Node. */
const OTHERS = /\/src\/(testing|drift|webhooks|undici|redis|react|opentelemetry|openapi-fetch|widget\/(?!url\.ts))/;
/** Of the drift monitor and the fake only, so that the main entry does not read them. */
const RESPONSES = /\/contract\/responses\.|\/generated\/validators\./;
const isShared = (id: string): boolean => !OTHERS.test(id) && !RESPONSES.test(id);
const SHARED = { name: 'shared', minShareCount: 2, test: isShared, priority: 1 };

rmSync(`${root}/dist`, { recursive: true, force: true });
await bundle();
await bundleProgram();
const statuses = await Promise.all(projects.map(declare));
if (statuses.some((status) => status !== 0)) process.exit(1);

async function bundle(): Promise<void> {
  const { dependencies, peerDependencies } = readManifest(root);
  const installed = Object.keys({ ...dependencies, ...peerDependencies }).filter((name) => !BUNDLED.includes(name));
  const build = await rolldown({
    cwd: root,
    input: Object.fromEntries(entries.map(({ name, source }) => [name, source])),
    platform: 'neutral', // takes uuid's build for all runtimes, not the one for Node
    external: [/^node:/, ...installed],
    onLog: (level, log, handle) => {
      if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handle(level, log); // React's 'use client' is kept, as a test proves
    },
    plugins: [
      { name: 'uuid-without-effects', transform: { filter: { id: /uuid\/dist\/v5\.js$/ }, handler: withoutEffects } },
      {
        name: 'resources-without-comments',
        transform: { filter: { id: /generated\/resources\.ts$/ }, handler: withoutComments },
      },
    ],
  });
  await build.write({
    dir: 'dist',
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: '[name].js',
    codeSplitting: { groups: [CARD_WIDGET, SHARED] },
    minify: false,
    minifyInternalExports: false,
    sourcemap: true,
  });
}

/** Builds the program. It imports the entry points that its commands use, so that nothing is in the package twice. */
async function bundleProgram(): Promise<void> {
  const sources = new Map(entries.map(({ name, source }) => [join(root, source), name]));
  const build = await rolldown({
    cwd: root,
    input: { cli: 'src/cli/main.ts' },
    platform: 'node',
    plugins: [
      {
        name: 'entry-points',
        resolveId(id, importer) {
          const name = sources.get(join(dirname(importer ?? root), id).replace(/\.js$/, '.ts'));
          return name === undefined ? undefined : { id: `./${name}.js`, external: true };
        },
      },
    ],
  });
  await build.write({ dir: 'dist', format: 'esm', entryFileNames: '[name].js', sourcemap: true });
}

/** Leaves out two properties of uuid's v5 that nobody reads: setting them keeps SHA-1 in each caller's bundle, 1 kB zipped. */
function withoutEffects(code: string): { code: string; map: null } {
  return { code: code.replace(/^v5\.(DNS|URL) = \1;$/gm, ''), map: null }; // all else stays at its line and column
}

/** Leaves out the comments of the methods, 3 kB zipped: editors read them in the declarations. Lines stay where they are. */
function withoutComments(code: string): { code: string; map: null } {
  return { code: code.replace(/\/\*\*.*?\*\//gs, (comment) => comment.replace(/[^\n]/g, '')), map: null };
}

/** Writes the declarations of a project, and returns the compiler's exit status. */
async function declare(project: string): Promise<number | null> {
  const compiler = spawn(process.execPath, ['node_modules/typescript/bin/tsc', '-p', project], {
    cwd: root,
    stdio: 'inherit',
  });
  const [status] = (await once(compiler, 'exit')) as [number | null];
  return status;
}
