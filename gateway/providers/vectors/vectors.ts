import { ANTHROPIC } from './anthropic.ts';
import { AZURE } from './azure.ts';
import { BEDROCK } from './bedrock.ts';
import { CEREBRAS } from './cerebras.ts';
import { DEEPSEEK } from './deepseek.ts';
import { FIREWORKS } from './fireworks.ts';
import { GEMINI } from './gemini.ts';
import { GROQ } from './groq.ts';
import { HOSTS } from './hosts.ts';
import { MISTRAL } from './mistral.ts';
import { MOONSHOT } from './moonshot.ts';
import { OLLAMA } from './ollama.ts';
import { OPENAI } from './openai.ts';
import { OPENAI_RESPONSES } from './openai-responses.ts';
import { OPENROUTER } from './openrouter.ts';
import { PERPLEXITY } from './perplexity.ts';
import { QWEN } from './qwen.ts';
import { TOGETHER } from './together.ts';
import type { Vector } from './vector.ts';
import { VERTEX } from './vertex.ts';
import { XAI } from './xai.ts';
import { ZAI } from './zai.ts';

/** Every bill that was worked out by hand. */
export const VECTORS: readonly Vector[] = [
  ...OPENAI,
  ...OPENAI_RESPONSES,
  ...ANTHROPIC,
  ...GEMINI,
  ...OPENROUTER,
  ...AZURE,
  ...BEDROCK,
  ...VERTEX,
  ...MISTRAL,
  ...GROQ,
  ...XAI,
  ...DEEPSEEK,
  ...TOGETHER,
  ...FIREWORKS,
  ...CEREBRAS,
  ...MOONSHOT,
  ...ZAI,
  ...QWEN,
  ...PERPLEXITY,
  ...OLLAMA,
  ...HOSTS,
];
