import type { Evidence } from '../lib/contract.js';
import type { Part } from '../diff/contract-files.js';

/**
 * How a page states a fact: in a table of fields or a schema, only in a sample, or by a heading whose table is folded away.
 * What only the menu states is an entry of the menu, and no fact.
 */
export type Level = 'table' | 'sample' | 'folded';

/** What a page has where the contract departs from it on purpose: the mark `x-page-says`. */
export interface PageSays {
  readonly because: string;
  readonly page?: string;
  readonly absent?: boolean;
  readonly required?: boolean;
  readonly nullable?: boolean;
  readonly type?: string;
  readonly format?: string;
  readonly combination?: string;
  readonly security?: string;
  readonly values?: readonly string[];
  readonly also?: readonly string[];
}

/** The evidence and the pages of a part of the contract. A page's own facts have neither. */
export interface Marks {
  /** The mark on the part itself; `evidence` is the weakest of this and those around it. */
  readonly own?: Evidence | undefined;
  readonly evidence: Evidence;
  readonly sources: readonly string[];
}

/** The form of a part, as far as it is stated: `undefined` means that nothing is said. */
export interface Form {
  /** JSON types in alphabetical order, joined by `|`, without null. */
  readonly type?: string | undefined;
  readonly nullable?: boolean | undefined;
  readonly required?: boolean | undefined;
  readonly format?: string | undefined;
  readonly values?: readonly string[] | undefined;
  /** Values that the page's text does not separate, and how they were cut at those of the contract. */
  readonly glued?: string | undefined;
  readonly cut?: readonly string[];
  readonly guesses?: readonly string[];
  readonly isAmbiguous?: boolean;
  readonly limits?: Readonly<Record<string, string>> | undefined;
  readonly combination?: string | undefined;
  readonly media?: readonly string[] | undefined;
}

/**
 * One fact of a page or of the contract. Its place is a path of names: `header/idempotency-key`, `body/person/email`,
 * `200`, `200/body/[]/id`, `schema/id`.
 */
export interface Fact extends Form {
  readonly place: string;
  readonly level: Level;
  readonly line: number;
  readonly part?: Part;
  /** True for a field that may be inside an earlier one: the text of a page does not keep the indentation. */
  readonly mayBeNested?: boolean;
  /** The name of the schema that the part refers to. */
  readonly schemaName?: string;
  /** True for values that a text did not separate when the page was last read. */
  readonly isUnseparated?: boolean;
  readonly marks?: Marks;
  /** Marks of what is inside the part, which a component has of its own. */
  readonly inside?: Marks & { readonly part: Part; readonly requiredEvidence?: Evidence };
  readonly says?: readonly PageSays[];
}

export type Facts = ReadonlyMap<string, Fact>;

/** Something to say about a line of a page. It never holds text of the page beyond names. */
export interface Note {
  readonly line: number;
  readonly place: string;
  readonly text: string;
}

export type PageKind = 'endpoint' | 'schema' | 'document' | 'folder' | 'index';

/** An entry of a menu or of an index. */
export interface MenuEntry {
  readonly kind: PageKind | undefined;
  readonly title: string;
  readonly group: string;
  readonly line: number;
  readonly method?: string | undefined;
  readonly id?: string | undefined;
  readonly url?: string | undefined;
}

/** What is known of an operation beside its parts. */
export interface Head {
  readonly method: string;
  readonly path: string;
  readonly label?: string | undefined;
  readonly deprecated?: boolean | undefined;
  readonly security?: string | undefined;
}

/** A page as its reader understands it. */
export interface Page {
  readonly kind: PageKind;
  readonly title: string;
  readonly id?: string | undefined;
  readonly group?: string | undefined;
  readonly head?: Head | undefined;
  readonly modified?: string | undefined;
  readonly line: number;
  readonly facts: Facts;
  /** Places whose table is folded away. */
  readonly folded: ReadonlySet<string>;
  /** True if the Authorization header is in the list of parameters. */
  readonly listsAuthorization?: boolean;
  /** Bodies whose root is an object or an array of objects: the text does not say which. */
  readonly rootless: ReadonlySet<string>;
  readonly contradictions: readonly Note[];
  readonly problems: readonly Note[];
  /** Names of extensions that are no part of Apidog's vocabulary, and are not read. */
  readonly foreign: readonly string[];
  /** Number of keys or lines that were read. */
  readonly size: number;
  readonly menu: readonly MenuEntry[];
}

/** Returns a page that states no facts. */
export const emptyPage = (kind: PageKind, title: string): Page => ({
  ...{ kind, title, line: 1, size: 1, facts: new Map(), folded: new Set(), rootless: new Set() },
  ...{ contradictions: [], problems: [], foreign: [], menu: [] },
});

/** The labels that a page can have. `released` is that of a page without one. */
export const LABELS: readonly string[] = [
  ...['designing', 'pending', 'developing', 'integrating', 'testing', 'tested', 'released'],
  ...['to be deprecated', 'deprecated', 'exception', 'obsolete'],
];

/** A page, or a part of one, that cannot be read. Its message is shown, so that it holds no text of the page. */
export class UnreadablePage extends Error {}

/** Returns the place of a member of a part. A name may hold a slash, or look like the mark of an entry. */
export const placeIn = (place: string, name: string): string =>
  `${place}/${name
    .replaceAll('~', '~0')
    .replaceAll('/', '~1')
    .replace(/^(\[\]|\{\})$/, '~2$1')}`;

/** Returns the place that holds a part; an empty text for an outermost one. */
export const parentOf = (place: string): string => place.slice(0, Math.max(0, place.lastIndexOf('/')));

/** Returns the facts directly inside a place. */
export const childrenOf = (facts: Facts, place: string): Fact[] =>
  [...facts.values()].filter((fact) => parentOf(fact.place) === place);

/** Returns the name at the end of a place, as the page has it. */
export const nameOf = (place: string): string =>
  (place.split('/').at(-1) ?? '').replace(/^~2/, '').replaceAll('~1', '/').replaceAll('~0', '~');

/** Returns the text with nothing that moves a cursor, opens a link or runs over a line. */
export function safe(text: string): string {
  const plain = text.replace(/[^\p{L}\p{N}\p{P}\p{S} ]/gu, '�').replace(/[`<>@|]/g, '�');
  return plain.length > 64 ? `${plain.slice(0, 63)}…` : plain;
}
