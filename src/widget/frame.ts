/**
 * Opens a URL in a new iframe at the end of `box`, by a link whose target is the iframe. The iframe has no `src`: that would
 * be recorded by the page's resource timings, by session recorders and by monitoring agents. The link is never part of the
 * document, sends no referrer, and leaves no entry in the history. Undefined, and nothing is left, if `box` is in no page.
 */
export function openFrame(box: Element, title: string, href: string): HTMLIFrameElement | undefined {
  const referrerPolicy = 'no-referrer';
  const target = Math.random(); // a unique name, so that the link cannot open in another window
  const frame = create('iframe', {
    title,
    name: target,
    referrerPolicy,
    allow: '', // no camera, payment or clipboard; whether the widget has a button that copies is not known
    sandbox: 'allow-scripts',
    style: 'position:absolute;width:100%;height:100%;border:0;background:#fff;opacity:0',
  });
  box.append(frame);
  if (!frame.contentWindow) {
    frame.remove(); // the link would open a window
    return undefined;
  }
  // Kobble does not document what its widget needs. Assumed: scripts and its own origin, which a page that requests a card
  // from a server needs at least; no forms, pop-ups, downloads or navigation of the page around it. Granted after the
  // iframe's empty first document, which has the origin of this page and must not have its rights.
  Object.assign(frame, { sandbox: 'allow-scripts allow-same-origin' });
  create('a', { referrerPolicy, target, href }).click();
  return frame;
}

/** Creates an element with these properties. (A `style` text is set through CSSOM, which a strict policy allows.) */
export const create = <Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Readonly<Record<string, unknown>>,
): HTMLElementTagNameMap[Name] => Object.assign(document.createElement(name), properties);
