import type { ProviderKind } from '../../../shared/providers/provider-records.ts';
import type { JsonObject } from '../../dialects/dialect.ts';
import { chat, chunks, replyWith } from './vector.ts';
import type { Vector } from './vector.ts';

interface HostCase {
  readonly model: string;
  readonly source: string;
  /** The kinds beside text. */
  readonly kinds?: readonly string[];
  readonly usage: JsonObject;
  readonly bill: number;
}

/** The same reply whole and as a stream that tells its usage at its end. */
function both(provider: ProviderKind, { kinds = [], usage, ...rest }: HostCase): readonly Vector[] {
  return [
    chat(provider, { ...rest, kinds: ['text', ...kinds], what: 'text', reply: replyWith(usage) }),
    chat(provider, { ...rest, kinds: ['text', ...kinds], what: 'a stream', reply: chunks({ usage }) }),
  ];
}

/** Twenty tokens in and five out, as OpenAI's protocol has it. */
const PLAIN = { prompt_tokens: 20, completion_tokens: 5, total_tokens: 25 };
/** The same with eight from the cache. */
const CACHED = { ...PLAIN, prompt_tokens_details: { cached_tokens: 8 } };

/** Hosts of other people's models. Each price is from the host's own page, read there or where the source says. */
export const HOSTS: readonly Vector[] = [
  // $0.15 and $0.50.
  ...both('baseten', {
    model: 'zai-org/GLM-5.3-Flash',
    source: 'docs.baseten.co, "Chat completions"; prices: baseten.co/products/model-apis',
    usage: PLAIN,
    bill: 20 * 150 + 5 * 500,
  }),
  // $0.104, $0.0104, $0.416, as its list of models says.
  ...both('chutes', {
    model: 'Qwen/Qwen3-32B-TEE',
    source: 'chutes.ai/docs, "LLM chat"; prices: llm.chutes.ai/v1/models, 2026-09-28',
    kinds: ['cache'],
    usage: CACHED,
    bill: Math.ceil(12 * 104 + 8 * 10.4 + 5 * 416),
  }),
  // $0.027 and $0.201.
  ...both('cloudflare', {
    model: '@cf/meta/llama-3.2-1b-instruct',
    source: 'developers.cloudflare.com/workers-ai, "OpenAI compatible endpoints", "Pricing"',
    usage: PLAIN,
    bill: 20 * 27 + 5 * 201,
  }),
  // $5 and $30, by unified billing.
  ...both('cloudflare', {
    model: 'openai/gpt-5.5',
    source: 'developers.cloudflare.com/changelog/post/2026-05-21-rest-api; OpenAI’s price',
    usage: PLAIN,
    bill: 20 * 5_000 + 5 * 30_000,
  }),
  // $2.50 and $10.
  ...both('cohere', {
    model: 'command-a-03-2025',
    source: 'docs.cohere.com, "Compatibility API"; cohere.com/pricing',
    usage: PLAIN,
    bill: 20 * 2_500 + 5 * 10_000,
  }),
  // $0.75, $0.14, $2.40; its own figure beside them is an estimate.
  ...both('deepinfra', {
    model: 'zai-org/GLM-5.2',
    source: 'docs.deepinfra.com, "Chat completions"; prices: huggingface.co/inference/models',
    kinds: ['cache'],
    usage: { ...CACHED, estimated_cost: 0.00002212 },
    bill: 12 * 750 + 8 * 140 + 5 * 2_400,
  }),
  // $1.40, $0.26, $4.40.
  ...both('friendli', {
    model: 'zai-org/GLM-5.1',
    source: 'friendli.ai/docs, "Serverless chat completions"; friendli.ai/pricing',
    kinds: ['cache'],
    usage: CACHED,
    bill: 12 * 1_400 + 8 * 260 + 5 * 4_400,
  }),
  // The host that is named, Groq: $0.59 and $0.79.
  ...both('huggingface', {
    model: 'meta-llama/Llama-3.3-70B-Instruct:groq',
    source: 'huggingface.co/docs/inference-providers, "Chat completion"; groq.com/pricing',
    usage: PLAIN,
    bill: 20 * 590 + 5 * 790,
  }),
  // $0.25, $0.025, $0.75.
  ...both('inception', {
    model: 'mercury-2',
    source: 'docs.inceptionlabs.ai, "Chat completions", "Models"',
    kinds: ['cache'],
    usage: CACHED,
    bill: 12 * 250 + 8 * 25 + 5 * 750,
  }),
  // $1.25, $0.15, $4.25.
  ...both('meta', {
    model: 'muse-spark-1.3',
    source: 'dev.meta.ai/docs, "Chat Completions", "Pricing"',
    kinds: ['cache'],
    usage: CACHED,
    bill: 12 * 1_250 + 8 * 150 + 5 * 4_250,
  }),
  // $0.30, $0.06, $1.20; twice as much for more than 512,000 tokens.
  ...both('minimax', {
    model: 'MiniMax-M3',
    source: 'platform.minimax.io/docs, "OpenAI API", "Pay as you go"',
    kinds: ['cache'],
    usage: CACHED,
    bill: 12 * 300 + 8 * 60 + 5 * 1_200,
  }),
  ...both('minimax', {
    model: 'MiniMax-M3',
    source: 'platform.minimax.io/docs, "Pay as you go": more than 512k input tokens',
    usage: { prompt_tokens: 600_000, completion_tokens: 5, total_tokens: 600_005 },
    bill: 600_000 * 600 + 5 * 2_400,
  }),
  // $1.40 and $4.40.
  ...both('nebius', {
    model: 'zai-org/GLM-5.2',
    source: 'docs.tokenfactory.nebius.com, "Create chat completion"; nebius.com/token-factory/prices',
    usage: PLAIN,
    bill: 20 * 1_400 + 5 * 4_400,
  }),
  // $1.40, $0.26, $4.40.
  ...both('novita', {
    model: 'zai-org/glm-5.2',
    source: 'novita.ai/docs, "Create chat completion"; novita.ai/pricing',
    kinds: ['cache'],
    usage: CACHED,
    bill: 12 * 1_400 + 8 * 260 + 5 * 4_400,
  }),
  ...both('nvidia', {
    model: 'z-ai/glm-5.3',
    source: 'docs.api.nvidia.com/nim, "Chat completions"; free',
    usage: PLAIN,
    bill: 0,
  }),
  // $3, $0.30, $15.
  ...both('opencode', {
    model: 'kimi-k3',
    source: 'opencode.ai/docs/zen, "Endpoints", "Pricing"',
    kinds: ['cache'],
    usage: CACHED,
    bill: 12 * 3_000 + 8 * 300 + 5 * 15_000,
  }),
  // $0.22 and $0.59.
  ...both('sambanova', {
    model: 'gpt-oss-120b',
    source: 'docs.sambanova.ai, "Chat completions"; cloud.sambanova.ai/plans/pricing',
    usage: PLAIN,
    bill: 20 * 220 + 5 * 590,
  }),
  // $0.13, $0.028, $0.28.
  ...both('siliconflow', {
    model: 'deepseek-ai/DeepSeek-V4-Flash',
    source: 'docs.siliconflow.com, "Chat completions"; siliconflow.com/models/deepseek-v4-flash',
    kinds: ['cache'],
    usage: CACHED,
    bill: 12 * 130 + 8 * 28 + 5 * 280,
  }),
  // $0.20, $0.04, $1.15.
  ...both('stepfun', {
    model: 'step-3.7-flash',
    source: 'platform.stepfun.ai/docs, "Chat completions", "Pricing"',
    kinds: ['cache'],
    usage: CACHED,
    bill: 12 * 200 + 8 * 40 + 5 * 1_150,
  }),
  // $1.40, $0.26, $4.40.
  ...both('venice', {
    model: 'zai-org-glm-5-2',
    source: 'docs.venice.ai, "Chat completions", "Pricing"',
    kinds: ['cache'],
    usage: CACHED,
    bill: 12 * 1_400 + 8 * 260 + 5 * 4_400,
  }),
  // $4, $0.20, $20.
  ...both('vercel', {
    model: 'anthropic/claude-opus-5.5',
    source: 'vercel.com/docs/ai-gateway, "Chat completions"; vercel.com/ai-gateway/models',
    kinds: ['cache'],
    usage: CACHED,
    bill: 12 * 4_000 + 8 * 200 + 5 * 20_000,
  }),
  // $0.435, $0.0036, $0.87: 5,220 and 28.8 and 4,350.
  ...both('xiaomi', {
    model: 'mimo-v2.5-pro',
    source: 'platform.xiaomimimo.com/docs, "Chat completions", "Pricing"',
    kinds: ['cache'],
    usage: CACHED,
    bill: 9_599,
  }),
];
