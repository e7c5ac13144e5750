export { createDriftMonitor, type DriftMonitor, type DriftMonitorReport } from './monitor.js';
export type { DriftMonitorOptions } from './monitor-options.js';
export { checkDrift } from './check-drift.js';
export type { DriftOptions, DriftProgress, DriftState } from './options.js';
export type { DriftFinding, DriftKind } from './finding.js';
export { driftReport, type DriftCoverage, type DriftFormat, type DriftReport } from './report.js';
export { proposalOf } from './proposal.js';
export type { Observation } from './recorder.js';
export type { Shape } from './shape.js';
