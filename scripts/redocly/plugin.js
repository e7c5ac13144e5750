// Checks what configurable rules cannot: evidence, retry classes and file names. redocly.yaml turns the rules on.
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
