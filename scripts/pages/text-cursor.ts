import type { Fact } from './model.js';
import type { Line } from './read-menu.js';
import { NOISE } from './schema-facts.js';

const TYPE =
  /^(?:enum<(\w+)>|(string|integer|number|boolean|object|array|null|any|file)(?:\s*\[.*\]|\s*\{.*\}|\s*\(.*\)|<.*>)?)\s*(?:<([\w-]+)>)?$/;
const FLAG = /^(required|optional)$/;
export const PARAMETERS = /^(Path|Query|Header|Cookie) Params$/;
export const BODY = /^Body Params(?: (\S+\/\S+))?$/;
export const SAMPLES = /^(Request samples|Request Code Samples|Request Request Example|Response Response Example)$/;
const STATUS = /^\p{Emoji_Presentation}\s*([1-5]\d\d)(?!\d)/u;
const PLAIN_STATUS = /^([1-5]\d\d)(?!\d).{0,60}$/;
export const MEDIA = /^[a-z]+\/[\w.+*-]+$/;
export const MODIFIED = /^Modified at (\d{4}-\d{2}-\d{2})/;
export const END = /^(Previous|Next|Built with)$/;

/** A block of a table: a field or a parameter. */
export interface TextField {
  readonly name: string;
  readonly line: number;
  readonly required: boolean;
  readonly form: Pick<Fact, 'type' | 'format' | 'glued'>;
}

/** The lines of a page below its path, and the one that is read next. */
export class TextCursor {
  private index = 0;
  private readonly lines: readonly Line[];
  private readonly status: RegExp;

  constructor(lines: readonly Line[]) {
    this.lines = lines;
    this.status = lines.some(({ text }) => STATUS.test(text)) ? STATUS : PLAIN_STATUS;
  }

  get isOver(): boolean {
    return this.index >= this.lines.length;
  }

  get text(): string {
    return this.lines[this.index]?.text ?? '';
  }

  get line(): number {
    return this.lines[this.index]?.line ?? this.lines.at(-1)?.line ?? 0;
  }

  /** Returns the line, and moves to the next one. */
  take(): Line {
    const taken = { text: this.text, line: this.line };
    this.index += 1;
    return taken;
  }

  /** Returns true at the end, too. */
  isHeading(): boolean {
    const { text } = this;
    const isWord = /^(Request|Responses)$/.test(text);
    return this.isOver || isWord || [PARAMETERS, BODY, SAMPLES, MODIFIED, END].some((one) => one.test(text));
  }

  /** Returns the status if the line begins a response. */
  statusHere(): string | undefined {
    return this.status.exec(this.text)?.[1];
  }

  /** Reads a block of a field: name, type, flag, then what follows until the next block. */
  field(): TextField | undefined {
    const [name, type, flag] = this.lines.slice(this.index, this.index + 3);
    const [, listed, plain, format] = TYPE.exec(type?.text.trim() ?? '') ?? [];
    if (name === undefined || (listed ?? plain) === undefined || !FLAG.test(flag?.text ?? '')) return undefined;
    this.index += 3;
    let glued: string | undefined;
    while (!this.isHeading() && !this.startsField() && this.text !== 'Example' && this.statusHere() === undefined) {
      if (/^Allowed values?:$/.test(this.text)) glued = this.lines[(this.index += 1)]?.text;
      else if (/^(Example|Default):$/.test(this.text)) this.index += 1;
      this.index += 1;
    }
    const stated = listed ?? plain;
    const known = stated === 'any' ? undefined : stated === 'file' ? 'string' : stated;
    return {
      name: name.text.trim(),
      line: name.line,
      required: flag?.text === 'required',
      form: {
        type: known,
        format: NOISE.has(format ?? '') ? undefined : format,
        ...(glued !== undefined && { glued }),
      },
    };
  }

  private startsField(): boolean {
    const [, type, flag] = this.lines.slice(this.index, this.index + 3);
    return TYPE.test(type?.text.trim() ?? '') && FLAG.test(flag?.text ?? '');
  }
}
