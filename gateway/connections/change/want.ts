import { z } from 'zod';
import { FORMAT_IDS } from '../formats/formats.ts';
import type { FormatId } from '../formats/formats.ts';
import type { JsonValue, Path } from '../formats/json-value.ts';

/** The content that one file should have so that a tool uses Purser. `SUB_KEY_MARK` stands where the sub-key goes. */
export type FileWant =
  | {
      readonly kind: 'entries';
      readonly file: string;
      readonly format: FormatId;
      readonly entries: readonly WantedEntry[];
    }
  /** Lines of ours between marks, each ended, in a file that is a program or a list of assignments. */
  | { readonly kind: 'block'; readonly file: string; readonly lines: string }
  /** A file that is ours alone. */
  | { readonly kind: 'own'; readonly file: string; readonly text: string };

export interface WantedEntry {
  readonly at: Path;
  readonly value: JsonValue;
  /** Only where nothing stands yet: a new file needs it, and an old one has its own. */
  readonly ifAbsent?: boolean;
  /** In a list, before the person's own, where the format can: the tool takes the first. */
  readonly first?: boolean;
  /**
   * The tool itself changes it whenever it runs. Any value is right then, and is taken out as ours would be.
   */
  readonly anyValue?: boolean;
}

export const jsonValueSchema: z.ZodType<JsonValue> = z.lazy(() =>
  z.union([
    z.string(),
    z.number(),
    z.boolean(),
    z.null(),
    z.array(jsonValueSchema),
    z.record(z.string(), jsonValueSchema),
  ]),
);
const stepSchema = z.union([z.string(), z.number(), z.strictObject({ where: z.string(), is: z.string() })]);
export const pathSchema = z.array(stepSchema);

/**
 * One value that was set. `depth`: the length of the part of its path that was there before; `had`: a value was there
 * before, which is kept apart and sealed, because it may be the person's own key.
 */
const doneEditSchema = z.object({
  at: pathSchema,
  value: jsonValueSchema,
  depth: z.int(),
  had: z.boolean(),
  anyValue: z.boolean().optional(),
  first: z.boolean().optional(),
});
export type DoneEdit = Readonly<z.infer<typeof doneEditSchema>>;

/** The change that was made to one file, as it is recorded: templates, never the sub-key. */
export const doneFileSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('entries'),
    file: z.string(),
    format: z.enum(FORMAT_IDS),
    edits: z.array(doneEditSchema),
  }),
  z.object({ kind: z.literal('block'), file: z.string(), id: z.string(), lines: z.string() }),
  z.object({ kind: z.literal('own'), file: z.string(), text: z.string(), had: z.boolean() }),
]);
export type DoneFile = Readonly<z.infer<typeof doneFileSchema>>;

/**
 * The earlier values in the places of {@link DoneFile}: by edit for entries, the whole text for an own file. `source`
 * is the value in the person's own notation, with the comments inside; null where there was none or it cannot be put
 * back as text.
 */
const oldValueSchema = z.object({ value: jsonValueSchema, source: z.string().nullable() });
export const oldValuesSchema = z.array(oldValueSchema);
export type OldValue = Readonly<z.infer<typeof oldValueSchema>>;
export type OldValues = readonly OldValue[];
