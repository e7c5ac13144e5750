import { sensitiveFields } from '../contract/operations.js';

/** Shown in place of a secret. */
export const MASK = '•••';

/** Names of secrets besides those of the contract. A longer name that ends in one is secret too: `x-api-key`. */
const NAMES = 'iframeurl authorization cookie apikey privatekey cardnumber password passphrase otp cvv cvc';

/** The patterns that are made of all names. */
interface Patterns {
  readonly secretName: RegExp;
  readonly rules: readonly (readonly [RegExp, string])[];
}

let patterns: Patterns | undefined;

/** Makes the patterns. On first use, so that importing this module has no effect and bundlers can drop it. */
function makePatterns(): Patterns {
  // Without regard to `_` and `-`. `pin` and `pan` also end harmless words: shopping span.
  const spelled = [...sensitiveFields, ...NAMES.split(' ')].map((name) =>
    name.replaceAll('_', '').replace(/\B/g, '[-_]?'),
  );
  // Each pattern takes time in proportion to the text: what follows a start is read once, and no start is inside it.
  // If a quote or brace is not closed where a pattern can see it, everything after it is masked.
  const between = String.raw`(?:["'\\\s]|%2[027])*(?:=>?|:|%3[ad])(?:\s|%2[027]|\+)*`;
  const value = String.raw`(?:(\\*["'])[^]*?(?:(?<!\\)\2|$)|[{[][^]*|[^\s&"'\\<>]*[^\s&"'\\<>,;)}\]])`;
  const name = `(?:${spelled.join('|')}|(?<![a-z])(?:card|new|old|user)?[-_]?p[ai]n)[s2]?`;
  return {
    secretName: new RegExp(`${name}$`, 'i'),
    rules: [
      // A whole line: cookies, and the parameters of Digest.
      [/((?:authorization|cookie)(?::|%3a)\s*)[^\s"'\\][^\r\n]*/gi, `$1${MASK}`],
      [new RegExp(`(?<!\\bno )(${name}${between})${value}`, 'gi'), `$1${MASK}`],
      [/\b((?:bearer|basic)(?:\s|%20|\+)+)[^\s&"'\\<>,]+/gi, `$1${MASK}`],
      [/\beyJ[\w-]{9,}[\w.-]*/g, MASK], // a JSON Web Token begins with {" in base64
      [/(\/\\?\/)[^\s/?#"'<>\\]+@/g, `$1${MASK}@`], // user info of a URL
    ],
  };
}

/** Returns true for the name of a field that is secret. */
export function isSecretName(name: unknown): boolean {
  patterns ??= makePatterns();
  return typeof name === 'string' && patterns.secretName.test(name);
}

/**
 * Card numbers: 13 digits or more, whatever their check digit, with up to three spaces, dashes, `_`, `+` or invisible
 * characters between them, or with dots between groups of four. The first group is what stays readable: UUIDs, hashes of
 * 32 hexadecimal digits or more, runs of 20 digits or more, and dates.
 */
const CARD_NUMBER =
  /(?<![\da-z])([\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}(?![\da-z])|[\da-f]{32,}|\d{20,}|(?:19|20)\d\d-[01]\d-[0-3]\d(?!\d))|(?<!\p{Nd})\p{Nd}(?:(?:(?:[\p{Zs}\p{Pd}\p{Cf}_+]|%(?:20|2d|c2%a0)){0,3}|(?<=\d{4})\.(?=\d{3}))\p{Nd}){12,}/giu;

/** Masks the secrets in a text. */
export function redactText(text: string): string {
  if (/^[a-z_]{0,12}$/i.test(text)) return text; // most names and statuses: halves the time of a list of cards
  patterns ??= makePatterns();
  const named = patterns.rules.reduce((rest, [pattern, shown]) => rest.replace(pattern, shown), text);
  return named.replace(CARD_NUMBER, (_, readable: string | undefined) => readable ?? MASK);
}
