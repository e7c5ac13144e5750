/** Makes an element with these properties. (A `style` text goes through CSSOM, which a strict policy allows.) */
export const create = <Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Readonly<Record<string, unknown>>,
): HTMLElementTagNameMap[Name] => Object.assign(document.createElement(name), properties);
