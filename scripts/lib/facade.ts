import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import ts from 'typescript';

/** One method of the facade and the endpoint that it calls. */
export interface FacadeMethod {
  /** The name that a caller writes after `kobble.`, for example `cards.create`. */
  readonly name: string;
  /** Verb and path template, for example `POST /customers/v1/cards`. */
  readonly endpoint: string;
  /** Path of the file from the root of the project. */
  readonly file: string;
  /** First and last line of the method with its doc comment, counted from 1. */
  readonly lines: readonly [first: number, last: number];
}

const FOLDER = 'src/resources';

/** Reads the methods of all resources of a project, from their sources: a folder without resources has none. */
export function readFacade(root: string): FacadeMethod[] {
  return resourceFiles(root).flatMap((file) => methodsIn(file, readFileSync(join(root, file), 'utf8')));
}

/** Returns the names of the methods that call an endpoint. The token endpoint has none: the client calls it. */
export function methodsOf(facade: readonly FacadeMethod[], endpoint: string): string[] {
  return facade.filter((method) => method.endpoint === endpoint).map(({ name }) => name);
}

function resourceFiles(root: string): string[] {
  try {
    const names = readdirSync(join(root, FOLDER)).filter((name) => name.endsWith('.ts'));
    return names.sort().map((name) => `${FOLDER}/${name}`);
  } catch {
    return [];
  }
}

function methodsIn(file: string, text: string): FacadeMethod[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const property = basename(file, '.ts').replace(/-[a-z]/g, (dash) => dash.slice(1).toUpperCase());
  const lineAt = (position: number) => source.getLineAndCharacterOfPosition(position).line + 1;
  return source.statements.filter(ts.isClassDeclaration).flatMap(({ members }) =>
    members.filter(ts.isMethodDeclaration).flatMap((method): FacadeMethod[] => {
      const endpoint = endpointIn(method);
      if (endpoint === undefined) return [];
      const lines = [lineAt(method.getStart(source, true)), lineAt(method.getEnd())] as const;
      return [{ name: `${property}.${method.name.getText(source)}`, endpoint, file, lines }];
    }),
  );
}

/** Returns the verb and path of the first `this.send('VERB', 'path', …)` in a method. */
function endpointIn(node: ts.Node): string | undefined {
  if (ts.isCallExpression(node) && node.expression.getText() === 'this.send') {
    const [verb, path] = node.arguments;
    if (verb && path && ts.isStringLiteral(verb) && ts.isStringLiteral(path)) return `${verb.text} ${path.text}`;
  }
  return ts.forEachChild(node, endpointIn);
}
