/** Cuts a stream of events behind each empty line; together the frames are the stream, byte by byte. */
export function framesOf(stream: Buffer): readonly Buffer[] {
  const text = stream.toString('latin1');
  return (text.match(/[\s\S]*?(?:\r?\n){2}|[\s\S]+$/g) ?? []).map((frame) => Buffer.from(frame, 'latin1'));
}

/** The text behind `data:` in a frame. */
export function dataOf(frame: Buffer): string {
  const lines = frame
    .toString('utf8')
    .split(/\r?\n/)
    .filter((line) => line.startsWith('data:'));
  return lines.map((line) => line.slice(5).trimStart()).join('\n');
}
