/**
 * Writes the documentation as one folder of static pages, `site/`: the guides and the API of the library by TypeDoc, and the
 * reference of the contract by Redocly, in one file without a network.
 */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Application, OptionDefaults, ReflectionGroup, type ProjectReflection } from 'typedoc';
import { withBadges } from './lib/badges.js';
import { readEntries } from './lib/entries.js';
import { runRedocly } from './lib/redocly.js';
import { showProgress } from './lib/show-progress.js';
import { brokenLinks } from './lib/site-links.js';

/** On a phone the button beside a title leaves it little room. */
const CONTRACT_HEAD =
  '<link rel="icon" href="assets/favicon.svg"><style>@media (max-width: 40rem) { h1, h2 { font-size: 1.5rem !important; line-height: 1.25 !important } }</style>';

const root = fileURLToPath(new URL('..', import.meta.url));
const readme = readFileSync(`${root}README.md`, 'utf8');

/** The pages by the groups of README.md's list, in the order of reading. */
const GUIDES: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Array.from(readme.matchAll(/^- \*\*(\w+):\*\* (\[[^]*?)(?=\n- |\n\n|\n$)/gm), ([, group = '', list = '']) => [
    group,
    Array.from(list.matchAll(/\]\(([^)]+\.md)\)/g), ([, page = '']) => page),
  ]),
);

/** Opens the groups of the menu once; TypeDoc remembers what a reader closes. */
const OPEN_GROUPS = `<script>for (const name of ${JSON.stringify(Object.keys(GUIDES))})
  localStorage['tsd-accordion-' + name] ??= 'true';</script>`;

interface BundledContract {
  readonly info: { readonly version: string; description: string };
}

await writeSite();

async function writeSite(): Promise<void> {
  rmSync(`${root}site`, { recursive: true, force: true });
  const contract = JSON.parse(readFileSync(`${root}generated/openapi.json`, 'utf8')) as BundledContract;
  const typedoc = await Application.bootstrapWithPlugins({
    name: 'kobble-client',
    entryPoints: readEntries(root).map(({ source }) => source),
    projectDocuments: Object.values(GUIDES).flat(),
    tsconfig: 'test/tsconfig.json', // the one that has the types of Node and React
    blockTags: [...OptionDefaults.blockTags, '@description'], // openapi-typescript writes it
    navigationLinks: { [`Contract ${contract.info.version}`]: 'contract.html' },
    navigation: { includeFolders: false, includeGroups: true },
    includeVersion: true,
    favicon: 'scripts/docs.svg',
    markdownItLoader: labelCells,
    readme: 'README.md',
    customCss: 'scripts/docs.css',
    disableSources: true, // links to them need the address of a repository
    skipErrorChecking: true, // `npm run typecheck` has done it
    treatWarningsAsErrors: true,
    validation: { notExported: true, invalidLink: true, rewrittenLink: true, notDocumented: false },
  });
  const project = await showProgress('Reading guides and sources', () => typedoc.convert());
  if (project === undefined || typedoc.logger.hasErrors() || typedoc.logger.hasWarnings())
    return fail('TypeDoc failed.');
  nameReadably(project);
  await showProgress('Writing their pages', () => typedoc.generateDocs(project, `${root}site`));
  if (typedoc.logger.hasErrors() || typedoc.logger.hasWarnings()) return fail('TypeDoc failed.');
  const badged = `${root}site/contract.json`;
  contract.info.description += '\n\n[Guides and API of kobble-client](index.html)';
  writeFileSync(badged, JSON.stringify(withBadges(contract)));
  const args = ['build-docs', badged, '--inlineBundle', '--output', 'site/contract.html'];
  const { code, text } = await showProgress('Writing the page of the contract', () => runRedocly(args, { cwd: root }));
  rmSync(badged);
  if (code !== 0) return fail(`redocly build-docs failed:\n${text}`);
  finishPages();
  const broken = brokenLinks(`${root}site`, ['contract.html']);
  if (broken.length > 0) return fail(`These links lead nowhere:\n${broken.join('\n')}`);
  console.log('Written: site/index.html');
}

/** Names documents by their titles and modules by their entries, which TypeDoc names by their files, and groups them. */
function nameReadably(project: ProjectReflection): void {
  const { documents = [], children = [], groups = [] } = project;
  for (const page of documents) page.name = titleOf(page.content.map((part) => part.text).join('')) ?? page.name;
  for (const entry of children) entry.name = entry.name === 'index' ? 'kobble-client' : `kobble-client/${entry.name}`;
  const guides = Object.entries(GUIDES).map(([title, pages]) => {
    const group = new ReflectionGroup(title, project);
    const titles = pages.map((page) => titleOf(readFileSync(`${root}${page}`, 'utf8')));
    group.children = documents.filter(({ name }) => titles.includes(name));
    return group;
  });
  const modules = groups.filter((group) => group.children.some((child) => children.some((entry) => entry === child)));
  for (const group of modules) group.title = 'API';
  project.groups = [...guides.slice(0, -1), ...modules, ...guides.slice(-1)];
}

function titleOf(text: string): string | undefined {
  return /^# (.+)$/m.exec(text)?.[1]?.replaceAll('`', '');
}

interface MarkdownToken {
  readonly type: string;
  readonly content: string;
  attrSet(name: string, value: string): void;
}

/** Gives each cell of a table the title of its column: on a phone a row is shown as lines. */
function labelCells(parser: {
  core: { ruler: { push(name: string, rule: (state: { readonly tokens: MarkdownToken[] }) => void): void } };
}): void {
  parser.core.ruler.push('label-cells', ({ tokens }) => {
    let [titles, column]: [string[], number] = [[], 0];
    for (const [index, token] of tokens.entries()) {
      if (token.type === 'thead_open') titles = [];
      if (token.type === 'tr_open') column = 0;
      if (token.type === 'th_open') titles.push(tokens[index + 1]?.content ?? '');
      if (token.type === 'td_open') token.attrSet('data-column', titles[column++] ?? '');
    }
  });
}

/**
 * Changes what neither tool has an option for: the depth of a link to the contract, a logo from the network, the size of
 * titles, an icon, and groups that are open.
 */
function finishPages(): void {
  for (const name of readdirSync(`${root}site`, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.html')) continue;
    const file = `${root}site/${name}`;
    const contract = `href="${'../'.repeat(name.split(/[/\\]/).length - 1)}contract.html"`;
    const page = readFileSync(file, 'utf8').replaceAll('href="contract.html"', contract);
    const offline = page.replaceAll('https://cdn.redoc.ly/redoc/logo-mini-full.svg', 'data:,');
    const head = name === 'contract.html' ? CONTRACT_HEAD : OPEN_GROUPS;
    writeFileSync(file, offline.replace('</head>', `${head}</head>`));
  }
}

function fail(message: string): void {
  console.error(message);
  process.exitCode = 1;
}
