export { checkDrift } from './check-drift.js';
export type { DriftOptions, DriftProgress } from './options.js';
export type { DriftFinding, DriftKind } from './finding.js';
export { driftReport, type DriftCoverage, type DriftFormat, type DriftReport } from './report.js';
