/** How hard a new vault's passphrase must be to guess: 3 of 4, "safely unguessable" offline behind a slow hash. */
const LEAST_SCORE = 3;
/** The estimate takes longer with every letter, and nobody guesses what is as long as this. */
const MOST_LETTERS = 128;

/**
 * Says why a passphrase is too easy to guess for a vault, and what would make it better. Whoever copies the vault's
 * file can guess as long as they like.
 * @returns undefined for one that will do
 */
export async function explainWeakPassphrase(passphrase: string): Promise<string | undefined> {
  // Megabytes of words, for the one moment in which a vault is made; nothing of it stays.
  const [{ ZxcvbnFactory }, common, english] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-en'),
  ]);
  const strength = new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...english.dictionary },
    graphs: common.adjacencyGraphs,
    translations: english.translations,
  });
  const { score, feedback } = strength.check(passphrase.normalize('NFKC').slice(0, MOST_LETTERS));
  if (score >= LEAST_SCORE) return undefined;
  return [
    'That passphrase is too easy to guess.',
    ...[feedback.warning ?? '', ...feedback.suggestions].filter((sentence) => sentence !== '').map(asSentence),
    'Four or five words that have nothing to do with each other make a good one.',
  ].join(' ');
}

function asSentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
