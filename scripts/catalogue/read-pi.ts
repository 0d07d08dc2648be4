import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** The ids of providers in pi's catalogue where models.dev has others. */
const THEIR_IDS: Readonly<Record<string, string>> = {
  together: 'togetherai',
  fireworks: 'fireworks-ai',
  'vercel-ai-gateway': 'vercel',
  // Its names there have no vendor.
  'cloudflare-ai-gateway': '',
  // It is the coding plan there, which is paid by the month.
  zai: '',
};
/** Pi itself lowers the windows of these, for their prices are higher in a longer prompt. */
const LOWERED = new Set(['openai', 'azure', 'anthropic', 'google']);

const costSchema = z.object({ input: z.number(), output: z.number(), cacheRead: z.number(), cacheWrite: z.number() });
const modelSchema = z.object({
  id: z.string(),
  type: z.literal('chat'),
  cost: costSchema.extend({ tiers: z.array(costSchema.extend({ inputTokensAbove: z.number() })).optional() }),
  contextWindow: z.number(),
  maxTokens: z.number(),
});
/** Models by protocol and then by `chat:NAME`. */
const fileSchema = z.record(z.string(), z.record(z.string(), z.unknown()));

/**
 * Pi's catalogue in the form of models.dev, from which it is made, with the providers' own lists.
 * @param folder `dist/providers/data` of `@earendil-works/pi-ai`
 */
export function readPi(
  folder: string,
): Readonly<Record<string, { readonly models: Readonly<Record<string, object>> }>> {
  const files = readdirSync(folder).filter((file) => file.endsWith('.json') && !file.startsWith('.'));
  return Object.fromEntries(
    files.map((file) => {
      const name = file.replace(/\.json$/, '');
      const id = THEIR_IDS[name] ?? name;
      const groups = fileSchema.parse(JSON.parse(readFileSync(join(folder, file), 'utf8')));
      const models = Object.values(groups).flatMap((group) =>
        Object.values(group).flatMap((entry) => {
          const read = modelSchema.safeParse(entry);
          return read.success ? [[read.data.id, inTheirForm(read.data, LOWERED.has(id))] as const] : [];
        }),
      );
      return [id, { models: Object.fromEntries(models) }];
    }),
  );
}

function inTheirForm(
  { cost: { tiers, ...cost }, contextWindow, maxTokens }: z.infer<typeof modelSchema>,
  lowered: boolean,
): object {
  const part = ({ input, output, cacheRead, cacheWrite }: z.infer<typeof costSchema>) => ({
    input,
    output,
    cache_read: cacheRead,
    cache_write: cacheWrite,
  });
  return {
    cost: {
      ...part(cost),
      ...(tiers && { tiers: tiers.map((tier) => ({ ...part(tier), tier: { size: tier.inputTokensAbove } })) }),
    },
    ...(!lowered && { limit: { context: contextWindow, output: maxTokens } }),
  };
}
