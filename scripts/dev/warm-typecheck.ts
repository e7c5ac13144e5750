import { statSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';

/** One error of the compiler. */
export interface CompilerError {
  /** Path from the root of the project. */
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/**
 * Type-checks a project again and again. Unchanged files keep their syntax tree, and files that a change does not reach
 * keep their result.
 */
export class WarmTypecheck {
  readonly #root: string;
  readonly #project: string;
  readonly #files = new Map<string, { readonly modified: number; readonly file: ts.SourceFile }>();
  #program: ts.SemanticDiagnosticsBuilderProgram | undefined;

  /** @param project folder of a `tsconfig.json`, from the root */
  constructor(root: string, project: string) {
    this.#root = root;
    this.#project = join(root, project);
  }

  /** Reads the files that changed since the last time. */
  update(): void {
    const { fileNames, options } = this.#config();
    this.#program = ts.createSemanticDiagnosticsBuilderProgram(fileNames, options, this.#host(options), this.#program);
    // Forgets the results that the changes reach. Without it, a file keeps its old ones until all files are checked.
    this.#program.getSemanticDiagnosticsOfNextAffectedFile(undefined, () => true);
  }

  /** Returns the errors of the files that are asked for, by their paths from the root. */
  errorsIn(isWanted: (file: string) => boolean): CompilerError[] {
    const program = this.#program;
    const files = program?.getSourceFiles().filter(({ fileName }) => {
      return !fileName.includes('/node_modules/') && isWanted(relative(this.#root, fileName));
    });
    const diagnostics = (files ?? []).flatMap((file) => [
      ...(program?.getSyntacticDiagnostics(file) ?? []),
      ...(program?.getSemanticDiagnostics(file) ?? []),
    ]);
    return diagnostics.map((diagnostic) => this.#describe(diagnostic));
  }

  #config(): ts.ParsedCommandLine {
    const file = join(this.#project, 'tsconfig.json');
    const config: unknown = ts.readConfigFile(file, (name) => ts.sys.readFile(name)).config;
    return ts.parseJsonConfigFileContent(config, ts.sys, this.#project, { noEmit: true });
  }

  #host(options: ts.CompilerOptions): ts.CompilerHost {
    const host = ts.createIncrementalCompilerHost(options);
    return {
      ...host,
      getSourceFile: (name, ...rest) => {
        const known = this.#files.get(name);
        if (known && name.includes('/node_modules/')) return known.file;
        const modified = statSync(name, { throwIfNoEntry: false })?.mtimeMs ?? 0;
        if (known?.modified === modified) return known.file;
        const file = host.getSourceFile(name, ...rest);
        if (file) this.#files.set(name, { modified, file });
        return file;
      },
    };
  }

  #describe({ file, start = 0, messageText }: ts.Diagnostic): CompilerError {
    const line = file ? file.getLineAndCharacterOfPosition(start).line + 1 : 0;
    const message = ts.flattenDiagnosticMessageText(messageText, ' ').replace(/\s+/g, ' ');
    return { file: file ? relative(this.#root, file.fileName) : '', line, message };
  }
}
