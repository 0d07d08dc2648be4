/** The letters that names of models are written with. A name is matched, looked up, stored, and shown to a person. */
const MODEL_NAME = /^[\w.:/@+~-]{1,200}$/;

/** Beginnings of keys, logins and sub-keys: such a name is never kept, whatever field it came in. */
const SECRET = /^(?:sk-|sk_|AIza|gsk_|xai-|gh[opsu]_|github_pat_|hf_|r8_|pplx-|AKIA|eyJ)/;

/**
 * Longer names that begin so are no names of models: `xai-...` or `sk-...` of a dozen letters may be the name of a
 * deployment.
 */
const LEAST_SECRET = 20;

/** True for a possible name of a model. */
export function isModelName(name: unknown): name is string {
  return typeof name === 'string' && MODEL_NAME.test(name);
}

/** True for text that looks like a key, login or sub-key. */
export function beginsLikeSecret(text: string): boolean {
  return SECRET.test(text);
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
