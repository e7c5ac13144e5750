/** The stand-in for the widget's own page: a card's details, and a check that scripts and storage work. */
export const CARD_PAGE = `<!doctype html><html lang="en"><title>Card</title>
<style>
  body { margin: 0; height: 100vh; padding: 24px; box-sizing: border-box; color: #fff; font: 16px system-ui;
    background: linear-gradient(135deg, #134e5e, #2b6a7c); display: grid; align-content: space-between }
  b { font: 24px monospace }
</style>
<div>Kobble test card</div><b>4242 4242 4242 4242</b><div id="more"></div>
<script>localStorage.setItem('seen', '1'); more.textContent = '12/30 · 123 · ' + localStorage.getItem('seen')</script>`;

/** The page that embeds the widget. Its options come from the query. */
export const HOST_PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Your card</title>
<meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/page.css">
<main><h1>Your card</h1><div id="card"></div><p><button id="elsewhere">Elsewhere</button></p></main>
<script type="module" src="/page.js"></script>`;

export const HOST_STYLE = `body { font: 16px/1.5 system-ui; margin: 24px; color-scheme: light dark }
@media (prefers-color-scheme: dark) { body { background: #111; color: #eee } }`;

export const HOST_SCRIPT = `import { mountCardWidget } from '/widget.js';
const { visibleMs, origin, unasked } = Object.fromEntries(new URLSearchParams(location.search));
const note = (text) => window.happened.push(text);
const options = {
  title: 'Card ending in 4242',
  allowedOrigins: [origin],
  visibleMs: visibleMs && Number(visibleMs),
  session: async (signal) => {
    signal.addEventListener('abort', () => note('abort'));
    const answer = await (await fetch('/session', { method: 'POST' })).json();
    if (answer.failure) throw new Error(answer.failure);
    return answer;
  },
  onShow: () => note('show'),
  onHide: (reason) => note('hide: ' + reason),
  onError: (error) => note(error.message),
};
window.happened = [];
window.mount = (others) => {
  window.widget?.destroy();
  window.widget = mountCardWidget(document.querySelector('#card'), { ...options, ...others });
};
window.mount();
if (unasked) {
  try {
    window.widget.show();
  } catch (error) {
    note(String(error));
  }
}`;
