import type { ProviderKind } from '../../shared/providers/provider-records.ts';

/** Where a recorded request went: the provider record that Purser needs for it. */
export interface Home {
  /** As the record is called, and as a path on the gateway begins. */
  readonly name: string;
  readonly kind: ProviderKind;
  /** Its base URL; undefined for the vendor's own. */
  readonly baseUrl: string | undefined;
  /** The end of an SDK's base URL on the gateway. */
  readonly suffix: '/v1' | '';
  /** The beginnings of the path at the provider, the longest first: two vendors have the same at two. */
  readonly prefixes: readonly string[];
  /** The provider's id in the price library; undefined where only a person's own prices count. */
  readonly library: string | undefined;
}

type Vendor = readonly [host: RegExp, home: Omit<Home, 'baseUrl' | 'name'> & { readonly name?: string }, base?: string];

const openAiLike = (
  kind: ProviderKind,
  library: string | undefined,
  ...prefixes: readonly string[]
): Omit<Home, 'baseUrl' | 'name'> => ({ kind, library, prefixes, suffix: '/v1' });

/** Its own API and the compatible one are at the same server. */
const OLLAMA: Omit<Home, 'baseUrl' | 'name'> = { kind: 'ollama', library: undefined, prefixes: [''], suffix: '' };

/** `base` is the path of the base URL where the vendor has no address of its own, or its record does not know it. */
const VENDORS: readonly Vendor[] = [
  [/^api\.openai\.com$/, openAiLike('openai', 'openai', '/v1')],
  [/^api\.anthropic\.com$/, { kind: 'anthropic', library: 'anthropic', prefixes: [''], suffix: '' }],
  [/^generativelanguage\.googleapis\.com$/, { kind: 'gemini', library: 'google', prefixes: [''], suffix: '' }],
  [
    /(^|-)aiplatform\.googleapis\.com$/,
    { kind: 'gemini', name: 'vertex', library: 'google', prefixes: [''], suffix: '' },
    '',
  ],
  [/^openrouter\.ai$/, openAiLike('openrouter', 'openrouter', '/api/v1')],
  [/^api\.groq\.com$/, openAiLike('groq', 'groq', '/openai/v1')],
  [/^api\.mistral\.ai$/, openAiLike('mistral', 'mistral', '/v1')],
  [/^api\.deepseek\.com$/, openAiLike('deepseek', 'deepseek', '/v1', '')],
  [/^api\.cerebras\.ai$/, openAiLike('cerebras', 'cerebras', '/v1')],
  [/^api\.z\.ai$/, openAiLike('zai', 'zai', '/api/paas/v4')],
  [/^api\.x\.ai$/, openAiLike('xai', 'x-ai', '/v1')],
  [/^api\.together\.(xyz|ai)$/, openAiLike('together', 'together', '/v1')],
  [/^api\.fireworks\.ai$/, openAiLike('fireworks', 'fireworks', '/inference/v1')],
  [/^api\.moonshot\.(ai|cn)$/, openAiLike('moonshot', 'moonshotai', '/v1')],
  [/^api\.perplexity\.ai$/, openAiLike('perplexity', 'perplexity', '')],
  [/^dashscope(-intl|-us)?\.aliyuncs\.com$/, openAiLike('qwen', undefined, '/compatible-mode/v1')],
  [
    /\.(openai\.azure|services\.ai\.azure|cognitiveservices\.azure)\.com$/,
    { kind: 'azure', library: 'azure', prefixes: [''], suffix: '' },
    '',
  ],
  [/^ollama\.com$/, OLLAMA, ''],
  [/^localhost$|^127\.0\.0\.1$/, OLLAMA, ''],
];

/** The ends of a path of OpenAI's protocol; before them stands the base URL. */
const OPENAI_PATH = /\/(chat\/completions|completions|responses|embeddings|models|available-models)(\/.*)?$/;

/** Finds the provider record that a recorded request needs. A host of no vendor is a server of the person's own. */
export function homeOf(url: URL): Home {
  for (const [host, { name, ...home }, base] of VENDORS) {
    if (!host.test(url.hostname)) continue;
    const named = name ?? (home.kind === 'azure' || url.hostname === 'ollama.com' ? nameOf(url.hostname) : home.kind);
    return { ...home, name: named, baseUrl: base === undefined ? undefined : `${url.origin}${base}` };
  }
  const prefix = url.pathname.replace(OPENAI_PATH, '');
  const base = prefix === url.pathname ? '' : prefix;
  return {
    kind: 'custom-openai',
    name: nameOf(`${url.hostname}${base}`),
    baseUrl: `${url.origin}${base}`,
    suffix: '/v1',
    prefixes: [base],
    library: undefined,
  };
}

/** A name that the contract takes: at most 32 small letters, digits and dashes. */
function nameOf(text: string): string {
  return `at-${text.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`.slice(0, 32).replace(/-$/, '');
}
