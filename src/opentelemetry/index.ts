export { openTelemetryHooks, type OpenTelemetryOptions } from './open-telemetry-hooks.js';
