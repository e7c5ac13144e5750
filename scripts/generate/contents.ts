import { format } from 'prettier';
import type { Contract } from '../lib/contract.js';
import { readManifest } from '../lib/entries.js';
import { withEvidence } from './evidence.js';
import { fingerprintOf } from './fingerprint.js';
import { operationsModule } from './operations.js';
import { pagesOf } from './pages.js';
import { requestValidatorsModule } from './request-validators.js';
import { withRequestSchemas } from './request-schemas.js';
import { resourcesModule } from './resources.js';
import { schemaModule } from './schema.js';
import { typesModule } from './types.js';
import { validatorsModule } from './validators.js';

const STYLE = { printWidth: 120, singleQuote: true } as const;

type Files = Readonly<Record<string, string>>;

/** Returns the content of each file of a project that follows from the contract, by its path: `generated/`, and pages. */
export async function followingFiles(root: string, contract: Contract): Promise<Files> {
  const [generated, pages] = await Promise.all([generatedFiles(root, contract), pagesOf(root, contract)]);
  const named = Object.entries(generated).map(([name, content]) => [`generated/${name}`, content] as const);
  return { ...Object.fromEntries(named), ...pages };
}

async function generatedFiles(root: string, source: Contract): Promise<Files> {
  const { version } = readManifest(root);
  const fingerprint = fingerprintOf(source);
  const contract = { ...source, info: { ...source.info, version, 'x-fingerprint': fingerprint } };
  const annotated = withEvidence(contract);
  const typed = withRequestSchemas(annotated);
  return {
    'openapi.json': await format(JSON.stringify(annotated), { ...STYLE, parser: 'json' }),
    'schema.ts': await format(await schemaModule(typed), { ...STYLE, parser: 'typescript' }),
    'types.ts': await format(typesModule(typed), { ...STYLE, parser: 'typescript' }),
    'resources.ts': await format(resourcesModule(withRequestSchemas(contract)), { ...STYLE, parser: 'typescript' }),
    'validators.ts': await format(validatorsModule(contract), { ...STYLE, parser: 'typescript' }),
    'request-validators.ts': await format(requestValidatorsModule(contract), { ...STYLE, parser: 'typescript' }),
    'operations.ts': await format(operationsModule(contract), { ...STYLE, parser: 'typescript' }),
    'version.ts': constantModule('package.json', `export const version = '${version}';`),
    'fingerprint.ts': constantModule(
      'openapi/',
      `/** Hash of the facts of the contract, which changes of words leave as it is. */\nexport const contractFingerprint: string = '${fingerprint}';`,
    ),
  };
}

/** Returns the source of a module with one constant: reading a file at run time needs Node, or a bundler that can. */
const constantModule = (from: string, code: string): string =>
  `// Written by \`npm run generate\` from ${from}. Do not edit.\n\n${code}\n`;
