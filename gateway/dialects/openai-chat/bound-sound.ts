import { leastBytesPerSecondAs } from '../tokens/audio-rate.ts';

/**
 * Tokens of a second of sound, with room: OpenAI's models take 10, Voxtral 12.5, Qwen 25, Gemini 32. Sources: OpenAI,
 * "Audio and speech"; Mistral, "Audio"; Alibaba Cloud, "Qwen-Omni"; ai.google.dev, "Audio understanding".
 */
const TOKENS_PER_SECOND = 40;
/** Some read it in pieces of half a minute, and fill up the last one. Source: Mistral, "Audio". */
const PIECE_S = 30;

/**
 * Most tokens that sound in a message can become: as many seconds as fit into its bytes. Low rates and compressed
 * formats hold hours in little; then the model's context window is nearer than this.
 * @param data in base64, as the request has it, or as a data URL
 * @param format as the request names it; undefined where it names none
 */
export function boundSound(data: string, format: unknown): number {
  const base64 = data.startsWith('data:') ? data.slice(data.indexOf(',') + 1) : data;
  // Counted by its letters, not by its decoded bytes: decoders do not all stop at the same letter.
  const mostBytes = Math.ceil((base64.replaceAll(/\s/g, '').length * 3) / 4);
  return (
    TOKENS_PER_SECOND * (Math.ceil(mostBytes / leastBytesPerSecondAs(format, Buffer.from(base64, 'base64'))) + PIECE_S)
  );
}
