import type { Extra } from '../../domain/usage.ts';
import { IMAGE_TOKENS } from '../openai-models.ts';
import {
  LONGEST_PROMPT,
  MOST_READ,
  NO_SVG,
  isSize,
  READ_TOKENS,
  TOOL_MODEL,
  tokensOfPicture,
} from '../openai-pictures.ts';
import type { AskFault, JsonObject, OtherPass } from '../dialect.ts';
import { eachObject, isObject } from '../json/read-json.ts';

/** The most that one picture of a tool is billed, at its own model. */
export interface PictureTool {
  readonly model: string;
  /** Most tokens of one picture. */
  readonly output: number;
}

/** The most that a call of such a tool can cost and bring. */
interface PictureBound {
  readonly extras: Partial<Readonly<Record<Extra, number>>>;
  /** In tokens, for the next round. */
  readonly content: number;
  readonly picture: PictureTool;
}

/** Pictures by another model, which the tool may name. Source: OpenAI API reference, "Image generation tool". */
export function boundPicture(tool: JsonObject): PictureBound | AskFault {
  const { model: named, output_format: format, size } = tool;
  if (format === 'svg') return { fault: 'unbounded', message: NO_SVG };
  if (!isSize(size))
    return { fault: 'malformed', message: 'The "size" of a picture must be "auto" or such as "1024x1024".' };
  const model = typeof named === 'string' && named !== '' ? named : TOOL_MODEL;
  // The model sees what it has drawn in its next round.
  return { extras: {}, content: IMAGE_TOKENS, picture: { model, output: tokensOfPicture(model, tool) } };
}

/**
 * The drawing of so many pictures, each by itself: the prompt, and the pictures that it may be made from.
 * @param isKnown false where an earlier response may have pictures that are not in this body
 */
export function picturePasses(
  { model, output }: PictureTool,
  { body, calls, isKnown }: { readonly body: JsonObject; readonly calls: number; readonly isKnown: boolean },
): readonly OtherPass[] {
  const given = isKnown ? countPictures(body['input']) : MOST_READ;
  return Array.from({ length: calls }, (_, drawn) => {
    // A mask may be one more.
    const read = Math.min(MOST_READ, given + drawn) + 1;
    return {
      kind: 'picture',
      model,
      input: LONGEST_PROMPT + read * READ_TOKENS,
      output,
      cacheWrites: 'none',
      media: ['image'],
    };
  });
}

function countPictures(input: unknown): number {
  let count = 0;
  for (const part of eachObject(input))
    if (/^(input_image|computer_screenshot|image_generation_call)$/.test(String(part['type']))) count += 1;
  return count;
}

/** The model that draws, by the tools of a request or of its reply. @returns undefined where there is no such tool */
export function pictureModelOf(tools: unknown): string | undefined {
  const all: readonly unknown[] = Array.isArray(tools) ? tools : [];
  const tool = all.filter(isObject).find(({ type }) => type === 'image_generation');
  if (!tool) return undefined;
  return typeof tool['model'] === 'string' && tool['model'] !== '' ? tool['model'] : TOOL_MODEL;
}
