import { runRedocly } from '../lib/redocly.js';
import { unlistedFiles } from '../generate/bundle.js';

/** One thing that is wrong in the contract. */
export interface Problem {
  /** Path from the root of the project. */
  readonly file: string;
  readonly line: number;
  readonly message: string;
  /** The parts that it breaks. None if the file cannot be parsed. */
  readonly breaks: readonly BrokenPart[];
}

/** A part of the contract, by file and JSON pointer. */
export interface BrokenPart {
  /** Path from the root of the project. */
  readonly file: string;
  readonly pointer: string;
}

interface RedoclyPlace {
  readonly source: { readonly ref: string };
  readonly pointer?: string;
  readonly start?: { readonly line: number };
}

interface RedoclyProblem {
  readonly message: string;
  readonly location: readonly RedoclyPlace[];
  /** The part whose rule is violated, if it is not the place itself: the body that an example does not fit. */
  readonly from?: RedoclyPlace;
}

/** Returns all that is wrong in `openapi/`, by the rules of `redocly.yaml`. The same message at a place is one problem. */
export async function lintContract(root: string, signal?: AbortSignal): Promise<Problem[]> {
  const options = ['lint', 'openapi/openapi.yaml', '--format', 'json', '--max-problems', '1000'];
  const { stdout, text } = await runRedocly(options, { cwd: root, signal });
  const found = new Map<string, Problem>();
  for (const problem of [...unlistedFiles(root).map(unparsed), ...read(stdout, text)]) {
    const key = `${problem.file}:${problem.line} ${problem.message}`;
    found.set(key, { ...problem, breaks: [...(found.get(key)?.breaks ?? []), ...problem.breaks] });
  }
  return [...found.values()];
}

function read(stdout: string, text: string): Problem[] {
  if (!stdout.trimStart().startsWith('{')) return [unparsed(text.trim())];
  const { problems } = JSON.parse(stdout) as { readonly problems: readonly RedoclyProblem[] };
  return problems.map(({ message, location: [place], from }) => {
    const { source, pointer } = from ?? place ?? {};
    return {
      file: place?.source.ref ?? CONTRACT,
      line: place?.start?.line ?? 1,
      message: message.replace(/\s+/g, ' '),
      breaks: source === undefined || pointer === undefined ? [] : [{ file: source.ref, pointer }],
    };
  });
}

const CONTRACT = 'openapi/openapi.yaml';
const unparsed = (message: string): Problem => ({ file: CONTRACT, line: 1, message, breaks: [] });
