// The script of the page that tests `KobbleCard`: bundled with React's development build, in StrictMode.
import { createElement, StrictMode } from 'react';
import { createRoot, hydrateRoot, type Root } from 'react-dom/client';
import { KobbleCard, type KobbleCardProps } from '../../../src/react/index.js';

declare global {
  interface Window {
    /** Renders the card with these props in place of the page's own. */
    render: (props?: Partial<KobbleCardProps>) => void;
    /** Replaces the root by one that takes over what a server has rendered. */
    hydrate: () => void;
    unmount: () => void;
  }
}

const container = document.querySelector('#card');
if (container === null) throw new Error('the page has no #card');
const note = (text: string) => window.happened.push(text);
const element = (props: Partial<KobbleCardProps> = {}) =>
  createElement(
    StrictMode,
    null,
    createElement(KobbleCard, {
      title: 'Card ending in 4242',
      allowedOrigins: [new URLSearchParams(location.search).get('origin') ?? ''], // a new array on each render
      session: async () => (await (await fetch('/session', { method: 'POST' })).json()) as { iframeUrl: string },
      onShow: () => note('show'),
      onHide: (reason) => note(`hide: ${reason}`),
      onError: (error) => note(String(error)),
      ...props,
    }),
  );

let root: Root = createRoot(container);
window.happened = [];
window.render = (props) => root.render(element(props));
window.unmount = () => root.unmount();
window.hydrate = () => {
  root.unmount();
  container.replaceChildren(document.createElement('div'));
  root = hydrateRoot(container, element());
};
window.render();
