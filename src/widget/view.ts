/** The elements of a widget. Styled through CSSOM, which a policy without `unsafe-inline` allows. */
export interface View {
  readonly root: HTMLElement;
  /** Where the iframe goes; takes the focus while details are shown. */
  readonly box: HTMLElement;
  /** The live region; seen in the box while there is no iframe. */
  readonly status: HTMLElement;
  /** The countdown, for eyes only. */
  readonly count: HTMLElement;
  readonly button: HTMLButtonElement;
}

/**
 * Builds the widget: a box of the card's shape with the status in it, below it the button and the countdown. Colours
 * and fonts are the page's own. Nothing moves, so `prefers-reduced-motion` asks for no more.
 */
export function createView(title: string): View {
  const root = add('div', 'max-width:400px');
  root.className = 'kobble-card';
  const box = add(
    'div',
    'position:relative;aspect-ratio:400/225;display:grid;place-items:center;overflow:hidden;border-radius:12px;background:#8882',
    root,
  );
  box.role = 'group';
  box.ariaLabel = title;
  box.tabIndex = -1;
  const status = add('p', 'margin:16px;text-align:center', box);
  status.role = 'status';
  const row = add('div', 'display:flex;align-items:center;justify-content:space-between;gap:8px;margin-top:8px', root);
  const button = add(
    'button',
    'min-height:44px;padding:0 16px;border:1px solid;border-radius:8px;background:none;color:inherit;font:inherit;cursor:pointer',
    row,
  );
  button.type = 'button';
  const count = add('span', 'font-variant-numeric:tabular-nums', row);
  count.ariaHidden = 'true';
  return { root, box, status, count, button };
}

function add<Name extends 'div' | 'p' | 'span' | 'button'>(name: Name, css: string, parent?: Element) {
  const element = document.createElement(name);
  element.style.cssText = css;
  parent?.append(element);
  return element;
}
