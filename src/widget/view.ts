import { create } from './create.js';

/** The elements of a widget, by place: names would travel to every browser. */
export type View = readonly [
  root: HTMLElement,
  /** Where the iframe goes; takes the focus while details are shown. */
  box: HTMLElement,
  /** The live region; seen in the box while there is no iframe. */
  status: HTMLElement,
  button: HTMLButtonElement,
  /** The countdown, for eyes only. */
  count: HTMLElement,
];

/**
 * Builds the widget: a box of the card's shape with the status in it, below it the button and the countdown. Colours
 * and fonts are the page's own. Nothing moves, so `prefers-reduced-motion` asks for no more.
 */
export function createView(title: string): View {
  const root = create('div', {
    style: 'display:flex;flex-wrap:wrap;align-items:center;gap:8px;max-width:400px',
  });
  const box = create('div', {
    role: 'group',
    ariaLabel: title,
    tabIndex: -1,
    style:
      'position:relative;display:flex;align-items:center;justify-content:center;width:100%;aspect-ratio:400/225;border-radius:8px;overflow:hidden;background:#8882',
  });
  const status = create('p', { role: 'status' });
  const button = create('button', {
    type: 'button',
    style: 'padding:12px;border:1px solid;border-radius:8px;background:none;color:inherit;font:inherit',
  });
  const count = create('span', { ariaHidden: 'true' });
  box.append(status);
  root.append(box, button, count);
  return [root, box, status, button, count];
}
