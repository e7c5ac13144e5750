import ts from 'typescript';

/** An option as its declaration and doc comment state it. */
export interface OptionRow {
  readonly name: string;
  readonly default: string;
  readonly variable: string;
}

/** Reads the options of an interface of `src/options.ts`. An option that is itself an object of options gives a row each. */
export function readOptions(source: string, interfaceName = 'KobbleClientOptions', prefix = ''): OptionRow[] {
  const file = ts.createSourceFile('options.ts', source, ts.ScriptTarget.Latest, true);
  const declared = file.statements.filter(ts.isInterfaceDeclaration);
  const found = declared.find(({ name }) => name.text === interfaceName);
  if (found === undefined) throw new Error(`The source has no interface ${interfaceName}.`);
  return found.members.filter(ts.isPropertySignature).flatMap((member) => {
    const name = prefix + member.name.getText();
    const inner = /^\w+Options\b/.exec(member.type?.getText() ?? '')?.[0];
    if (inner !== undefined) return readOptions(source, inner, `${name}.`);
    return [{ name, ...readComment(ts.getJSDocCommentsAndTags(member).map((part) => part.getText())) }];
  });
}

/** Reads default and variable from a doc comment: "Default 30 000.", "Default: `console`.", "Variable `KOBBLE_LOG`". */
function readComment(parts: readonly string[]): Omit<OptionRow, 'name'> {
  const text = parts
    .join(' ')
    .replace(/\s*\n\s*\*\s*/g, ' ')
    .replace(/\*\/$/, '');
  const stated = /\b[Dd]efault:? (.+?)(?:[.:] |\.?\s*$)/.exec(text)?.[1] ?? '';
  return { default: stated, variable: /\bVariable (`KOBBLE_\w+`)/.exec(text)?.[1] ?? '' };
}

/** Returns the table of options that a source declares, as Markdown. */
export function optionTable(source: string): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const body = readOptions(source).map((row) => line([`\`${row.name}\``, row.default, row.variable]));
  return [line(['option', 'default', 'variable']), line(['---', '---', '---']), ...body].join('\n');
}
