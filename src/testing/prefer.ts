/** Which of the contract's answers Prism gives. */
export interface Preference {
  /** The status: `404`. It must be one that the contract gives the operation. */
  readonly code?: number | undefined;
  /** The name of one of the contract's examples for that status: `'company'`. */
  readonly example?: string | undefined;
  /** True: values made up by the schema, fresh each time, instead of an example. */
  readonly dynamic?: boolean | undefined;
}

/** Call options' `headers` that ask Prism for a certain answer: `kobble.cards.get(id, { headers: prefer({ code: 404 }) })`. */
export function prefer(preference: Preference): { prefer: string } {
  const wishes = Object.entries(preference).filter(([, value]) => value !== undefined);
  return { prefer: wishes.map(([name, value]) => `${name}=${String(value)}`).join(', ') };
}
