import type { TokenUsage } from '../../../domain/usage.ts';
import type { Ask, JsonObject, StreamMeter } from '../../dialect.ts';
import { isObject, parseObject } from '../../json/read-json.ts';
import { createDoneMeter } from '../../openai-chat/media/done-meter.ts';
import { readMediaUsage } from '../../openai-chat/media/read-media-usage.ts';
import { createVisibleCount, textsIn } from '../../tokens/visible-count.ts';
import { readRealtimeUsage } from './read-usage.ts';
import { bytesInBase64, TOKENS_PER_SECOND } from './sound-format.ts';

/** Events with a piece of sound, in the beta and since. */
const SOUND = new Set<unknown>(['response.audio.delta', 'response.output_audio.delta']);
/** A token of sound may stand for a little more than 50 ms: what was surely made is less than what shows. */
const SURE_SHARE = 0.5;

/** Meters one answer: its usage comes with the event that ends it. @param bytesPerSecond of the sound that it speaks */
export function createRealtimeMeter(ask: Ask, bytesPerSecond: number): StreamMeter {
  const visible = createVisibleCount();
  let usage: TokenUsage | undefined;
  let id: string | undefined;
  let failed = false;
  let code: unknown;
  let soundBytes = 0;
  let textBytes = 0;
  let written = 0;
  const soundTokens = (): number => (soundBytes / bytesPerSecond) * TOKENS_PER_SECOND.spoken;

  const seeDelta = (type: unknown, delta: unknown): void => {
    if (typeof delta !== 'string' || delta === '') return;
    if (SOUND.has(type)) {
      soundBytes += bytesInBase64(delta);
      return;
    }
    textBytes += Buffer.byteLength(delta);
    if (type === 'response.output_text.delta' || type === 'response.text.delta') written += 1;
    visible.see([delta]);
  };
  const end = (response: JsonObject): void => {
    usage = readRealtimeUsage(response, ask);
    failed = response['status'] === 'failed' && usage === undefined;
    const [details] = textsIn(response['status_details'], ['code']);
    code = details;
  };
  return {
    see({ data }) {
      const payload = parseObject(data) ?? {};
      const { type, response, delta } = payload;
      if (isObject(response) && typeof response['id'] === 'string') id = response['id'];
      if (type === 'response.done' && isObject(response)) end(response);
      else if (type === 'response.output_item.added' && isCall(payload['item'])) visible.call();
      else if (String(type).endsWith('.delta')) seeDelta(type, delta);
      return type === 'response.done' ? 'last' : 'relay';
    },
    usage: () => usage,
    inputSoFar: () => undefined,
    outputBytes: () => soundBytes + textBytes,
    estimateVisible: () => Math.ceil(soundTokens()) + visible.tokens(),
    outputEvents: () => written + Math.floor(soundTokens() * SURE_SHARE),
    responseId: () => id,
    failureCode: () => code,
    // No event that is made up can end it: the session is closed, with a reason.
    truncation: () => '',
    failed: () => failed,
  };
}

function isCall(item: unknown): boolean {
  return isObject(item) && item['type'] !== 'message';
}

/** Meters the transcript of one message of a person. */
export function createTranscriptMeter(): StreamMeter {
  return createDoneMeter({
    done: 'conversation.item.input_audio_transcription.completed',
    answers: 1,
    readUsage: (event) => readMediaUsage(event, 'audio'),
  });
}
