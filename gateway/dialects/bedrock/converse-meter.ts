import type { Ask, EventVerdict, JsonObject, StreamMeter } from '../dialect.ts';
import type { TokenUsage } from '../../domain/usage.ts';
import { isObject, parseObject } from '../json/read-json.ts';
import { bytesOf, createVisibleCount, textsIn } from '../tokens/visible-count.ts';
import { readConverseUsage } from './converse-usage.ts';
import { EXCEPTION } from './frames/read-frame.ts';
import { asLetters, writeFrame } from './frames/write-frame.ts';
import { tierOfReply } from './read-tier.ts';

/** Fields of a delta that hold what the model has written. */
const GENERATED = ['text', 'input', 'signature', 'redactedContent'] as const;
/** Id and framing of a block, a tool call above all. */
const BLOCK_TOKENS = 64;

/** Meters a stream of Converse: its last frame, `metadata`, has all figures. */
export function createConverseMeter(ask: Partial<Ask> = {}): StreamMeter {
  const visible = createVisibleCount();
  let usage: TokenUsage | undefined;
  let failed = false;
  let outputBytes = 0;
  let outputEvents = 0;
  /** How far it is: nothing was shown, in the message, after its reason, at its end. */
  let at: 'nothing' | 'message' | 'stopped' | 'end' = 'nothing';
  let open: unknown;
  let thinks = false;

  const add = (delta: unknown): void => {
    const texts = textsIn(delta, GENERATED);
    visible.see(texts);
    outputBytes += bytesOf(texts);
    if (texts.some((text) => text !== '')) outputEvents += 1;
    thinks = isObject(delta) && delta['reasoningContent'] !== undefined;
  };

  const read = (event: string, payload: JsonObject): EventVerdict => {
    switch (event) {
      case 'messageStart':
        at = 'message';
        return 'relay';
      case 'contentBlockStart':
        open = payload['contentBlockIndex'];
        visible.call();
        outputBytes += BLOCK_TOKENS;
        return 'relay';
      case 'contentBlockDelta':
        open = payload['contentBlockIndex'];
        add(payload['delta']);
        return 'relay';
      case 'contentBlockStop':
        open = undefined;
        thinks = false;
        return 'relay';
      case 'messageStop':
        at = 'stopped';
        return 'relay';
      case 'metadata': {
        at = 'end';
        const tier = tierOfReply(payload, ask.tier);
        const reported = readConverseUsage(payload['usage'], ask.cacheWrites);
        usage = reported && { ...reported, ...(tier === undefined ? {} : { tier }) };
        return 'last';
      }
      case EXCEPTION:
        failed = true;
        return 'relay';
      default:
        return 'relay';
    }
  };

  return {
    see: ({ event, data }) => read(event, parseObject(data) ?? {}),
    usage: () => (failed ? undefined : usage),
    inputSoFar: () => undefined,
    outputBytes: () => outputBytes,
    estimateVisible: visible.tokens,
    outputEvents: () => outputEvents,
    hides: () => thinks,
    truncation() {
      if (at === 'end') return '';
      const frames = [
        ...(at === 'nothing' ? [writeFrame('messageStart', { role: 'assistant' })] : []),
        ...(open === undefined ? [] : [writeFrame('contentBlockStop', { contentBlockIndex: open })]),
        ...(at === 'stopped' ? [] : [writeFrame('messageStop', { stopReason: 'max_tokens' })]),
        writeFrame('metadata', {
          usage: { inputTokens: 0, outputTokens: outputEvents, totalTokens: outputEvents },
          metrics: { latencyMs: 0 },
        }),
      ];
      return asLetters(Buffer.concat(frames));
    },
    failed: () => failed,
  };
}
