import { expect, it } from 'vitest';
import { createLiveMeter } from '../../../dialects/live/gemini-live/meter.ts';
import { createRealtimeMeter, createTranscriptMeter } from '../../../dialects/live/openai-realtime/meter.ts';
import { answerAsk } from '../../../dialects/live/openai-realtime/live-asks.ts';
import { FIRST_SETTINGS } from '../../../dialects/live/openai-realtime/session-settings.ts';
import type { StreamMeter } from '../../../dialects/dialect.ts';
import { findPrice } from '../../../domain/price/price.ts';
import { PROVIDERS } from '../../providers.ts';
import { LIVE_VECTORS } from './live.ts';
import type { LiveVector } from './live.ts';

/** A Friday, between the peaks. */
const AT = Date.parse('2026-11-20T12:00:00Z');

function meterOf({ provider, lane, model }: LiveVector): StreamMeter {
  if (lane === 'transcript') return createTranscriptMeter();
  const reads = { text: 1_000, media: 1_000 };
  const { ask } = answerAsk({ key: 'a', model, reads, limit: undefined, settings: FIRST_SETTINGS });
  return provider === 'openai' ? createRealtimeMeter(ask, FIRST_SETTINGS.spokenRate) : createLiveMeter(ask);
}

it.each(LIVE_VECTORS.map((vector) => [`${vector.model}: ${vector.what} (${vector.source})`, vector] as const))(
  'the bill of a work of a session: %s',
  (_name, vector) => {
    const meter = meterOf(vector);
    meter.see({ event: '', data: JSON.stringify(vector.frame) });
    const usage = meter.usage();
    const price = findPrice({ source: PROVIDERS[vector.provider].prices, model: vector.model, at: AT, overrides: [] });
    if (!usage || !price) throw new Error('no usage, or no price');
    expect(usage.suspect).toBeUndefined();
    expect(price.findUnpriced({ ...usage, extras: usage.parts ?? {} })).toBeUndefined();
    expect(price.costOf(usage)).toBe(vector.bill);
  },
);
