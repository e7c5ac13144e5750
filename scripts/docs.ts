/**
 * Writes the documentation as one folder of static pages, `site/`: the guides and the API of the library by TypeDoc, and the
 * reference of the contract by Redocly, in one file without a network.
 */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Application, OptionDefaults, type ProjectReflection } from 'typedoc';
import { withBadges } from './lib/badges.js';
import { readEntries } from './lib/entries.js';
import { runRedocly } from './lib/redocly.js';
import { showProgress } from './lib/show-progress.js';
import { brokenLinks } from './lib/site-links.js';

/** On a phone the button beside a title leaves it little room. */
const CONTRACT_STYLE =
  '<style>@media (max-width: 40rem) { h1, h2 { font-size: 1.5rem !important; line-height: 1.25 !important } }</style>';

const root = fileURLToPath(new URL('..', import.meta.url));
const readme = readFileSync(`${root}README.md`, 'utf8');

await writeSite();

async function writeSite(): Promise<void> {
  rmSync(`${root}site`, { recursive: true, force: true });
  const guides = readdirSync(`${root}docs`)
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`)
    .toSorted((one, other) => linkTo(one) - linkTo(other));
  const typedoc = await Application.bootstrapWithPlugins({
    name: 'kobble-client',
    entryPoints: readEntries(root).map(({ source }) => source),
    projectDocuments: [...guides, 'src/testing/README.md', 'AGENTS.md', 'CHANGELOG.md'],
    tsconfig: 'test/tsconfig.json', // the one that has the types of Node and React
    blockTags: [...OptionDefaults.blockTags, '@description'], // openapi-typescript writes it
    navigationLinks: { Contract: 'contract.html' },
    navigation: { includeFolders: false },
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
  const contract = JSON.parse(readFileSync(`${root}generated/openapi.json`, 'utf8')) as {
    info: { description: string };
  };
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

/** Returns the place of the last link to a guide in README.md, whose list of links has the order of reading. */
function linkTo(guide: string): number {
  return readme.lastIndexOf(`](${guide})`);
}

/** Names documents by their titles and modules by their entries, which TypeDoc names by their files. */
function nameReadably({ documents = [], children = [] }: ProjectReflection): void {
  for (const page of documents) {
    const text = page.content.map((part) => part.text).join('');
    page.name = /^# (.+)$/m.exec(text)?.[1]?.replaceAll('`', '') ?? page.name;
  }
  for (const entry of children) entry.name = entry.name === 'index' ? 'kobble-client' : `kobble-client/${entry.name}`;
}

/**
 * Mends what neither tool has an option for: the depth of a link to the contract, a logo from the network, and the size of
 * titles.
 */
function finishPages(): void {
  for (const name of readdirSync(`${root}site`, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.html')) continue;
    const file = `${root}site/${name}`;
    const contract = `href="${'../'.repeat(name.split(/[/\\]/).length - 1)}contract.html"`;
    const page = readFileSync(file, 'utf8').replaceAll('href="contract.html"', contract);
    const offline = page.replaceAll('https://cdn.redoc.ly/redoc/logo-mini-full.svg', 'data:,');
    writeFileSync(file, name === 'contract.html' ? offline.replace('</head>', `${CONTRACT_STYLE}</head>`) : offline);
  }
}

function fail(message: string): void {
  console.error(message);
  process.exitCode = 1;
}
