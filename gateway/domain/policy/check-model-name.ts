import { keyShapeOf } from '../../../shared/providers/key-shapes.ts';

/** The letters that names of models are written with. A name is matched, looked up, stored, and shown to a person. */
const MODEL_NAME = /^[\w.:/@+~-]{1,200}$/;

/**
 * Longer names that begin so are no names of models: `xai-...` or `sk-...` of a dozen letters may be the name of a
 * deployment.
 */
const LEAST_SECRET = 20;

/** True for a possible name of a model. */
export function isModelName(name: unknown): name is string {
  return typeof name === 'string' && MODEL_NAME.test(name);
}

/** True for what begins like a key, a login or a sub-key: none of these is ever kept, whatever field it came in. */
export function beginsLikeSecret(text: string): boolean {
  return keyShapeOf(text) !== undefined;
}

/**
 * Explains what is wrong with a model's name as a tool sent it, in a sentence that does not repeat it.
 * @returns undefined for a good name
 */
export function explainModelName(name: string): string | undefined {
  if (name.length >= LEAST_SECRET && beginsLikeSecret(name)) {
    return (
      'The name of the model looks like a key. Purser keeps no keys in its records, so it refuses this; look ' +
      "which of the tool's settings were mixed up."
    );
  }
  if (MODEL_NAME.test(name)) return undefined;
  if (name.length > 200) return `The name of the model has ${name.length} characters; 200 is the most.`;
  return (
    "The name of the model has characters that no model's name has. Letters, digits and . : / @ + ~ _ - may be " +
    'in it.'
  );
}
