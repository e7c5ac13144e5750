import type { DriftFinding, DriftKind } from './finding.js';
import type { Observation } from './recorder.js';

/** The reading of one operation. */
export interface DriftCoverage {
  readonly operationId: string;
  readonly endpoint: string;
  /** Number of responses that were held against the contract, by status. */
  readonly responses: Readonly<Record<string, number>>;
  /** The reason that nothing was read, if so: no entry in its list, or the code of an error without a response. */
  readonly unread?: string | undefined;
}

/** The result of a check. It contains no value of a response. */
export interface DriftReport {
  readonly findings: readonly DriftFinding[];
  readonly operations: readonly DriftCoverage[];
  /** Fields that were seen and that the contract does not have, for `proposalOf`. */
  readonly observations: readonly Observation[];
}

/** The forms of a report: for people, for programs, and for tools that show code scanning results. */
export type DriftFormat = 'text' | 'json' | 'sarif';

/** Returns the result of a check as text, JSON or SARIF 2.1.0. */
export function driftReport(report: DriftReport, format: DriftFormat): string {
  if (format === 'text') return text(report);
  return JSON.stringify(format === 'json' ? report : sarif(report), null, 2);
}

const SENTENCES: Readonly<Record<DriftKind, string>> = {
  status: 'The status is not listed',
  'content-type': 'The media type is another one',
  json: 'The body is not JSON',
  missing: 'It is missing',
  'unknown-field': 'The field is not in the contract',
  type: 'The type is another one',
  enum: 'The value is not listed',
  rule: 'A rule of the contract is broken',
};

const describe = ({ kind, expected }: DriftFinding): string => `${SENTENCES[kind]}; expected: ${expected}.`;

const placeOf = ({ part, pointer }: DriftFinding): string => [part, pointer].filter(Boolean).join(' ');

function text({ findings, operations }: DriftReport): string {
  const blocks = operations.map(({ operationId, endpoint, responses, unread }) => {
    const own = findings.filter((finding) => finding.operationId === operationId);
    const seen = Object.entries(responses).map(([status, count]) => `${count} × ${status}`);
    const mark = own.length > 0 ? '✗' : seen.length > 0 ? '✓' : '–';
    const head = `${mark} ${endpoint} (${operationId}): ${[...seen, ...(unread === undefined ? [] : [`unread: ${unread}`])].join(', ')}`;
    return [head, ...own.map((finding) => `    ${placeOf(finding)}: ${describe(finding)} (${finding.count} ×)`)].join(
      '\n',
    );
  });
  const total = findings.length === 0 ? 'No drift was found.' : `${findings.length} differences from the contract.`;
  return [...blocks, total].join('\n');
}

function sarif({ findings }: DriftReport): object {
  const rules = Object.entries(SENTENCES).map(([id, words]) => ({ id, shortDescription: { text: `${words}.` } }));
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'kobble-client drift', rules } },
        results: findings.map((finding) => ({
          ruleId: finding.kind,
          level: 'error',
          message: { text: `${finding.endpoint}: ${placeOf(finding)}: ${describe(finding)}` },
          occurrenceCount: finding.count,
          locations: [
            {
              physicalLocation: { artifactLocation: { uri: 'generated/openapi.json' } },
              logicalLocations: [{ fullyQualifiedName: `${finding.operationId} ${placeOf(finding)}`, kind: 'member' }],
            },
          ],
        })),
      },
    ],
  };
}
