/** The instants between which a month lies, as `from` and `to` of a list. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** What the period is longer at each end, in milliseconds. */
const MARGIN_MS = 1;

/**
 * Returns a month (`2026-10`) of a time zone. Whether Kobble includes `from` and `to` is not documented: the period is
 * longer at each end, so that nothing is lost.
 *
 * @throws RangeError if the month is not one, or the zone is not known.
 */
export function periodOf(month: string, timeZone: string): Period {
  const [, year, number] = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(month) ?? [];
  if (year === undefined || number === undefined) throw new RangeError(`"${month}" is no month like 2026-10`);
  const from = midnight(Date.UTC(Number(year), Number(number) - 1), timeZone);
  const to = midnight(Date.UTC(Number(year), Number(number)), timeZone);
  return { from: new Date(from - MARGIN_MS).toISOString(), to: new Date(to + MARGIN_MS).toISOString() };
}

/** Returns true for a time in the month itself. What is no time, or has no time zone, cannot be cut: it is in. */
export function isIn({ from, to }: Period, createdAt: unknown): boolean {
  const text = typeof createdAt === 'string' && /T.*(Z|[+-]\d\d:?\d\d)$/i.test(createdAt) ? createdAt : '';
  const time = Date.parse(text);
  return !(time < Date.parse(from) + MARGIN_MS) && !(time >= Date.parse(to) - MARGIN_MS);
}

/** Returns when a day begins in a zone. `day` is that day in UTC. It is guessed twice, because clocks are changed at night. */
function midnight(day: number, timeZone: string): number {
  const guess = day - offset(day, timeZone);
  return day - offset(guess, timeZone);
}

/** Returns how far the clocks of a zone are ahead of UTC, in milliseconds. */
function offset(time: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }).formatToParts(time);
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign = '+', hours = '0', minutes = '0'] = /GMT([+-])(\d+):(\d+)/.exec(name) ?? [];
  return Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}
