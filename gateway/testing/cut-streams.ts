import type { StreamMeter } from '../dialects/dialect.ts';

/** A stream that was cut between two of its events and ended by its meter. */
export interface CutStream {
  /** As a client gets it. */
  readonly text: string;
  /** How many of its events came from the provider. */
  readonly events: number;
}

/**
 * A stream of events cut at every place where that can happen, before the first one and after the last one included.
 * @param events the data of each
 */
export function cutStreams(createMeter: () => StreamMeter, events: readonly string[]): readonly CutStream[] {
  return Array.from({ length: events.length + 1 }, (_, count) => {
    const meter = createMeter();
    const shown = events.slice(0, count);
    for (const data of shown) meter.see({ event: nameOf(data) ?? 'message', data });
    const text = shown.map((data) => `${lineOf(nameOf(data))}data: ${data}\n\n`).join('');
    return { text: text + meter.truncation(), events: count };
  });
}

/** Protocols that name their events name them in the data too. */
function nameOf(data: string): string | undefined {
  return /^\{"type":"([\w.]+)"/.exec(data)?.[1];
}

function lineOf(name: string | undefined): string {
  return name === undefined ? '' : `event: ${name}\n`;
}
