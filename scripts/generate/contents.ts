import { fileURLToPath } from 'node:url';
import { format } from 'prettier';
import type { Contract } from '../lib/contract.js';
import { readManifest } from '../lib/entries.js';
import { withEvidence } from './evidence.js';
import { operationsModule } from './operations.js';
import { withRequestSchemas } from './request-schemas.js';
import { resourcesModule } from './resources.js';
import { schemaModule } from './schema.js';
import { typesModule } from './types.js';
import { validatorsModule } from './validators.js';

const STYLE = { printWidth: 120, singleQuote: true } as const;

/** Returns the content of each file of `generated/`, by its name. */
export async function generatedFiles(contract: Contract): Promise<Readonly<Record<string, string>>> {
  const annotated = withEvidence(contract);
  const typed = withRequestSchemas(annotated);
  return {
    'openapi.json': await format(JSON.stringify(annotated), { ...STYLE, parser: 'json' }),
    'schema.ts': await format(await schemaModule(typed), { ...STYLE, parser: 'typescript' }),
    'types.ts': await format(typesModule(typed), { ...STYLE, parser: 'typescript' }),
    'resources.ts': await format(resourcesModule(withRequestSchemas(contract)), { ...STYLE, parser: 'typescript' }),
    'validators.ts': await format(validatorsModule(contract), { ...STYLE, parser: 'typescript' }),
    'operations.ts': await format(operationsModule(contract), { ...STYLE, parser: 'typescript' }),
    'version.ts': versionModule(),
  };
}

/** Returns the source of `generated/version.ts`: reading package.json at run time needs Node, or a bundler that can. */
function versionModule(): string {
  const { version } = readManifest(fileURLToPath(new URL('../..', import.meta.url)));
  return `// Written by \`npm run generate\` from package.json. Do not edit.\n\nexport const version = '${version}';\n`;
}
