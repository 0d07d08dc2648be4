import type { Medium, ModelAbilities } from '../../domain/model/model-abilities.ts';
import type { JsonObject, JsonValue } from '../formats/json-value.ts';
import type { ToolRoute } from '../tool-spec.ts';

/** The abilities of a model in the terms that most tools share. Unknown ones are undefined. */
export interface WrittenAbilities {
  /** Prompt and answer together, in tokens; the prompt alone where the two share no window. */
  readonly window: number | undefined;
  /** The longest prompt. */
  readonly prompt: number | undefined;
  /** The longest answer. Undefined also where it may fill the window: as a limit it would leave a prompt no room. */
  readonly answer: number | undefined;
  readonly reads: ModelAbilities['reads'];
  readonly thinks: boolean | undefined;
  readonly thinksAdaptively: boolean | undefined;
  readonly callsTools: boolean | undefined;
}

/** The abilities of a model as they are written into config files. */
export function abilitiesFor(route: ToolRoute, model: string): WrittenAbilities {
  const { context, input, output, reads, thinks, thinksAdaptively, callsTools } = route.abilitiesOf?.(model) ?? {};
  const window = context ?? input;
  const answer = output !== undefined && output > 0 && output !== window ? output : undefined;
  return { window, prompt: smaller(context, input), answer, reads, thinks, thinksAdaptively, callsTools };
}

/** Does it read this? Undefined where nobody knows. */
export function reads({ reads: media }: WrittenAbilities, medium: Medium): boolean | undefined {
  return media?.includes(medium);
}

/** An object of those fields that are known. */
export function known(fields: Readonly<Record<string, JsonValue | undefined>>): JsonObject {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
  );
}

function smaller(left: number | undefined, right: number | undefined): number | undefined {
  return left === undefined || right === undefined ? (left ?? right) : Math.min(left, right);
}
