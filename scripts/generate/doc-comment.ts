const WIDTH = 114;

/** Returns a doc comment of paragraphs, wrapped. Code and links are not broken, and lists keep their lines. */
export function docComment(paragraphs: readonly string[]): string {
  const lines = paragraphs
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => unfolded(paragraph.replaceAll('*/', '*\\/')).split('\n').flatMap(wrap).join('\n'))
    .join('\n\n')
    .split('\n');
  const [only = ''] = lines;
  if (lines.length === 1 && only.length < WIDTH - 4) return `/** ${only} */\n`;
  return `/**\n${lines.map((line) => ` * ${line}`.trimEnd()).join('\n')}\n */\n`;
}

/** Joins the lines of a paragraph; entries of lists and tags stay on lines of their own. */
const unfolded = (text: string): string => text.replace(/(?<!\n)\n(?!\n|\s*- |@)\s*/g, ' ');

function wrap(line: string): string[] {
  const words = line.trim().match(/(?:`[^`]*`|\{@[^}]*\}|\S)+/g) ?? [''];
  const start = /^ */.exec(line)?.[0] ?? '';
  const indent = start + (words[0] === '-' ? '  ' : '');
  const lines: string[] = [];
  let current = start;
  for (const word of words) {
    const isFirst = current.trim() === '';
    if (!isFirst && current.length + word.length >= WIDTH) {
      lines.push(current);
      current = indent + word;
    } else current += isFirst ? word : ` ${word}`;
  }
  return [...lines, current];
}
