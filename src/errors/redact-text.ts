import { sensitiveFields } from '../contract/operations.js';

/** Shown in place of a secret. */
export const MASK = '•••';

/** Names of secrets besides those of the contract. A longer name that ends in one is secret too: `x-api-key`. */
const NAMES =
  'iframeurl authorization cookie apikey privatekey secretkey cardnumber securitycode password passphrase pincode pwd otp cvv cvc';

/** The patterns that are made of all names. */
interface Patterns {
  readonly names: RegExp;
  /** The first group of each stays readable. */
  readonly secrets: readonly RegExp[];
  /** 13 digits or more, whatever their check digit. The first group is what has them, too, and stays readable. */
  readonly cards: RegExp;
}

let made: Patterns | undefined;

/** Returns the patterns. They are made on first use, so that importing this has no effect and bundlers can drop it. */
const patterns = (): Patterns => (made ??= makePatterns());

function makePatterns(): Patterns {
  const { raw } = String;
  // Without regard to `_` and `-`. `pin` and `pan` also end harmless words: shopping span. (The letter of `%3F` ends none.)
  const spelled = [...sensitiveFields, ...NAMES.split(' ')].map((name) =>
    name.replaceAll('_', '').replace(/\B/g, '[-_]?'),
  );
  const name = raw`(?:${spelled.join('|')}|(?<!(?<!\d)[a-z])(?:card|new|old|user)?[-_]?p[ai]n)s?`;
  // Each pattern takes time in proportion to the text: what follows a start is read once, and no start is inside it.
  // If a quote or brace is not closed where a pattern can see it, everything after it is masked.
  const code = raw`(?:%(?:25)*|\\u00)`; // begins a sign in a URL, also in a URL inside a URL, and in JSON
  const entity = raw`&(?:amp;)*#?\w+;`; // a quote or blank in HTML
  const gap = raw`(?:["'\s]|\\[nrt]?|${code}(?:0[9ad]|2[027df]|c2${code}a0)|${entity})`;
  const index = raw`(?:[\d[\]]|${code}5[bd])*`;
  const between = raw`${index}${gap}*(?:(?:,|${code}2c)${gap}*value${gap}*)?(?:=>?|:|${code}3[ad])\s*`;
  const value = raw`(?:(\\*["']|${entity})[^]*?(?:(?<!\\)\2|$)|[{[][^]*|[^\s&,]+)`;
  // UUIDs, hashes of 32 hexadecimal digits or more, runs of 20 digits or more, and dates.
  const readable = raw`(?<![\da-z])(?:[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}(?![\da-z])|[\da-f]{32,}|\d{20,}|(?:19|20)\d\d[-/][01]\d[-/][0-3]\d(?!\d))`;
  // Up to three signs between two digits, or a dot between groups of four.
  const card = raw`\p{Nd}(?:(?:(?:[/\p{Pd}\p{Cf}_+]|${gap}){0,3}|(?<=\d{4})\.(?=\d{3}))(?!${readable})\p{Nd}){12,}`;
  return {
    names: new RegExp(raw`${name}${index}$`, 'i'),
    secrets: [
      raw`((?:authorization|cookie)(?::|${code}3a)\s*)[^\s"'\\].*`, // a whole line: cookies, and Digest
      raw`((?:bearer|basic)(?:[\s+]|${code}20)+)[^\s&"'\\<>,]+`,
      raw`(?<!\bno )(${name}${between})${value}`,
      raw`\b()eyJ[\w-]{9,}[\w.-]*`, // a JSON Web Token begins with {" in base64
      raw`(/\\?/)[^\s/?#"'<>\\]+(?=@)`, // user info of a URL
    ].map((pattern) => new RegExp(pattern, 'gi')),
    cards: new RegExp(raw`(${readable})|(?<!\p{Nd})${card}`, 'giu'),
  };
}

/** Returns true for the name of a field that is secret. */
export function isSecretName(name: unknown): boolean {
  return typeof name === 'string' && patterns().names.test(name);
}

/** Masks the secrets in a text. */
export function redactText(text: string): string {
  if (/^[a-z_]{0,12}$/i.test(text)) return text; // most names and statuses: halves the time of a list of cards
  const named = patterns().secrets.reduce((rest, pattern) => rest.replace(pattern, `$1${MASK}`), text);
  return named.replace(patterns().cards, (_, readable: string | undefined) => readable ?? MASK);
}
