import { LOADS, STREAMS } from './measure.ts';
import type { LoadMeasure, StreamMeasure } from './measure.ts';

/** What one contender showed in one round. */
export interface RoundRow {
  readonly loads: Record<string, LoadMeasure>;
  readonly streams: Record<number, StreamMeasure>;
  readonly residentMib: number;
}

export interface Row extends RoundRow {
  readonly name: string;
}

/** The median of each figure. Digests of all rounds are kept. */
export function medianRow(name: string, rounds: readonly RoundRow[]): Row {
  const loads: Record<string, LoadMeasure> = {};
  for (const { name: load } of LOADS) {
    const of = rounds.flatMap(({ loads: measured }) => measured[load] ?? []);
    const pick = (field: keyof LoadMeasure): number => median(of.map((one) => one[field]));
    if (of.length > 0)
      loads[load] = {
        requests: pick('requests'),
        seconds: pick('seconds'),
        p50: pick('p50'),
        p99: pick('p99'),
        failed: pick('failed'),
        perSecond: pick('perSecond'),
        cpu: pick('cpu'),
      };
  }
  const streams: Record<number, StreamMeasure> = {};
  for (const count of STREAMS) {
    const of = rounds.flatMap(({ streams: measured }) => measured[count] ?? []);
    if (of.length > 0)
      streams[count] = {
        firstP50: median(of.map(({ firstP50 }) => firstP50)),
        firstP99: median(of.map(({ firstP99 }) => firstP99)),
        gapP99: median(of.map(({ gapP99 }) => gapP99)),
        cpuPerEvent: median(of.map(({ cpuPerEvent }) => cpuPerEvent)),
        digests: [...new Set(of.flatMap(({ digests }) => digests))],
      };
  }
  return { name, loads, streams, residentMib: median(rounds.map(({ residentMib }) => residentMib)) };
}

/** True when all its streams had the bytes of direct ones, or none were measured. */
export function isEqual([direct]: readonly Row[], row: Row, count: number): boolean {
  const digests = row.streams[count]?.digests;
  return digests === undefined || (digests.length === 1 && digests[0] === direct?.streams[count]?.digests[0]);
}

/** Markdown: what each adds to a direct request, and its share of what the bare proxy does. */
export function printTable(rows: readonly Row[]): string {
  const [direct] = rows;
  const lines: string[] = [];
  for (const { name } of LOADS) {
    lines.push(`\n**${name}**\n`, '| | added p50 ms | p99 ms | req/s | CPU s per 1,000 |', '|---|---|---|---|---|');
    for (const row of rows) {
      const load = row.loads[name];
      if (!load) continue;
      const added = load.p50 - (direct?.loads[name]?.p50 ?? 0);
      lines.push(
        `| ${row.name} | ${added.toFixed(2)} | ${load.p99.toFixed(1)} | ` +
          `${Math.round(load.perSecond).toLocaleString('en')} | ${load.cpu.toFixed(2)} |`,
      );
    }
  }
  for (const count of STREAMS) {
    lines.push(
      `\n**${count} streams at once**\n`,
      '| | first event p50, p99 ms | gap p99 ms | CPU us an event | bytes |',
      '|---|---|---|---|---|',
    );
    for (const row of rows) {
      const stream = row.streams[count];
      if (!stream) continue;
      const bytes = isEqual(rows, row, count) ? 'equal' : '**differ**';
      lines.push(
        `| ${row.name} | ${stream.firstP50.toFixed(0)}, ${stream.firstP99.toFixed(0)} | ` +
          `${stream.gapP99.toFixed(0)} | ${stream.cpuPerEvent.toFixed(0)} | ${bytes} |`,
      );
    }
  }
  lines.push('\n| | resident MiB after the requests |', '|---|---|');
  for (const row of rows) lines.push(`| ${row.name} | ${row.residentMib.toFixed(0)} |`);
  return lines.join('\n');
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
