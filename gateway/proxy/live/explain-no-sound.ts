import type { ProviderName } from '../../../shared/ids.ts';
import { parseObject } from '../../dialects/json/read-json.ts';
import type { LiveModel } from '../../dialects/live/live-protocol.ts';
import { tell } from '../../domain/words/tell.ts';
import type { Told } from '../../domain/words/tell.ts';
import type { ModelPrice } from '../../domain/price/price.ts';

/** Rates of sound that is heard, by the token and by its length, and of sound that is spoken. */
const HEARD = ['input_audio_mtok', 'input_audio_hours'] as const;
const SPOKEN = ['output_audio_mtok'] as const;

/**
 * Explains why a model may not hear or speak here: nobody knows what sound costs it, and text costs a fraction of that.
 * @returns undefined where the price is known
 */
export function explainNoSound(
  price: ModelPrice | undefined,
  { model, speaks }: LiveModel,
  provider: ProviderName,
): Told | Pick<Told, 'message'> | undefined {
  if (!price) return tell({ code: 'unknown-price', model, provider, name: provider });
  if (price.free || price.origin === 'own') return undefined;
  const rates = parseObject(price.rates) ?? {};
  const has = (names: readonly string[]): boolean => names.some((name) => rates[name] !== undefined);
  if (has(HEARD) && (!speaks || has(SPOKEN))) return undefined;
  const message =
    `Purser knows no price of sound for "${model}", so it cannot keep a cap on a session with it. Use a model that ` +
    `hears and speaks, such as gpt-realtime-2 or gemini-3.8-live.`;
  return { message };
}
