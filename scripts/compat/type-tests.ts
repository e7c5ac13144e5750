import { symlinkSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';
import { withCheckout } from '../diff/checkout.js';

/** Folder of the type tests: programs that say what callers may write, and what the compiler refuses. */
const TYPE_TESTS = 'test/types';

/** A line of a type test that the build judges otherwise. */
export interface ChangedLine {
  /** Breaking if it compiled and no longer does; otherwise the build accepts what was refused. */
  readonly breaking: boolean;
  readonly file: string;
  readonly line: number;
  readonly code: string;
  /** The compiler's message. */
  readonly message: string;
}

/** The type tests of a commit, compiled against the build. */
export interface TypeTestReport {
  /** In the order of the tests. */
  readonly changed: readonly ChangedLine[];
  /** Messages about files that the tests import, such as samples, if these do not compile. Callers do not see them. */
  readonly support: readonly string[];
}

/** What type tests may import, beside the client. */
const IMPORTED = ['test/support', 'scripts', 'package.json'];

/** Folders of the sources, which the declarations of the build stand for. */
const BUILT = ['src', 'generated'];

/**
 * Compiles the type tests of a commit against the declarations in `dist/`.
 *
 * @throws Error if the commit is unknown or has no type tests.
 */
export async function compileTypeTests(root: string, ref: string): Promise<TypeTestReport> {
  return withCheckout(root, ref, [TYPE_TESTS, ...IMPORTED], async (folder) => {
    for (const name of BUILT) symlinkSync(join(root, 'dist/types', name), join(folder, name));
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(tsconfig(root)));
    return report(folder, diagnosticsOf(folder));
  });
}

const tsconfig = (root: string) => ({
  extends: join(root, 'test/tsconfig.json'),
  compilerOptions: { rootDir: '.', noUnusedLocals: false, noUnusedParameters: false },
  include: [TYPE_TESTS],
  exclude: [],
});

function diagnosticsOf(folder: string): readonly ts.Diagnostic[] {
  const host = {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: ({ messageText }: ts.Diagnostic) => fail(messageText),
  };
  const parsed = ts.getParsedCommandLineOfConfigFile(join(folder, 'tsconfig.json'), {}, host);
  const [error] = parsed?.errors ?? [];
  if (parsed === undefined || error !== undefined) return fail(error?.messageText ?? 'No tsconfig.json.');
  return ts.getPreEmitDiagnostics(ts.createProgram(parsed.fileNames, parsed.options));
}

function fail(message: string | ts.DiagnosticMessageChain): never {
  throw new Error(ts.flattenDiagnosticMessageText(message, '\n'));
}

/** Code of the message about a `@ts-expect-error` above a line that compiles. */
const UNUSED_DIRECTIVE = 2578;

function report(folder: string, diagnostics: readonly ts.Diagnostic[]): TypeTestReport {
  const changed: ChangedLine[] = [];
  const support: string[] = [];
  for (const { file, start = 0, code, messageText } of diagnostics) {
    const name = file === undefined ? 'tsconfig.json' : relative(folder, file.fileName);
    const message = ts.flattenDiagnosticMessageText(messageText, '\n');
    if (file === undefined || !name.startsWith(`${TYPE_TESTS}/`)) {
      support.push(`${name}: ${message}`);
      continue;
    }
    const breaking = code !== UNUSED_DIRECTIVE;
    const line = file.getLineAndCharacterOfPosition(start).line + (breaking ? 0 : 1); // the line below the directive
    changed.push({ breaking, file: name, line: line + 1, code: (file.text.split('\n')[line] ?? '').trim(), message });
  }
  return { changed, support };
}
