import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml';
import type { Alias, Document, Node } from 'yaml';
import { UnreadablePage } from './model.js';

interface YamlFile {
  readonly name: string;
  readonly document: Document;
  readonly lines: LineCounter;
  readonly firstLine: number;
  readonly targets: ReadonlyMap<Alias, Node>;
}

/** A node of a YAML file that knows where it stands. Aliases lead to their node, which is never copied. */
export class YamlPart {
  readonly node: Node | null;
  /** Keys and indexes from the root of the file. */
  readonly path: readonly (string | number)[];
  private readonly owner: YamlFile;

  private constructor(owner: YamlFile, node: Node | null, path: readonly (string | number)[]) {
    this.owner = owner;
    this.node = node;
    this.path = path;
  }

  /**
   * Parses a file. `firstLine` is the line of a page on which its YAML begins.
   *
   * @throws UnreadablePage with the line if it is not valid YAML.
   */
  static parse(text: string, name: string, firstLine = 1): YamlPart {
    const lines = new LineCounter();
    const document = parseDocument(text, { lineCounter: lines, logLevel: 'silent' });
    const [error] = document.errors;
    if (error) {
      throw new UnreadablePage(`line ${lines.linePos(error.pos[0]).line + firstLine - 1}: the YAML is not valid`);
    }
    const owner = { name, document, lines, firstLine, targets: aliasTargets(document) };
    return new YamlPart(owner, document.contents, []);
  }

  get file(): string {
    return this.owner.name;
  }

  get line(): number {
    return this.owner.lines.linePos(this.start).line + this.owner.firstLine - 1;
  }

  get lastLine(): number {
    return this.owner.lines.linePos(Math.max(this.start, this.end - 1)).line + this.owner.firstLine - 1;
  }

  /** Offsets in the text of the file. */
  get start(): number {
    return this.node?.range?.[0] ?? 0;
  }

  get end(): number {
    return this.node?.range?.[1] ?? 0;
  }

  get(key: string): YamlPart | undefined {
    return isMap(this.node) && this.node.has(key) ? this.child(this.node.get(key, true), key) : undefined;
  }

  at(path: readonly (string | number)[]): YamlPart | undefined {
    return path.reduce<YamlPart | undefined>(
      (part, step) => (typeof step === 'number' ? part?.items()[step] : part?.get(step)),
      this,
    );
  }

  entries(): [key: string, value: YamlPart][] {
    if (!isMap(this.node)) return [];
    return this.node.items.map(({ key, value }) => {
      const name = isScalar(key) ? String(key.value) : '';
      return [name, this.child(value, name)];
    });
  }

  items(): YamlPart[] {
    return isSeq(this.node) ? this.node.items.map((item, index) => this.child(item, index)) : [];
  }

  /** Returns the value of a scalar. */
  get scalar(): unknown {
    return isScalar(this.node) ? this.node.value : undefined;
  }

  /** Returns the value of a scalar member as text. */
  text(key: string): string | undefined {
    const value = this.get(key)?.scalar;
    return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
  }

  flag(key: string): boolean | undefined {
    const value = this.get(key)?.scalar;
    return typeof value === 'boolean' ? value : undefined;
  }

  texts(key: string): string[] {
    return (
      this.get(key)
        ?.items()
        .map(({ scalar }) => String(scalar)) ?? []
    );
  }

  isMap(): boolean {
    return isMap(this.node);
  }

  isSeq(): boolean {
    return isSeq(this.node);
  }

  /** Returns the value. What an alias leads to is shared, not copied. */
  toJS(): unknown {
    return this.node?.toJS(this.owner.document, { maxAliasCount: -1 });
  }

  private child(node: unknown, key: string | number): YamlPart {
    const target = isAlias(node) ? this.owner.targets.get(node) : node;
    return new YamlPart(this.owner, (target ?? null) as Node | null, [...this.path, key]); // a node, by the tests above
  }
}

function aliasTargets(document: Document): Map<Alias, Node> {
  const anchors = new Map<string, Node>();
  const targets = new Map<Alias, Node>();
  visit(document, {
    Node: (_, node) => {
      if (isAlias(node)) {
        const target = anchors.get(node.source);
        if (target) targets.set(node, target);
      } else if (node.anchor !== undefined) anchors.set(node.anchor, node);
    },
  });
  return targets;
}
