import { runRedocly } from '../lib/redocly.js';
import { unlistedFiles } from '../generate/bundle.js';

/** One thing that is wrong in the contract. */
export interface Problem {
  /** Path from the root of the project. */
  readonly file: string;
  readonly line: number;
  /** JSON pointer in the file, with `#` before it; absent if the file cannot be parsed. */
  readonly pointer?: string | undefined;
  readonly message: string;
}

interface RedoclyProblem {
  readonly message: string;
  readonly severity: string;
  readonly location: readonly {
    readonly source: { readonly ref: string };
    readonly pointer?: string;
    readonly start?: { readonly line: number };
  }[];
}

/** Returns all that is wrong in `openapi/`, by the rules of `redocly.yaml`. The same message is returned once. */
export async function lintContract(root: string, signal?: AbortSignal): Promise<Problem[]> {
  const options = ['lint', 'openapi/openapi.yaml', '--format', 'json', '--max-problems', '1000'];
  const { stdout, text } = await runRedocly(options, { cwd: root, signal });
  const unlisted = unlistedFiles(root).map((message) => ({ file: 'openapi/openapi.yaml', line: 1, message }));
  return [...new Map([...unlisted, ...read(stdout, text)].map((one) => [JSON.stringify(one), one])).values()];
}

function read(stdout: string, text: string): Problem[] {
  if (!stdout.trimStart().startsWith('{')) return [{ file: 'openapi/openapi.yaml', line: 1, message: text.trim() }];
  const { problems } = JSON.parse(stdout) as { readonly problems: readonly RedoclyProblem[] };
  return problems.map(({ message, location: [place] }) => ({
    file: place?.source.ref ?? 'openapi/openapi.yaml',
    line: place?.start?.line ?? 1,
    pointer: place?.pointer,
    message: message.replace(/\s+/g, ' '),
  }));
}
