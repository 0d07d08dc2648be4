import { limitsFrom } from '../../domain/model/limits-table.ts';
import type { LimitsRow } from '../../domain/model/limits-table.ts';
import type { ModelLimits } from '../../domain/model/model-limits.ts';

/**
 * Sources: developers.openai.com/api/docs/models, the page of each model, as of 2026-11; for the newest and for retired
 * models models.dev, at f3fc692 of 2026-07-02 and as of 2026-11-20. Where these differ, the larger, as a bound has to
 * be.
 */
const ROWS: readonly LimitsRow[] = [
  ['gpt-5.4 gpt-5.4-pro gpt-5.5 gpt-5.5-pro', 1_050_000, 128_000, 922_000],
  ['gpt-5.6 gpt-5.6-sol gpt-5.6-terra gpt-5.6-luna', 1_050_000, 128_000, 922_000],
  ['gpt-6-astra gpt-6-sol gpt-6-luna gpt-6-cyber gpt-6.1-sol gpt-6.1-terra', 1_050_000, 128_000, 922_000],
  ['gpt-6.2-astra gpt-6.2-sol gpt-daybreak-blue', 1_050_000, 128_000, 922_000],
  // Names of the price library that have no page of their own: as the model whose price they have.
  ['gpt-5.5-chat gpt-5.5-codex', 1_050_000, 128_000, 922_000],
  ['gpt-5 gpt-5-mini gpt-5-nano gpt-5-codex gpt-5-search-api gpt-5.1 gpt-5.1-codex', 400_000, 128_000, 272_000],
  ['gpt-5.1-codex-max gpt-5.1-codex-mini gpt-5.1-mini gpt-5.2 gpt-5.2-pro gpt-5.2-codex', 400_000, 128_000, 272_000],
  ['gpt-5.3-codex gpt-5.4-mini gpt-5.4-nano gpt-5.6-cyber gpt-daybreak-red', 400_000, 128_000, 272_000],
  ['chat-latest gpt-chat-latest', 400_000, 128_000, 272_000],
  ['gpt-5-pro', 400_000, 272_000, 272_000],
  ['gpt-5.3-codex-spark', 128_000, 32_000, 100_000],
  ['gpt-5-chat gpt-5.1-chat gpt-5.2-chat gpt-5.3-chat gpt-5.3', 128_000, 16_384],
  ['gpt-4.5-preview gpt-4o gpt-4o-mini gpt-4o-search-preview gpt-4o-mini-search-preview chatgpt-4o', 128_000, 16_384],
  ['gpt-4o-2024-05-13', 128_000, 4_096],
  ['gpt-4o:extended gpt-4o-64k-output-alpha', 128_000, 64_000],
  ['gpt-4.1 gpt-4.1-mini gpt-4.1-nano', 1_047_576, 32_768],
  ['o1 o1-pro o3 o3-pro o3-mini o3-mini-high o3-deep-research', 200_000, 100_000],
  ['o4-mini o4-mini-high o4-mini-deep-research codex-mini', 200_000, 100_000],
  ['o1-mini', 128_000, 65_536],
  ['o1-preview', 128_000, 32_768],
  ['gpt-oss-120b gpt-oss-20b gpt-oss-safeguard-20b', 131_072, 131_072],
  ['computer-use computer-use-preview', 8_192, 1_024],
  ['gpt-audio gpt-audio-1.5 gpt-audio-mini gpt-4o-audio-preview gpt-4o-mini-audio-preview', 128_000, 16_384],
  ['gpt-4o-transcribe gpt-4o-mini-transcribe gpt-4o-transcribe-diarize', 16_000, 2_000],
  ['gpt-realtime-2 gpt-realtime-2.1 gpt-realtime-2.1-mini', 128_000, 32_000],
  ['gpt-realtime gpt-realtime-1.5 gpt-realtime-mini gpt-4o-realtime-preview', 32_000, 4_096],
  ['gpt-4o-mini-realtime-preview', 16_000, 4_096],
  ['gpt-4-turbo gpt-4-turbo-preview gpt-4-turbo-0125-preview gpt-4-0125-preview gpt-4-1106-preview', 128_000, 4_096],
  ['gpt-4-vision-preview gpt-4-1106-vision-preview', 128_000, 4_096],
  ['gpt-4 gpt-4-0314 gpt-4-0613', 8_192, 8_192],
  ['gpt-4-32k gpt-4-32k-0314 gpt-4-32k-0613', 32_768, 32_768],
  ['gpt-3.5-turbo gpt-3.5-turbo-0125 gpt-3.5-turbo-1106 gpt-35-turbo', 16_385, 4_096],
  ['gpt-3.5-turbo-16k gpt-3.5-turbo-16k-0613 gpt-35-turbo-16k gpt-35-turbo-16k-0613', 16_385, 16_385],
  ['gpt-3.5-turbo-0301 gpt-3.5-0301 gpt-3.5-turbo-0613', 4_096, 4_096],
  ['gpt-3.5-turbo-instruct gpt-3.5-turbo-instruct-0914', 4_096, 4_096],
  // Completions only: an answer has the whole window except for the prompt.
  ['davinci-002 babbage-002', 16_384, 16_384],
  ['text-davinci-002 text-davinci-003', 4_097, 4_097],
  ['text-davinci-001 davinci text-curie-001 curie babbage text-ada-001 ada', 2_049, 2_049],
  ['text-embedding-3-large text-embedding-3-small text-embedding-ada-002', 8_192, 0],
];

const find = limitsFrom(ROWS);

/** A fine-tuned model has the maxima of its base, which its name holds. Source: OpenAI, "Fine-tuning". */
export function openAiLimits(model: string): ModelLimits | undefined {
  const base = model.replace(/^ft:([^:]+):.*$/, '$1').replace(/\.ft-[^.]*$/, '');
  // Azure writes versions with a hyphen.
  return find(base) ?? find(base.replace(/^gpt-(\d)-(\d)(?=-|$)/, 'gpt-$1.$2'));
}
