import { suffer } from '../faults/outage.js';

/** 10 calls a second, and an outage in the middle: in milliseconds. */
const PLAN = { steady: 450, fromMs: 5_000, outageMs: 35_000 };
const SECONDS = PLAN.steady / 10;

/** The picture in its own units, and the part of it that the axes span. */
const [WIDTH, HEIGHT] = [400, 250];
const [LEFT, RIGHT, TOP, BOTTOM] = [34, 390, 34, 208];
/** The baseline of the key. */
const KEY = HEIGHT - 8;
const STEP = 100;

const STYLE = `
  svg { color-scheme: light dark; --page: #fff; --text: #1f2328; --line: #d1d9e0; --outage: #ffebe9; --alone: #bc4c00; --ours: #0550ae }
  @media (prefers-color-scheme: dark) {
    svg { --page: #0d1117; --text: #e6edf3; --line: #3d444d; --outage: #3b1a1d; --alone: #f0883e; --ours: #79c0ff }
  }
  text { font: 12px system-ui, sans-serif; fill: var(--text) }
  path { fill: none; stroke: var(--line) }
  .alone { stroke: var(--alone); stroke-width: 1.5; stroke-dasharray: 4 2 }
  .ours { stroke: var(--ours); stroke-width: 2.5 }
  text.alone { fill: var(--alone); stroke: none }
  text.ours { fill: var(--ours); stroke: none; font-weight: 600 }`;

/** Returns an SVG of the requests a second that a client sends in an outage, with and without waiting together. */
export async function outagePicture(): Promise<string> {
  const ours = await suffer(PLAN);
  const alone = await suffer({ ...PLAN, options: { retry: { together: false } } });
  const [ourRates, aloneRates] = [ratesOf(ours.sentMs), ratesOf(alone.sentMs)];
  const most = Math.ceil(Math.max(...ourRates, ...aloneRates) / STEP) * STEP;
  const y = (rate: number): number => round(BOTTOM - (rate / most) * (BOTTOM - TOP));
  const lines = Array.from({ length: most / STEP + 1 }, (_, index) => index * STEP);
  const [from, to] = [PLAN.fromMs / 1_000, PLAN.outageMs / 1_000];
  const summary = `10 calls a second, all answered 503 from second ${from} to ${to}. Requests a call: ${ours.perCall.toFixed(1)} together, ${alone.perCall.toFixed(1)} each alone.`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="600" role="img" aria-labelledby="title summary">
<title id="title">Requests a second in an outage</title>
<desc id="summary">${summary}</desc>
<style>${STYLE}
</style>
<rect width="${WIDTH}" height="${HEIGHT}" rx="6" fill="var(--page)"/>
<rect x="${x(from)}" y="${TOP}" width="${x(to) - x(from)}" height="${BOTTOM - TOP}" fill="var(--outage)"/>
<text x="8" y="20">requests a second, at 10 calls a second</text>
${lines.map((rate) => `<path d="M${LEFT} ${y(rate)}H${RIGHT}"/><text x="${LEFT - 5}" y="${y(rate) + 4}" text-anchor="end">${rate}</text>`).join('\n')}
${[0, 10, 20, 30, 40].map((second) => `<text x="${x(second)}" y="${BOTTOM + 16}" text-anchor="middle">${second} s</text>`).join('\n')}
<text x="${x((from + to) / 2)}" y="${TOP + 16}" text-anchor="middle">outage: every answer is 503</text>
<path class="alone" d="${stepsOf(aloneRates, y)}"/>
<path class="ours" d="${stepsOf(ourRates, y)}"/>
<text class="ours" x="${x(to) - 6}" y="${y(Math.max(...ourRates)) + 12}" text-anchor="end">those that waited</text>
<path class="alone" d="M8 ${KEY - 4}h24"/><text class="alone" x="38" y="${KEY}">each call alone: ${alone.perCall.toFixed(1)} a call</text>
<path class="ours" d="M212 ${KEY - 4}h24"/><text class="ours" x="242" y="${KEY}">together: ${ours.perCall.toFixed(1)} a call</text>
</svg>
`;
}

const round = (value: number): number => Math.round(value * 10) / 10;
const x = (second: number): number => round(LEFT + (second / SECONDS) * (RIGHT - LEFT));

/** Counts the requests of each second. */
function ratesOf(sentMs: readonly number[]): number[] {
  const counts = new Map<number, number>();
  for (const at of sentMs) counts.set(Math.floor(at / 1_000), (counts.get(Math.floor(at / 1_000)) ?? 0) + 1);
  return Array.from({ length: SECONDS }, (_, second) => counts.get(second) ?? 0);
}

/** Draws each second as a level of its own. */
const stepsOf = (rates: readonly number[], y: (rate: number) => number): string =>
  `M${LEFT} ${y(rates[0] ?? 0)}${rates.map((rate, second) => `V${y(rate)}H${x(second + 1)}`).join('')}`;
