/** What a run found out about a runtime. */
export interface Row {
  readonly name: string;
  readonly total: number;
  readonly passed: number;
  readonly surprises: readonly string[];
}
export const tableOf = (rows: readonly Row[]): string =>
  rows.map(({ name, passed, total }) => `${name} ${passed}/${total}`).join('\n');
export function writeTable(rows: readonly Row[]): void {
  void rows;
}
