/** A measured time for people, in English: `1.4 ms`, `12 ms`, and from a tenth of a second on `0.9 s`, `5.0 s`. */
export function durationText(milliseconds: number): string {
  return milliseconds < 99.95 ? `${Number(milliseconds.toFixed(1))} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}
