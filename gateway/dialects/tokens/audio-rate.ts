/** Bytes at the beginning of a file that identify its container, and the rate of uncompressed sound. */
export const SNIFFED_BYTES = 64;

/** MPEG layers I to III: 8 kbit/s at least, in every frame; half of that for unusual files. */
const MPEG = 500;
/** AAC frames of silence, in a stream of their own or in MP4. */
const AAC = 40;
/** Opus that sends nothing while nothing is said, in Ogg or Matroska. */
const OPUS = 8;
/**
 * The densest sound in use: 48,000 samples a second in two channels of 32 bits. Sound that claims to be denser would
 * pass for shorter than it is.
 */
const DENSEST = 384_000;
/** FLAC writes hours of digital silence into kilobytes; unknown formats may do the same. */
const SILENCE = 1;

/**
 * The fewest bytes that a second of sound takes in a file, so that its size bounds its length. The length that a file
 * states is not believed: only the least bytes of each second count.
 * @param at reads {@link SNIFFED_BYTES} from an offset; fewer at the end
 */
export async function leastBytesPerSecond(at: (offset: number) => Promise<Uint8Array>): Promise<number> {
  const head = await at(0);
  const start = soundStart(head);
  return rateOf(start === 0 ? head : await at(start));
}

/** The least bytes of a second where a request names the format of its sound; any other format may be silence. */
const NAMED: ReadonlyMap<unknown, number> = new Map([
  ['wav', Infinity],
  ['mp3', MPEG],
  ['aac', AAC],
  ['m4a', AAC],
  ['mp4', AAC],
  ['ogg', OPUS],
  ['opus', OPUS],
  ['webm', OPUS],
]);

/**
 * The same for sound that is there as a whole. A server may go by the format that stands beside it, or look for itself:
 * the sparser of the two counts.
 * @param format as the request names it; undefined where it names none
 */
export function leastBytesPerSecondAs(format: unknown, bytes: Uint8Array): number {
  const seen = rateOf(bytes.subarray(soundStart(bytes)));
  return format === undefined ? seen : Math.min(seen, NAMED.get(format) ?? SILENCE);
}

/** Tags of MP3 stand before the sound; their length is written in seven bits a byte. */
function soundStart(head: Uint8Array): number {
  return begins(head, 'ID3') ? 10 + [6, 7, 8, 9].reduce((sum, index) => sum * 128 + ((head[index] ?? 0) & 0x7f), 0) : 0;
}

function rateOf(head: Uint8Array): number {
  if (begins(head, 'RIFF') && begins(head, 'WAVEfmt ', 8)) return waveRate(head);
  if (begins(head, 'ftyp', 4)) return AAC;
  if (begins(head, 'OggS') || (head[0] === 0x1a && head[1] === 0x45 && head[2] === 0xdf && head[3] === 0xa3))
    return OPUS;
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
  return isPlain ? Math.min(DENSEST, Math.max(SILENCE, samples * bytes)) : OPUS;
}

function begins(head: Uint8Array, text: string, offset = 0): boolean {
  return Buffer.from(text).every((byte, index) => head[offset + index] === byte);
}
