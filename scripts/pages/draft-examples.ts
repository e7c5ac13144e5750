import { basename, dirname, posix } from 'node:path';
import type { OpenapiFolder } from './contract.js';
import type { DraftFiles } from './draft-files.js';
import { setKey } from './edit-yaml.js';
import { nameOf, parentOf, type Fact, type Facts } from './model.js';
import { sampleOf, yamlOf } from './schema-yaml.js';
import type { YamlPart } from './yaml-part.js';

/** Writes values of our own into the examples of a schema: the contract asks for examples that fit. */
export class DraftExamples {
  private readonly files: DraftFiles;
  private readonly contract: OpenapiFolder;
  private readonly facts: Facts;

  constructor(files: DraftFiles, contract: OpenapiFolder, facts: Facts) {
    this.files = files;
    this.contract = contract;
    this.facts = facts;
  }

  /**
   * Writes a value of our own for a field into the examples of its schema. The example of what was unknown belongs to many:
   * it is replaced by one of the schema's own.
   */
  write({ place }: Fact, schema: string): void {
    const name = yamlOf(nameOf(place)).trim();
    for (const { file, isList, use } of examplesOf(this.contract, schema)) {
      if (/\/Unknown(List)?\.yaml$/.test(file))
        this.ownExample(parentOf(place), basename(schema, '.yaml'), isList, use);
      const value = this.files.part(file).get('value');
      const targets = value?.isSeq() ? value.items().map((_, index) => ['value', index]) : [['value']];
      if (/\/Unknown(List)?\.yaml$/.test(file)) continue;
      for (const path of targets) {
        this.files.edit(file, (text) => setKey(text, path, name, yamlOf(sampleOf(place, this.facts)).trim()));
      }
    }
  }

  private ownExample(place: string, component: string, isList: boolean, use: YamlPart): void {
    const file = `openapi/components/examples/${component}${isList ? 'List' : ''}.yaml`;
    const sample = sampleOf(place, this.facts);
    if (!this.files.has(file)) {
      this.files.write(file, yamlOf({ summary: `An example of ${component}`, value: isList ? [sample] : sample }));
    }
    this.files.edit(use.file, (text) => setKey(text, use.path, '$ref', `../components/examples/${basename(file)}`));
  }
}

/** An example of a body, where an operation refers to it. */
interface ExampleUse {
  readonly file: string;
  readonly isList: boolean;
  readonly use: YamlPart;
}

/** Returns the examples of all bodies that have a schema of this file, alone or in a list. */
function examplesOf(contract: OpenapiFolder, schema: string): ExampleUse[] {
  const isUse = (reference: unknown) => typeof reference === 'string' && basename(reference) === basename(schema);
  return [...contract.endpoints()].flatMap(({ operation }) => {
    const responses = (operation.get('responses')?.entries() ?? []).map(([, response]) => response);
    const contents = [operation.get('requestBody'), ...responses].flatMap(
      (body) => body?.get('content')?.entries() ?? [],
    );
    return contents.flatMap(([, content]) => {
      const isList = isUse(content.at(['schema', 'items', '$ref'])?.scalar);
      if (!isList && !isUse(content.at(['schema', '$ref'])?.scalar)) return [];
      return (content.get('examples')?.entries() ?? []).flatMap(([, use]) => {
        const reference = use.text('$ref');
        return reference === undefined ? [] : [{ file: posix.join(dirname(operation.file), reference), isList, use }];
      });
    });
  });
}
