/**
 * Opens the widget's page in an iframe at the end of `box`, by a link that names the iframe rather than by `src`:
 * what stands in `src` is kept by the page's resource timings, and copied by session recorders and monitoring agents.
 * The link is never part of the document, sends no referrer, and leaves no entry in the history.
 */
export function openFrame(box: Element, title: string, url: URL): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.title = title;
  frame.name = `kobble-card-${Math.random()}`; // unique, so that the link can mean no other window
  frame.referrerPolicy = 'no-referrer';
  frame.allow = ''; // no camera, no payment, no clipboard: what a widget with a copy button needs is not documented
  frame.setAttribute('sandbox', '');
  frame.style.cssText = 'position:absolute;inset:0;width:100%;height:100%;border:0;background:#fff;opacity:0';
  box.append(frame);
  // Without a window of that name the link would open one.
  if (!frame.contentWindow) throw new Error('kobble-client: the widget is not in a document');
  // An assumption: Kobble does not say what its widget needs. Scripts and its own origin are the least that a page
  // which asks a server for a card can do with; no forms, pop-ups, downloads or navigation of the page around it.
  // Granted after the empty document, which has the page's origin and shall not have its rights.
  frame.setAttribute('sandbox', 'allow-scripts allow-same-origin');
  const link = document.createElement('a');
  link.referrerPolicy = 'no-referrer';
  link.target = frame.name;
  link.href = url.href;
  link.click();
  return frame;
}
