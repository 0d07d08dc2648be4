import { z } from 'zod';

/** What a server says of a tool. Unknown fields are kept: they are passed on, and a change of them counts. */
const offeredToolSchema = z.looseObject({
  // A name with `*` or `?` would be a pattern in the policies that name it.
  name: z
    .string()
    .max(200)
    .regex(/^[^*?]+$/),
  title: z.string().optional(),
  description: z.string().optional(),
  inputSchema: z.looseObject({ type: z.literal('object') }),
  annotations: z
    .looseObject({
      title: z.string().optional(),
      readOnlyHint: z.boolean().optional(),
      destructiveHint: z.boolean().optional(),
    })
    .optional(),
});
export type OfferedTool = z.infer<typeof offeredToolSchema>;

/** A description that is longer is no description: it would fill the context of every agent. */
const MOST_LETTERS = 64_000;

/** @returns undefined for what is no tool, or is longer than any */
export function readOfferedTool(value: unknown): OfferedTool | undefined {
  const read = offeredToolSchema.safeParse(value);
  return read.success && JSON.stringify(read.data).length <= MOST_LETTERS ? read.data : undefined;
}
