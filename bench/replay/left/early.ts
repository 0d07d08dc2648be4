import { exchangeOf } from '../exchange.ts';
import type { Exchange, ExchangeLine } from '../exchange.ts';
import { chat } from '../own/chat.ts';
import { gemini } from '../own/gemini.ts';
import { messages } from '../own/messages.ts';
import type { Part, Turn } from '../own/turn.ts';
import { countBy, table, usd } from '../table.ts';
import { MOMENTS } from './play-left.ts';
import type { Left, Moment } from './play-left.ts';
import { isBelow, settledOf } from './settled.ts';

/** The fixed moments, and one in the middle of thinking: when people press Escape. */
export const EARLY_MOMENTS: readonly Moment[] = [
  ...MOMENTS.filter(({ name }) => name !== 'at a random moment'),
  { name: '700 ms after the headers', after: 'headers', ms: () => 700 },
];

const TEXT: Part = { kind: 'text', tokens: 200 };

function turn(model: string, more: Partial<Turn> = {}): Turn {
  return { id: `early-${model}`, model, stream: true, parts: [TEXT], spent: { input: 24, hidden: 400 }, ...more };
}

/** Short questions to which a model thinks for four seconds; gpt-4o answers at once. */
export const EARLY_STREAMS: readonly Exchange[] = [
  chat(turn('gpt-5.5')),
  chat(turn('gpt-6-astra')),
  chat(turn('gpt-4o', { spent: { input: 24 } })),
  messages(turn('claude-sonnet-5', { asked: { max_tokens: 32_000 } })),
  messages(turn('claude-opus-5-5', { asked: { max_tokens: 128_000 } })),
  gemini(turn('gemini-2.5-pro')),
].map(exchangeOf);

const LONG: Partial<Turn> = { parts: [{ kind: 'text', tokens: 1_500 }], spent: { input: 2_000, cached: 1_024 } };
const inChat = (model: string, base: string, more: Partial<Turn> = {}): ExchangeLine =>
  chat(turn(model, { ...LONG, base, asked: { max_tokens: 8_192 }, ...more }));

/** Answers that take fifteen seconds, at providers that stop when they are left and at some that do not. */
export const LONG_STREAMS: readonly Exchange[] = [
  chat(turn('gpt-5.5', LONG)),
  messages(turn('claude-opus-5-5', { ...LONG, asked: { max_tokens: 64_000 } })),
  gemini(turn('gemini-3.8-flash', LONG)),
  inChat('mistral-large-latest', 'https://api.mistral.ai/v1', {
    usageInLastChunk: true,
    asked: { stream_options: undefined, max_tokens: 8_192 },
  }),
  inChat('openai/gpt-oss-120b', 'https://api.groq.com/openai/v1'),
  inChat('deepseek-v4-pro', 'https://api.deepseek.com/v1'),
  inChat('glm-4.7', 'https://api.z.ai/api/paas/v4'),
].map(exchangeOf);

/** Ten tokens, or two hundred, are made by then; whoever finishes what was begun bills all fifteen hundred. */
export const LONG_MOMENTS: readonly Moment[] = [
  { name: '100 ms after the headers', after: 'headers', ms: () => 100 },
  { name: '2 s after the headers', after: 'headers', ms: () => 2_000 },
];

/** A line for each moment, a column for each model: the ledger, and in brackets the bill. */
export function reportEarly(all: readonly Left[]): string {
  const models = [...new Set(all.map(({ model }) => model))];
  const rows = countBy(all, ({ moment }) => moment).map(([moment, left]) => [
    moment,
    ...models.map((model) => cellOf(left.find((one) => one.model === model))),
  ]);
  return table(['left', ...models], rows);
}

function cellOf(left: Left | undefined): string {
  if (!left?.row) return left?.end ?? '';
  return `${usd(left.row.cost)} (${usd(left.bill)})${settledOf([left]).some(isBelow) ? ' BELOW' : ''}`;
}
