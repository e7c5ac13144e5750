import { create } from './create.js';
import { wrong } from './secure-url.js';

/**
 * Opens the widget's page in an iframe at the end of `box`, by a link that names the iframe rather than by `src`:
 * what stands in `src` is kept by the page's resource timings, and copied by session recorders and monitoring agents.
 * The link is never part of the document, sends no referrer, and leaves no entry in the history.
 */
export function openFrame(box: Element, title: string, href: string): HTMLIFrameElement {
  const referrerPolicy = 'no-referrer';
  const target = Math.random(); // as a name: unique, so that the link can mean no other window
  const frame = create('iframe', {
    title,
    name: target,
    referrerPolicy,
    allow: '', // no camera, payment or clipboard: whether the widget has a button that copies is not known
    sandbox: 'allow-scripts',
    style: 'position:absolute;width:100%;height:100%;border:0;background:#fff;opacity:0',
  });
  box.append(frame);
  if (!frame.contentWindow) throw wrong('not in a document'); // the link would open a new window
  // An assumption: Kobble does not say what its widget needs. Scripts and its own origin are the least that a page
  // which asks a server for a card can do with; no forms, pop-ups, downloads or navigation of the page around it.
  // Granted after the iframe's empty first document, which has the page's origin and shall not have its rights.
  Object.assign(frame, { sandbox: 'allow-scripts allow-same-origin' });
  create('a', { referrerPolicy, target, href }).click();
  return frame;
}
