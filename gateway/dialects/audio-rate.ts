/** Bytes of a file's beginning that tell what it is: the container, and of uncompressed sound its rate. */
export const SNIFFED_BYTES = 64;

/** MPEG layers I to III: 8 kbit/s at least, in every frame; half of that for what is out of the ordinary. */
const MPEG = 500;
/** AAC frames of silence, in a stream of their own or in MP4. */
const AAC = 40;
/** Opus that sends nothing while nothing is said, in Ogg or Matroska. */
const OPUS = 8;
/** FLAC writes hours of digital silence into kilobytes; of what is not known the same is feared. */
const SILENCE = 1;

/**
 * The fewest bytes that a second of sound takes in a file, so that its size bounds its length. What a file says of its own
 * length is not believed: only what each second must take.
 * @param at reads {@link SNIFFED_BYTES} from an offset; fewer at the end
 */
export async function leastBytesPerSecond(at: (offset: number) => Promise<Uint8Array>): Promise<number> {
  const head = await at(0);
  if (!begins(head, 'ID3')) return rateOf(head);
  // Tags stand before the sound; their length is written in seven bits a byte.
  const tagLength = [6, 7, 8, 9].reduce((sum, index) => sum * 128 + ((head[index] ?? 0) & 0x7f), 0);
  return rateOf(await at(10 + tagLength));
}

function rateOf(head: Uint8Array): number {
  if (begins(head, 'RIFF') && begins(head, 'WAVEfmt ', 8)) return waveRate(head);
  if (begins(head, 'ftyp', 4)) return AAC;
  if (begins(head, 'OggS') || (head[0] === 0x1a && head[1] === 0x45 && head[2] === 0xdf && head[3] === 0xa3)) return OPUS;
  const [sync = 0, next = 0] = head;
  // Eleven bits of sync; without a layer it is AAC in ADTS.
  if (sync === 0xff && (next & 0xe0) === 0xe0) return (next & 0x06) === 0 ? AAC : MPEG;
  return SILENCE;
}

/** Uncompressed sound takes what its header says: samples a second, times the bytes of one. */
function waveRate(head: Uint8Array): number {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  if (head.byteLength < 36) return SILENCE;
  const [format, samples, bytes] = [view.getUint16(20, true), view.getUint32(24, true), view.getUint16(32, true)];
  const isPlain = format === 1 || format === 3;
  return isPlain ? Math.max(SILENCE, samples * bytes) : OPUS;
}

function begins(head: Uint8Array, text: string, offset = 0): boolean {
  return Buffer.from(text).every((byte, index) => head[offset + index] === byte);
}
