import type { TokenUsage } from '../../domain/usage.ts';
import type { Ask, EventVerdict, JsonObject, StreamMeter } from '../dialect.ts';
import { growUsage, refineUsage } from '../gemini/refine-usage.ts';
import { createSearchCount } from '../gemini/searches.ts';
import { isObject, parseObject } from '../json/read-json.ts';
import { createVisibleCount } from '../tokens/visible-count.ts';
import { textsOfDelta } from './delta-texts.ts';
import { asReply, readFigures } from './read-usage.ts';
import { writeTruncation } from './truncation.ts';

/** The event that ends an interaction, in today's words and in those of its first revision. */
const TERMINAL: readonly string[] = ['interaction.completed', 'interaction.complete'];

/** Meters a stream of the events of an interaction: the final figure comes in the one that ends it. */
export function createInteractionsMeter(ask: Ask): StreamMeter {
  const searches = createSearchCount(ask);
  const visible = createVisibleCount();
  const open = new Set<number>();
  let interaction: JsonObject = {};
  let reported: TokenUsage | undefined;
  let [bytes, events] = [0, 0];
  let [begun, ended, final, failed] = [false, false, false, false];

  const report = (usage: unknown): void => {
    const now = readFigures(usage, ask);
    if (now) reported = growUsage(reported, now);
    searches.see(asReply({ usage }));
  };

  const seeDelta = (delta: JsonObject): void => {
    const texts = textsOfDelta(delta);
    bytes += texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
    if (texts.length > 0) events += 1;
    visible.see(texts);
    searches.see(asReply({ steps: [delta] }));
  };

  const seeStep = (type: string, { index, step, delta, usage, metadata }: JsonObject): void => {
    if (type === 'step.start' && typeof index === 'number') open.add(index);
    if (type === 'step.stop' && typeof index === 'number') open.delete(index);
    if (isObject(step)) {
      visible.call();
      seeDelta(step);
    }
    if (isObject(delta)) seeDelta(delta);
    report(usage);
    if (isObject(metadata)) report(metadata['total_usage']);
  };

  const see = (payload: JsonObject): EventVerdict => {
    begun = true;
    const type = String(payload['event_type'] ?? payload['type']);
    if (type === 'error' || payload['error'] !== undefined) failed = true;
    const current = payload['interaction'];
    if (isObject(current)) {
      interaction = { ...interaction, ...current };
      report(current['usage']);
      searches.see(asReply(current));
    } else seeStep(type, payload);
    if (!TERMINAL.includes(type)) return 'relay';
    ended = true;
    final = isObject(current) && readFigures(current['usage'], ask) !== undefined;
    return 'last';
  };

  return {
    see(event) {
      const payload = parseObject(event.data);
      return payload ? see(payload) : 'relay';
    },
    usage: () =>
      final && !failed && reported
        ? searches.addTo(refineUsage(reported, { modelVersion: interaction['model'] }, ask))
        : undefined,
    // The cost of hosted tools comes with the last event. An input of 0 is no report.
    inputSoFar: () =>
      (ask.rounds ?? 1) > 1 || !reported || reported.input === 0
        ? undefined
        : refineUsage(reported, { modelVersion: interaction['model'] }, ask),
    // In the background, it goes on when its stream is left.
    outputBytes: () => (ask.outlivesStream && !final ? Infinity : bytes),
    estimateVisible: visible.tokens,
    outputEvents: () => events,
    truncation: () => writeTruncation({ model: ask.model, begun, ended, open, interaction, usage: reported }),
    failed: () => failed,
    responseId: () => (typeof interaction['id'] === 'string' ? interaction['id'] : undefined),
  };
}
