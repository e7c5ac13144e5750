export { buildWidgetUrl, type WidgetUrlParts } from './url.js';
