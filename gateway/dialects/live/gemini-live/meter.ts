import type { TokenUsage } from '../../../domain/usage.ts';
import type { Ask, JsonObject, StreamMeter } from '../../dialect.ts';
import { outputBytesOf } from '../../gemini/read-usage.ts';
import { createSearchCount } from '../../gemini/searches.ts';
import { listOf, pick } from '../../gemini/fields.ts';
import { isObject, parseObject } from '../../json/read-json.ts';
import { createVisibleCount, textsIn } from '../../tokens/visible-count.ts';
import { readLiveUsage } from './read-live-usage.ts';
import { TOKENS_PER_SECOND } from './weigh-input.ts';

/** The model speaks in 24,000 samples a second of two bytes. Source: ai.google.dev, "Live API", 2026-11. */
const SPOKEN_BYTES = 48_000;

/** Meters one turn: its usage comes at its end. */
export function createLiveMeter(ask: Ask): StreamMeter {
  const visible = createVisibleCount();
  let usage: TokenUsage | undefined;
  const searches = createSearchCount(ask);
  let soundBytes = 0;
  let bytes = 0;
  const seeTurn = (turn: unknown): void => {
    bytes += outputBytesOf(turn);
    for (const part of isObject(turn) ? listOf(turn['parts']).filter(isObject) : []) {
      const data = soundIn(part);
      soundBytes += (data.length * 3) / 4;
      visible.see(textsIn(part, ['text']));
    }
  };
  return {
    see({ data }) {
      const frame = parseObject(data) ?? {};
      const content = pick(frame, 'serverContent');
      if (isObject(content)) {
        seeTurn(pick(content, 'modelTurn'));
        const groundingMetadata = pick(content, 'groundingMetadata');
        searches.see({ candidates: [{ groundingMetadata }] });
      }
      const call = pick(frame, 'toolCall');
      if (call !== undefined) {
        bytes += Buffer.byteLength(JSON.stringify(call));
        visible.call();
        visible.see([JSON.stringify(call)]);
      }
      const read = readLiveUsage(pick(frame, 'usageMetadata'), ask.model);
      if (read) usage = searches.addTo(read);
      return usage ? 'last' : 'relay';
    },
    usage: () => usage,
    inputSoFar: () => undefined,
    outputBytes: () => bytes,
    estimateVisible: () => Math.ceil((soundBytes / SPOKEN_BYTES) * TOKENS_PER_SECOND) + visible.tokens(),
    // A piece of sound proves less than one token for each of its pieces.
    outputEvents: () => 0,
    truncation: () => '',
    failed: () => false,
  };
}

function soundIn(part: JsonObject): string {
  const blob = pick(part, 'inlineData');
  return isObject(blob) && typeof blob['data'] === 'string' ? blob['data'] : '';
}
