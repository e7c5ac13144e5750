export { widgetCsp } from './csp.js';
export { mountCardWidget } from './mount.js';
export type { CardHideReason, CardWidget, CardWidgetLabels, CardWidgetOptions } from './options.js';
export { buildWidgetUrl, type WidgetUrlParts } from './url.js';
