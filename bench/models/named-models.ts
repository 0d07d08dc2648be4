import { findProvider } from '@pydantic/genai-prices';
import { z } from 'zod';
import { meansModel, namesOf } from '../../gateway/domain/policy/model-name.ts';
import { builtInPrices, libraryOf } from '../../gateway/domain/price/price-library.ts';
import type { PricedProvider, PriceLibrary } from '../../gateway/domain/price/price-library.ts';
import { PROVIDERS } from '../../gateway/providers/providers.ts';
import { PROVIDER_KINDS } from '../../shared/providers/provider-records.ts';
import type { ProviderKind } from '../../shared/providers/provider-records.ts';
import { isRetired } from './retired.ts';

/** A model that a publication names for a kind of provider. */
export interface NamedModel {
  readonly kind: ProviderKind;
  readonly model: string;
  /** Why it is not asked for; undefined for a text model that is in service. */
  readonly leftOut: 'retired' | 'no text' | 'no endpoint' | undefined;
  readonly embeds: boolean;
}

/** What one publication says of a model; undefined where it does not say. */
interface Said {
  readonly deprecated: boolean;
  readonly writes: readonly string[] | undefined;
}

const modelsDevSchema = z.record(z.string(), z.object({ models: z.record(z.string(), z.unknown()) }));
const modelSchema = z.object({
  status: z.string().optional(),
  modalities: z.object({ output: z.array(z.string()) }).optional(),
});
const deprecatedSchema = z.object({ deprecated: z.literal(true) });

/** Names of models that write no text, or take none, where no publication says what they write. */
const NO_TEXT = new RegExp(
  [
    String.raw`image|imagen|dall-e|flux|stable-diffusion|recraft|seedream|sora|veo|lyria|video|canary`,
    String.raw`tts|speech|audio|whisper|transcribe|voxtral|realtime|livetranslate|-live|asr|stt|omni-flash-realtime`,
    String.raw`rerank|moderation|guard|ocr|safety|tuning|robotics|computer-use|parakeet|orpheus|playai|dreamina`,
  ].join('|'),
);
const EMBEDS = /embed|(^|[-/])(bge|e5|gte|uae|voyage|minilm|m2-bert)-/i;

/**
 * Every model that the price library and models.dev name for a kind of provider, each once.
 * @param modelsDev its publication; left out: the catalogue that comes with this version
 * @param library the price library's publication; left out: the one that comes with this version
 */
export function namedModels(modelsDev: unknown, library: readonly PricedProvider[] | undefined): readonly NamedModel[] {
  const providers = library;
  const prices = library === undefined ? builtInPrices : libraryOf(library);
  const published = modelsDev === undefined ? undefined : modelsDevSchema.parse(modelsDev);
  return PROVIDER_KINDS.flatMap((kind) => {
    const { id, secondId, catalogue } = PROVIDERS[kind].prices;
    const said = new Map<string, Said>();
    for (const name of id === undefined ? [] : namesIn(providers, id).filter((each) => isName(kind, each)))
      said.set(name, inLibrary(prices, id ?? '', name));
    for (const name of catalogue?.names() ?? []) said.set(name, { deprecated: false, writes: undefined });
    for (const [name, model] of Object.entries(published?.[secondId ?? '']?.models ?? {})) {
      said.delete(name.toLowerCase());
      said.set(name, inModelsDev(model));
    }
    return [...said].map(([model, { deprecated, writes }]) => ({
      kind,
      model,
      leftOut: whyNot(kind, model, { deprecated, writes }),
      embeds: EMBEDS.test(model),
    }));
  });
}

function whyNot(kind: ProviderKind, model: string, { deprecated, writes }: Said): NamedModel['leftOut'] {
  if (deprecated || isRetired(kind, model)) return 'retired';
  if (!writesText(model, writes)) return 'no text';
  const { endpoints } = PROVIDERS[kind];
  const embedsHere = endpoints.some(({ path }) => path === 'embeddings' || path.includes('embedContent'));
  return EMBEDS.test(model) && !embedsHere ? 'no endpoint' : undefined;
}

/** The names by which a request means a model of a list: some entries have an id that is none. */
function namesIn(providers: readonly PricedProvider[] | undefined, id: string): readonly string[] {
  const list = providers?.find((each) => each.id === id) ?? findProvider({ providerId: id });
  return (list?.models ?? []).flatMap((entry) => namesOf(entry).filter((name) => meansModel(entry, name)));
}

/** The library has some names of OpenRouter in other lists, and some of others in its own. */
function isName(kind: ProviderKind, name: string): boolean {
  if (kind === 'openrouter') return name.includes('/');
  // The library has Gemma's generations, too, and Claude at Vertex.
  return kind === 'gemini' ? /^(gemini-[^:]+|gemma-\d\w*-.*)$/.test(name) : !name.endsWith(':free');
}

function inLibrary(library: PriceLibrary, id: string, name: string): Said {
  return { deprecated: deprecatedSchema.safeParse(library.match(id, name)).success, writes: undefined };
}

function inModelsDev(model: unknown): Said {
  const { status, modalities } = modelSchema.parse(model);
  return { deprecated: status === 'deprecated', writes: modalities?.output };
}

function writesText(model: string, writes: readonly string[] | undefined): boolean {
  return !NO_TEXT.test(model.toLowerCase()) && (writes === undefined || (writes.length === 1 && writes[0] === 'text'));
}
