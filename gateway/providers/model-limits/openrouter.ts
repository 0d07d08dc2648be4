// Long because it is one table.
import { geminiLimits } from '../../dialects/gemini/model-limits.ts';
import { limitsFrom } from '../../domain/model/limits-table.ts';
import type { LimitsRow } from '../../domain/model/limits-table.ts';
import type { ModelLimits } from '../../domain/model/model-limits.ts';
import { anthropicLimits } from './anthropic.ts';
import { mistralLimits } from './mistral.ts';
import { openAiLimits } from './openai.ts';
import { xaiLimits } from './xai.ts';

type Find = (model: string) => ModelLimits | undefined;

/** Vendors who serve their models themselves, or have the whole say of how long an answer is. */
const VENDORS: ReadonlyMap<string, Find> = new Map<string, Find>([
  ['openai', openAiLimits],
  // A faster form of the same model. Source: openrouter.ai, the page of each model.
  ['anthropic', (model) => anthropicLimits(model.replace(/-fast$/, ''))],
  ['google', geminiLimits],
  ['x-ai', xaiLimits],
  ['mistralai', mistralLimits],
]);

/**
 * By vendor, what OpenRouter publishes of the host it prefers (`top_provider.max_completion_tokens`): another host may
 * do more, so of several dates it is the largest. Sources: models.dev, at f3fc692 of 2026-07-02 where it is not the
 * window that stands in for an unknown maximum, and as of 2026-09-28 and 2026-11-20.
 */
const ROWS: Readonly<Record<string, readonly LimitsRow[]>> = {
  ai21: [['jamba-large-1.7', 256_000, 4_096]],
  'aion-labs': [
    ['aion-3.5 aion-3.5-mini', 262_144, 32_768],
    ['aion-1.0 aion-1.0-mini aion-2.0 aion-3.0 aion-3.0-mini', 131_072, 32_768],
    ['aion-rp-llama-3.1-8b', 32_768, 29_491],
  ],
  alibaba: [['tongyi-deepresearch-30b-a3b', 131_072, 131_072]],
  allenai: [['olmo-3.1-32b-instruct', 65_536, 16_384]],
  amazon: [
    ['nova-2-lite-v1', 1_000_000, 65_535],
    ['nova-premier-v1', 1_000_000, 32_000],
    ['nova-lite-v1 nova-pro-v1', 300_000, 5_120],
    ['nova-micro-v1', 128_000, 5_120],
  ],
  'anthracite-org': [['magnum-v4-72b', 32_768, 4_096]],
  'arcee-ai': [
    ['trinity-large-thinking', 262_144, 80_000],
    ['trinity-mini', 131_072, 131_072],
    ['spotlight', 131_072, 65_537],
    ['virtuoso-large', 131_072, 64_000],
    ['maestro-reasoning', 131_072, 32_000],
    ['trinity-large-preview', 131_000, 131_000],
  ],
  baidu: [
    ['ernie-5.5-flash-preview:free', 1_024_000, 921_600],
    ['ernie-light-dt-1.0-intl', 1_024_000, 131_072],
    ['cobuddy:free ernie-4.5-21b-a3b-thinking', 131_072, 65_536],
    ['ernie-4.5-21b-a3b ernie-4.5-vl-28b-a3b', 131_072, 8_000],
    ['ernie-4.5-vl-424b-a47b', 123_000, 16_000],
    ['ernie-4.5-300b-a47b', 123_000, 12_000],
    ['qianfan-ocr-fast', 65_536, 28_672],
  ],
  bytedance: [['ui-tars-1.5-7b', 128_000, 2_048]],
  'bytedance-seed': [
    ['seed-2-1-turbo', 262_144, 235_929],
    ['seed-2.0-code seed-2.0-lite seed-2.0-mini', 262_144, 131_072],
    ['seed-1.6 seed-1.6-flash', 262_144, 32_768],
  ],
  cognitivecomputations: [
    ['dolphin-mistral-24b-venice-edition', 128_000, 8_192],
    ['dolphin3.0-mistral-24b dolphin3.0-r1-mistral-24b', 32_768, 8_192],
  ],
  cohere: [
    ['north-mini-code:free', 256_000, 64_000],
    ['command-a', 256_000, 8_192],
    ['command-a-plus', 192_000, 64_000],
    ['command-r-08-2024 command-r-plus-08-2024 command-r7b-12-2024', 128_000, 4_000],
  ],
  deepseek: [
    ['deepseek-v4-flash-0731', 1_310_720, 943_718],
    ['deepseek-v4-flash-vision-exp deepseek-v4-pro-0813 deepseek-v4.1-flash', 1_048_576, 943_718],
    ['deepseek-v4-flash deepseek-v4-pro deepseek-v4.1-flash-1017', 1_048_576, 393_216],
    ['deepseek-chat-v3-0324 deepseek-chat-v3.1 deepseek-v3.1-terminus deepseek-v3.2', 163_840, 147_456],
    ['deepseek-v3.2-exp', 163_840, 147_456],
    ['deepseek-r1-0528', 163_840, 32_768],
    ['deepseek-chat', 163_840, 16_384],
    ['deepseek-r1', 64_000, 16_000],
    ['deepseek-r1-distill-qwen-14b', 64_000, 8_192],
    ['deepseek-r1-distill-llama-70b', 8_192, 7_372],
  ],
  'dots-studio': [['dots-3-note-preview:free', 512_000, 460_800]],
  elorian: [['glimpse', 262_144, 256_000]],
  essentialai: [['rnj-1-instruct', 32_768, 32_768]],
  featherless: [['qwerky-72b', 32_768, 8_192]],
  fireworks: [['ember-1', 1_048_576, 943_718]],
  google: [['gemini-nano-banana-2.1', 65_536, 58_982]],
  gryphe: [['mythomax-l2-13b', 8_192, 3_686]],
  'ibm-granite': [
    ['granite-4.1-8b granite-4.2-8b', 131_072, 117_964],
    ['granite-4.0-h-micro', 131_000, 117_900],
  ],
  inception: [
    ['mercury-2.5 mercury-2.5-preview', 260_000, 65_536],
    ['mercury-2', 128_000, 50_000],
    ['mercury mercury-coder', 128_000, 32_000],
    ['mercury-edit-2', 128_000, 8_192],
  ],
  inclusionai: [
    ['ling-3.2-flash:free', 1_048_576, 262_144],
    ['ling-3.1-flash', 1_000_000, 262_144],
    ['ling-3.0-tiny', 262_144, 250_000],
    ['ling-3.0-flash-fin', 262_144, 235_929],
    ['ring-2.6-1t', 262_144, 65_536],
    ['ling-2.6-1t ling-2.6-flash ling-3.0-flash ling-3.0-flash-sante:free ling-3.0-flash-vl', 262_144, 32_768],
  ],
  'inference-net': [
    ['schematron-v2-turbo', 128_000, 8_192],
    ['schematron-v2-small', 128_000, 4_096],
  ],
  inflection: [['inflection-3-pi inflection-3-productivity', 8_000, 1_024]],
  kt: [['midm-k-3.0-pro', 261_795, 235_615]],
  kwaipilot: [
    ['kat-coder-pro-v2.5', 262_144, 235_929],
    ['kat-coder-pro-v2', 262_144, 144_000],
    ['kat-coder-pro', 256_000, 128_000],
    ['kat-coder-air-v2.5', 256_000, 80_000],
  ],
  liquid: [
    ['lfm-3-1.7b', 262_144, 8_192],
    ['lfm-2.5-24b-a2b', 128_000, 8_192],
    ['lfm-2.5-2.6b:free', 65_536, 8_192],
  ],
  mancer: [['weaver', 8_000, 6_000]],
  meituan: [
    ['longcat-2.0', 1_048_756, 262_144],
    ['longcat-flash-chat', 131_072, 131_072],
  ],
  meta: [
    ['muse-ember muse-spark-1.1 muse-spark-1.2 muse-spark-1.2-contributor muse-spark-1.3', 1_048_576, 943_718],
    ['muse-spark-1.3-contributor muse-spark-open muse-wonder', 1_048_576, 943_718],
    ['muse-glimmer-30b', 131_072, 117_964],
  ],
  'meta-llama': [
    ['llama-4-scout', 1_310_720, 16_384],
    ['llama-4-maverick', 1_048_576, 32_768],
    ['llama-3.1-8b-instruct llama-3.2-3b-instruct', 131_072, 117_964],
    ['llama-3.3-70b-instruct', 131_072, 115_200],
    ['llama-3.1-70b-instruct llama-3.2-11b-vision-instruct', 131_072, 16_384],
    ['llama-3.1-405b-instruct', 131_000, 8_192],
    ['llama-3.2-1b-instruct', 60_000, 54_000],
    ['llama-3-8b-instruct', 8_192, 8_192],
    ['llama-3-70b-instruct', 8_192, 8_000],
  ],
  microsoft: [
    ['wizardlm-2-8x22b', 65_535, 8_000],
    ['phi-4', 16_384, 14_745],
  ],
  minimax: [
    ['minimax-m3.1-flash', 1_048_576, 524_288],
    ['minimax-m3', 1_048_576, 512_000],
    ['minimax-01', 1_000_192, 40_000],
    ['minimax-m1', 1_000_000, 40_000],
    ['minimax-m2 minimax-m2.5 minimax-m2.7', 204_800, 176_947],
    ['minimax-m2.1', 204_800, 131_072],
    ['minimax-m2-her', 65_536, 2_048],
  ],
  mistralai: [
    ['mistral-large-4-0', 1_048_576, 262_144],
    ['mistral-medium-3.1', 131_072, 131_072],
    ['mixtral-8x7b-instruct', 32_768, 16_384],
  ],
  moonshotai: [
    ['kimi-k3', 1_048_576, 943_718],
    ['kimi-k3.1-pro', 1_048_576, 131_072],
    ['kimi-k2.5 kimi-k2.6 kimi-k2.7-code', 262_144, 235_929],
    ['kimi-k2-0905', 262_144, 100_352],
    ['kimi-k2-thinking', 262_144, 98_304],
    ['kimi-k2', 131_072, 100_352],
  ],
  morph: [
    ['morph-v3-large', 262_144, 131_072],
    ['morph-v3-fast', 81_920, 38_000],
  ],
  'motif-technologies': [['motif-3', 262_144, 235_929]],
  'nex-agi': [
    ['nex-n2-mini nex-n2-pro nex-n2.5-mini:free nex-n2.5-pro nex-n2.6', 262_144, 235_929],
    ['deepseek-v3.1-nex-n1', 131_072, 131_072],
  ],
  nousresearch: [
    ['hermes-4-70b', 131_072, 131_072],
    ['hermes-4-405b', 131_072, 117_964],
    ['hermes-3-llama-3.1-405b hermes-3-llama-3.1-70b', 131_072, 16_384],
    ['deephermes-3-llama-3-8b-preview', 131_072, 8_192],
    ['deephermes-3-mistral-24b-preview', 32_768, 32_768],
  ],
  nvidia: [
    ['nemotron-3.5-lightning', 1_000_000, 235_929],
    ['nemotron-3-nano-30b-a3b nemotron-3-super-120b-a12b nemotron-3.5-super-vl', 262_144, 235_929],
    ['nemotron-3-ultra-550b-a55b', 262_144, 182_520],
    ['nemotron-3-nano-omni-30b-a3b-reasoning:free', 256_000, 65_536],
    ['llama-3.1-nemotron-70b-instruct llama-3.3-nemotron-super-49b-v1.5 nemotron-nano-9b-v2', 131_072, 16_384],
    ['nemotron-nano-12b-v2-vl:free', 128_000, 128_000],
  ],
  openai: [
    ['gpt-5.6-luna-pro gpt-5.6-sol-pro gpt-5.6-terra-pro gpt-6-astra-pro gpt-6-luna-pro', 1_050_000, 128_000],
    ['gpt-6-sol-pro gpt-6.1-sol-pro gpt-6.1-terra-pro gpt-6.2-astra-pro gpt-6.2-sol-pro', 1_050_000, 128_000],
  ],
  openrouter: [
    ['pareto-code', 2_000_000, 200_000],
    ['auto-beta auto-code', 2_000_000, 128_000],
    ['owl-alpha', 1_048_756, 262_144],
    ['hunter-alpha', 1_048_576, 64_000],
    ['healer-alpha', 262_144, 64_000],
    ['elephant-alpha', 262_144, 32_768],
    ['horizon-alpha horizon-beta polaris-alpha', 256_000, 128_000],
    ['pony-alpha', 200_000, 131_000],
    ['free', 200_000, 32_768],
    ['bodybuilder', 128_000, 128_000],
    ['aurora-alpha', 128_000, 50_000],
  ],
  'particle-ai': [['particle-1', 1_048_576, 131_072]],
  perceptron: [
    ['perceptron-mk1.5', 36_864, 8_192],
    ['perceptron-mk1', 32_768, 8_192],
  ],
  perplexity: [
    ['sonar-pro sonar-pro-search', 200_000, 8_000],
    ['sonar-deep-research sonar-reasoning-pro', 128_000, 115_200],
    ['sonar', 127_072, 114_364],
  ],
  poolside: [
    ['laguna-s-2.1', 1_048_576, 131_072],
    ['laguna-m.1 laguna-xs-2.1 laguna-xs.2', 262_144, 32_768],
  ],
  'prime-intellect': [['intellect-3', 131_072, 131_072]],
  'prism-ml': [
    ['ternary-bonsai-2-9b', 262_144, 65_536],
    ['ternary-bonsai-2-27b', 262_144, 32_768],
  ],
  qwen: [
    ['qwen3.8-2.4t-a95b', 1_048_576, 131_072],
    ['qwen3.8-27b', 1_000_000, 235_929],
    ['qwen3.7-max qwen3.7-plus qwen3.8-flash qwen3.8-max qwen3.8-max-0902 qwen3.8-max-prime', 1_000_000, 131_072],
    ['qwen3.8-omni-flash qwen4-max', 1_000_000, 131_072],
    ['qwen3-coder-flash qwen3-coder-plus qwen3.5-flash-02-23 qwen3.5-plus-02-15', 1_000_000, 65_536],
    ['qwen3.5-plus-20260420 qwen3.6-flash qwen3.6-plus qwen3.6-plus-preview:free qwen3.7-flash', 1_000_000, 65_536],
    ['qwen-plus qwen-plus-2025-07-28', 1_000_000, 32_768],
    ['qwen3.6-27b', 262_144, 262_140],
    ['qwen3-235b-a22b-2507 qwen3-30b-a3b-instruct-2507 qwen3-coder-30b-a3b-instruct', 262_144, 235_929],
    ['qwen3-coder-next qwen3-next-80b-a3b-instruct qwen3-next-80b-a3b-thinking', 262_144, 235_929],
    ['qwen3-vl-8b-instruct qwen3.5-122b-a10b qwen3.5-397b-a17b qwen3.5-9b qwen3.6-35b-a3b', 262_144, 235_929],
    ['qwen3-235b-a22b-07-25', 262_144, 131_072],
    ['qwen-3.6-27b qwen3.5-27b qwen3.5-35b-a3b', 262_144, 81_920],
    ['qwen3-coder qwen3-max qwen3-max-thinking qwen3.6-max-preview', 262_144, 65_536],
    ['qwen3-vl-235b-a22b-instruct qwen3-vl-30b-a3b-instruct qwen3-vl-30b-a3b-thinking', 262_144, 32_768],
    ['qwen3-235b-a22b-thinking-2507 qwq-32b', 131_072, 131_072],
    ['qwen-vl-max qwen3-30b-a3b-thinking-2507 qwen3-vl-235b-a22b-thinking qwen3-vl-32b-instruct', 131_072, 32_768],
    ['qwen3-vl-8b-thinking', 131_072, 32_768],
    ['qwen3-14b qwen3-30b-a3b qwen3-32b', 131_072, 16_384],
    ['qwen-turbo qwen3-235b-a22b qwen3-4b qwen3-8b', 131_072, 8_192],
    ['qwen2.5-vl-72b-instruct', 128_000, 115_200],
    ['qwen-2.5-7b-instruct qwen-2.5-coder-32b-instruct', 32_768, 29_491],
    ['qwen-2.5-72b-instruct', 32_768, 16_384],
    ['qwen-max', 32_768, 8_192],
  ],
  recursive: [['flint-v1.0:free', 262_144, 235_929]],
  reflection: [['beam-1.0-501b-a23b', 1_048_576, 131_072]],
  reka: [['reka-edge', 16_384, 16_384]],
  rekaai: [
    ['reka-flash-3', 65_536, 58_982],
    ['reka-edge', 16_384, 14_745],
  ],
  relace: [['relace-apply-3 relace-search', 256_000, 128_000]],
  ricursiveai: [['ripple-65b-preview', 1_048_576, 131_072]],
  sakana: [
    ['fugu-max fugu-ultra fugu-ultra-v2', 1_000_000, 128_000],
    ['sakana-namazu', 262_144, 65_536],
  ],
  sao10k: [
    ['l3.1-euryale-70b l3.3-euryale-70b', 131_072, 16_384],
    ['l3-euryale-70b l3-lunaris-8b', 8_192, 8_192],
  ],
  stealth: [
    ['ox-alpha', 1_048_576, 131_072],
    ['space-bunny-alpha', 1_000_000, 524_288],
  ],
  stepfun: [
    ['step-5-preview', 1_000_000, 64_000],
    ['step-3.7-flash', 262_144, 230_400],
    ['step-3.5-flash', 262_144, 65_536],
  ],
  tencent: [
    ['hy4 hy4-flash', 1_048_576, 65_536],
    ['hy4-preview', 1_048_576, 64_000],
    ['hy3-preview', 262_144, 235_929],
    ['hy3', 262_144, 128_000],
    ['hunyuan-a13b-instruct', 131_072, 117_964],
    ['hy-mt2-1.8b hy-mt2-30b-a3b hy-mt2-7b', 8_192, 4_096],
  ],
  thedrummer: [
    ['unslopnemo-12b', 1_024_000, 819_200],
    ['cydonia-24b-v4.1', 131_072, 117_964],
    ['rocinante-12b', 32_768, 32_768],
    ['skyfall-36b-v2', 32_768, 29_491],
  ],
  thinkingmachines: [
    ['inkling-2-small', 1_048_576, 943_718],
    ['inkling', 1_048_576, 471_859],
    ['inkling-small', 1_048_576, 262_144],
  ],
  tngtech: [
    ['deepseek-r1t2-chimera', 163_840, 163_840],
    ['tng-r1t-chimera', 163_840, 65_536],
  ],
  typesafe: [
    ['jev-router', 1_000_000, 128_000],
    ['jev-1.13', 32_000, 28_800],
  ],
  unbiased: [
    ['pareto-26.10 pareto-26.10-preview', 1_048_576, 131_072],
    ['pareto pareto-26.9', 262_144, 131_072],
  ],
  undi95: [['remm-slerp-l2-13b', 6_144, 5_529]],
  upstage: [
    ['solar-mini4 solar-pro4', 524_288, 131_072],
    ['solar-pro-3', 131_072, 117_964],
  ],
  writer: [['palmyra-x5', 1_040_000, 8_192]],
  'x-ai': [['grok-4.1-fast grok-4.20-beta grok-4.20-multi-agent-beta', 2_000_000, 30_000]],
  xiaomi: [
    ['mimo-v2.5-pro', 1_050_000, 235_929],
    ['mimo-v2.5 mimo-v2.6-pro', 1_050_000, 131_072],
    ['mimo-v2-pro mimo-v2.6-flash mimo-v2.6-pro-ultraspeed', 1_048_576, 131_072],
    ['mimo-v2-flash mimo-v2-omni', 262_144, 65_536],
  ],
  'z-ai': [
    ['glm-5.3 glm-5.3-flash', 1_310_720, 943_718],
    ['glm-5.2', 1_048_576, 943_718],
    ['glm-5.3-flashx glm-5.3-flashx-legal', 1_048_576, 131_072],
    ['glm-5.3-prime', 1_000_000, 131_072],
    ['glm-5-turbo', 262_144, 131_072],
    ['glm-4.6 glm-4.7 glm-5 glm-5.1', 204_800, 131_072],
    ['glm-5v-turbo', 202_752, 131_072],
    ['glm-4.7-flash', 202_752, 117_964],
    ['glm-4.5 glm-4.5-air', 131_072, 98_304],
    ['glm-4.6v', 131_072, 32_768],
    ['glm-45-air:free', 128_000, 96_000],
    ['glm-4-32b', 128_000, 32_768],
    ['glm-4.5v', 65_536, 16_384],
  ],
  '~anthropic': [
    ['claude-fable-latest claude-haiku-latest claude-opus-latest claude-sonnet-latest', 1_000_000, 128_000],
  ],
  '~deepseek': [
    ['deepseek-v4-flash-latest', 1_310_720, 943_718],
    ['deepseek-flash-latest deepseek-pro-latest', 1_048_576, 943_718],
  ],
  '~google': [['gemini-flash-latest gemini-pro-latest', 1_048_576, 943_718]],
  '~moonshotai': [['kimi-latest', 1_048_576, 943_718]],
  '~openai': [
    ['gpt-astra-latest gpt-latest gpt-luna-latest gpt-sol-latest gpt-terra-latest', 1_050_000, 128_000],
    ['gpt-mini-latest', 400_000, 128_000],
  ],
  '~typesafe': [['jev-latest', 32_000, 28_800]],
  '~unbiased': [['pareto-latest', 1_048_576, 131_072]],
  '~x-ai': [['grok-latest', 500_000, 450_000]],
  '~z-ai': [
    ['glm-latest', 1_310_720, 943_718],
    ['glm-flash-latest', 1_310_720, 131_072],
  ],
};

const TABLES = new Map<string, Find>(Object.entries(ROWS).map(([vendor, rows]) => [vendor, limitsFrom(rows)]));
/** The end of a name that chooses a route or a mode, not a model. Source: openrouter.ai/docs, "Model variants". */
const VARIANT = /(?::(?:free|nitro|floor|online|thinking|extended|exacto|beta|batch))+$/;

/** `vendor/model`, as OpenRouter has it, then as the vendor itself has it. */
export function openRouterLimits(name: string): ModelLimits | undefined {
  const [, vendor = '', model = ''] = /^([^/]+)\/([^/]+)$/.exec(name.toLowerCase()) ?? [];
  const find: Find = (one) => TABLES.get(vendor)?.(one) ?? VENDORS.get(vendor)?.(one);
  return find(model) ?? find(model.replace(VARIANT, ''));
}
