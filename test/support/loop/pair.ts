/** One or more changes to the small contract beside this file, and what `npm run diff` says of them. */
export interface Pair {
  readonly name: string;
  /** All methods that the report names, sorted. */
  readonly methods: string;
  /** The level, part and text of each finding. The first is the gravest. */
  readonly says: readonly string[];
  /** Texts in the contract; the first occurrence of each is replaced, one after the other. */
  readonly edits: readonly Edit[];
}

export type Edit = readonly [from: string, to: string];

/** The methods of all operations of the small contract. */
export const ALL = 'cards.create cards.get cards.list';

export const pair = (name: string, methods: string, says: readonly string[], ...edits: readonly Edit[]): Pair => ({
  name,
  methods,
  says,
  edits,
});
