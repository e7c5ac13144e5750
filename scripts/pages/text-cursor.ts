import type { Fact } from './model.js';
import { NOISE } from './schema-facts.js';

const TYPE =
  /^(?:enum<(\w+)>|(string|integer|number|boolean|object|array|null|any|file)(?:\s*\[.*\]|\s*\{.*\}|\s*\(.*\)|<.*>)?)\s*(?:<([\w-]+)>)?$/;
const FLAG = /^(required|optional)$/;
/** The headings of a page, which end the part before them. */
export const HEADINGS = {
  parameters: /^(Path|Query|Header|Cookie) Params$/,
  body: /^Body Params(?: (\S+\/\S+))?$/,
  samples: /^(Request samples|Request Code Samples|Request Request Example|Response Response Example)$/,
  modified: /^Modified at (\d{4}-\d{2}-\d{2})/,
  responses: /^Responses$/,
  request: /^Request$/,
  end: /^(Previous|Next|Built with)$/,
};
const STATUS = /^\p{Emoji_Presentation}\s*([1-5]\d\d)(?!\d)/u;
const PLAIN_STATUS = /^([1-5]\d\d)(?!\d).{0,60}$/;

/** A line of a page's text, and its number. */
export interface Line {
  readonly text: string;
  readonly line: number;
}

/** A block of a table: a field or a parameter. */
export interface TextField {
  readonly name: string;
  readonly line: number;
  readonly required: boolean;
  readonly form: Pick<Fact, 'type' | 'format' | 'glued'>;
}

/** The lines of a page below its path, and the one that is read next. */
export class TextCursor {
  #index = 0;
  readonly #lines: readonly Line[];
  readonly #status: RegExp;

  constructor(lines: readonly Line[]) {
    this.#lines = lines;
    this.#status = lines.some(({ text }) => STATUS.test(text)) ? STATUS : PLAIN_STATUS;
  }

  get isOver(): boolean {
    return this.#index >= this.#lines.length;
  }

  get text(): string {
    return this.#lines[this.#index]?.text ?? '';
  }

  /** Returns the line, and moves to the next one. */
  take(): Line {
    const taken = this.#lines[this.#index] ?? { text: '', line: this.#lines.at(-1)?.line ?? 0 };
    this.#index += 1;
    return taken;
  }

  /** Returns true at the end, too. */
  isHeading(): boolean {
    return this.isOver || Object.values(HEADINGS).some((one) => one.test(this.text));
  }

  /** Returns the status if the line begins a response. */
  statusHere(): string | undefined {
    return this.#status.exec(this.text)?.[1];
  }

  /** Reads a block of a field: name, type, flag, then what follows until the next block. */
  field(): TextField | undefined {
    const block = this.#block();
    if (block === undefined) return undefined;
    this.#index += 3;
    let glued: string | undefined;
    while (!this.isHeading() && !this.#block() && this.text !== 'Example' && this.statusHere() === undefined) {
      const { text } = this.take();
      if (/^Allowed values?:$/.test(text)) glued = this.take().text;
      else if (/^(Example|Default):$/.test(text)) this.take();
    }
    return { ...block, form: { ...block.form, ...(glued !== undefined && { glued }) } };
  }

  #block(): TextField | undefined {
    const [name, type, flag] = this.#lines.slice(this.#index, this.#index + 3);
    const [isType, listed, plain = listed, stated = ''] = TYPE.exec(type?.text.trim() ?? '') ?? [];
    if (name === undefined || isType === undefined || !FLAG.test(flag?.text ?? '')) return undefined;
    const known = plain === 'any' ? undefined : plain === 'file' ? 'string' : plain;
    const format = stated === '' || NOISE.has(stated) ? undefined : stated;
    return {
      ...{ name: name.text.trim(), line: name.line, required: flag?.text === 'required' },
      form: { type: known, format },
    };
  }
}
