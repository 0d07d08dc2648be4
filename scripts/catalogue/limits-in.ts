import { z } from 'zod';

const modelsSchema = z.record(z.string(), z.object({ models: z.record(z.string(), z.unknown()) }));
const limitSchema = z.object({ limit: z.object({ context: z.number(), output: z.number() }) });

/** The window and the longest answer of a model in a publication of models.dev's form, in tokens; 0 where it has none. */
export function limitsIn(
  data: unknown,
): (id: string, model: string) => { readonly context: number; readonly output: number } {
  const providers = modelsSchema.parse(data);
  return (id, model) => limitSchema.safeParse(providers[id]?.models[model]).data?.limit ?? { context: 0, output: 0 };
}
