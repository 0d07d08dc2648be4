/** A path, and why a provider's call there is not passed on, with the way out. */
export type NotServed = readonly (readonly [path: RegExp, why: string])[];

/** @returns undefined for a path that only is not known */
export function whyNotServedBy(sentences: NotServed): (path: string) => string | undefined {
  return (path) => sentences.find(([pattern]) => pattern.test(path))?.[1];
}

/** Source: ai.google.dev/gemini-api/docs, "File search" and "Pricing"; "Veo"; 2026-11. */
export const GEMINI_NOT_SERVED: NotServed = [
  [
    /(^|\/)fileSearchStores(\/|$)/,
    'A file search store is billed by what is embedded from a file, which nobody can tell from its bytes. Make it ' +
      'with a key of your own, and name it in requests here: searching it works.',
  ],
  [
    /:predict(LongRunning)?$/,
    'Pictures and film of this kind are billed by the piece or the second, for which there is no hold yet. Use a ' +
      'Gemini model that makes pictures, with :generateContent.',
  ],
  [
    /(^|\/)tunedModels(\/|$)/,
    'Training is billed by what it reads in a file, without a request that could be held to a cap. Start it with a ' +
      'key of your own.',
  ],
];

/** Source: docs.mistral.ai, "Agents" and "Pricing": their connectors have several prices; 2026-11. */
export const MISTRAL_NOT_SERVED: NotServed = [
  [
    /^(agents|conversations)(\/|$)/,
    'An agent of Mistral brings tools whose prices its pages give in two ways, and it chooses how often it uses ' +
      'them. Use chat/completions, with tools of your own.',
  ],
  [
    /^(fine_tuning|batch)(\/|$)/,
    'This is billed later, by what is in a file, without a request that could be held to a cap. Send the requests ' +
      'one by one.',
  ],
];
