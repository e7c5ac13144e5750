export { Resources } from '../../generated/resources.js';
export type * from '../../generated/resources.js';
export type { Resource } from './resource.js';
export type { CardWidgetSessionWithUrl } from './widget-session.js';
