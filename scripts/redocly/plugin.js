// Proves of the contract what configurable rules cannot: that each part says how sure it is, that retry classes follow
// from verb and key, and that files are named for what they hold. redocly.yaml turns the rules on.
import { descriptions } from './descriptions.js';
import { evidence } from './evidence.js';
import { fileNames } from './file-names.js';
import { retry } from './retry.js';

/** The plugin that `redocly.yaml` loads. */
export default function kobblePlugin() {
  return {
    id: 'kobble',
    rules: { oas3: { descriptions, evidence, 'file-names': fileNames, retry } },
  };
}
