export { widgetCsp } from './csp.js';
export type { CardWidgetLabels } from './labels.js';
export { mountCardWidget } from './mount.js';
export type { CardWidget, CardWidgetOptions } from './options.js';
export { buildWidgetUrl, type WidgetUrlParts } from './url.js';
