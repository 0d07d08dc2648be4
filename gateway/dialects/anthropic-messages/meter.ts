import type { Ask, EventVerdict, JsonObject, StreamMeter } from '../dialect.ts';
import { isObject, parseObject } from '../json/read-json.ts';
import { servedModel } from '../usage/served-model.ts';
import { createContentCount } from './content-count.ts';
import { createReportedFigures } from './reported-figures.ts';
import { createShownCalls } from './server-tools/shown-calls.ts';
import { writeTruncation } from './truncation.ts';

/** Meters a message stream: input comes in `message_start`, the final count in the `message_delta` that ends it. */
export function createAnthropicMeter(ask: Partial<Ask> = {}): StreamMeter {
  const { rounds = 1 } = ask;
  const shown = createShownCalls(ask);
  const content = createContentCount(shown);
  const figures = createReportedFigures(ask);
  let begun = false;
  let failed = false;
  let ended = false;

  const read = (payload: JsonObject, size: number): EventVerdict => {
    const { message, content_block: block } = payload;
    switch (payload['type']) {
      case 'message_start':
        begun = true;
        if (isObject(message)) figures.begin(message);
        return 'relay';
      case 'content_block_start':
        if (isObject(block) && block['type'] === 'fallback') figures.handOver(block['to']);
        content.begin(payload['index'], isObject(block) ? block : {}, size);
        return 'relay';
      case 'content_block_delta':
        content.add(payload['delta']);
        return 'relay';
      case 'content_block_stop':
        content.end();
        return 'relay';
      case 'message_delta':
        figures.report(payload['usage'], payload['delta']);
        return 'relay';
      case 'error':
        failed = true;
        return 'relay';
      case 'message_stop':
        ended = true;
        return 'last';
      default:
        return 'relay';
    }
  };

  return {
    see(event) {
      const payload = parseObject(event.data);
      return payload ? read(payload, Buffer.byteLength(event.data)) : 'relay';
    },
    usage() {
      if (failed) return undefined;
      return figures.finish({ empty: content.isEmpty(), wrote: content.outputEvents() > 0, ran: shown.ranCode() });
    },
    inputSoFar() {
      const usage = figures.usage();
      // The beginning reports the first round only, and the end all of them. An input of 0 reports nothing.
      if (rounds > 1 || usage === undefined || usage.input === 0) return undefined;
      return { ...usage, ...servedModel(figures.firstModel()) };
    },
    boundSoFar(bound, more) {
      if (rounds === 1) return bound;
      const found = shown.boundSoFar(bound, figures.firstInput(), more);
      return { ...found, input: Math.max(found.input, figures.usage()?.input ?? 0) };
    },
    hostedCalls: shown.calls,
    othersSoFar: (more) => shown.othersSoFar(begun, more),
    outputBytes: content.outputBytes,
    estimateVisible: content.estimateVisible,
    outputEvents: content.outputEvents,
    hides: content.thinks,
    responseId: figures.responseId,
    truncation() {
      const at = ended ? 'end' : figures.isFinal() ? 'figures' : begun ? 'message' : 'nothing';
      const written = Math.max(content.outputEvents(), figures.usage()?.output ?? 0);
      return writeTruncation({ model: ask.model ?? '', at, block: content.openBlock(), written });
    },
    failed: () => failed,
  };
}
