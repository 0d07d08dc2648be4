import { parseCap } from '../../shared/cap.ts';
import type { Cap } from '../../shared/cap.ts';
import type { Policy } from '../../shared/policy.ts';
import type { Range, Rhythm } from './past/rhythm.ts';

/** The spending of one simulated agent. Ranges are `[least, most]`, drawn anew for each request. */
export interface AgentPlan {
  readonly name: string;
  readonly kind: 'openai' | 'anthropic';
  /** One is drawn for each request. */
  readonly models: readonly string[];
  readonly stream: boolean;
  readonly caps: readonly Cap[];
  /** Rules of its sub-key beside the caps. */
  readonly policy?: Policy;
  /** Size of its requests, in bytes. */
  readonly promptBytes: Range;
  /** Its output limit, in tokens. */
  readonly maxTokens: number;
  /** Pause between the end of a reply and the next request. */
  readonly restMs: Range;
  /** How it worked before; left out: it has only just been added. */
  readonly rhythm?: Rhythm;
  /** Its sub-key is taken while the person looks. */
  readonly leaks?: true;
}

const [WEBSHOP, API, SITE, DOCS] = ['webshop', 'orders-api', 'website', 'handbook'].map((name) => `/simulated/${name}`);
const projects = (...folders: readonly (string | undefined)[]): readonly string[] =>
  folders.filter((folder) => folder !== undefined);

/**
 * Six agents of one developer. The night batch uses up its cap within about half a minute, the docs writer has to ask,
 * and the sub-key of the release script leaks.
 */
export const AGENT_PLANS: readonly AgentPlan[] = [
  {
    name: 'Claude Code',
    kind: 'anthropic',
    models: ['claude-opus-5-5', 'claude-sonnet-5', 'claude-haiku-4-5'],
    stream: true,
    caps: capsOf('10/day', '150/month'),
    promptBytes: [8_000, 80_000],
    maxTokens: 2_000,
    restMs: [3_000, 9_000],
    rhythm: {
      weekday: [3, 5],
      weekend: [0, 1],
      hours: [9, 17],
      requests: [6, 17],
      restSeconds: [10, 140],
      contextTokens: [14_000, 34_000],
      growTokens: [1_200, 7_000],
      outputTokens: [120, 1_500],
      caches: true,
      eras: [
        { untilDaysAgo: 47, models: ['claude-sonnet-4-5', 'claude-sonnet-4-5', 'claude-haiku-4-5'] },
        { untilDaysAgo: 21, models: ['claude-sonnet-5', 'claude-sonnet-5', 'claude-haiku-4-5'] },
        { untilDaysAgo: 0, models: ['claude-sonnet-5', 'claude-opus-5-5', 'claude-sonnet-5', 'claude-haiku-4-5'] },
      ],
      projects: projects(WEBSHOP, WEBSHOP, API, SITE),
      atWork: true,
    },
  },
  {
    name: 'Codex',
    kind: 'openai',
    models: ['gpt-5.3-codex', 'gpt-5.3-codex', 'gpt-5-mini'],
    stream: true,
    caps: capsOf('4/day', '60/month'),
    promptBytes: [6_000, 40_000],
    maxTokens: 1_500,
    restMs: [4_000, 12_000],
    rhythm: {
      weekday: [2, 4],
      weekend: [0, 1],
      hours: [10, 18],
      requests: [6, 16],
      restSeconds: [12, 160],
      contextTokens: [10_000, 22_000],
      growTokens: [500, 3_500],
      outputTokens: [150, 1_300],
      caches: true,
      eras: [
        { untilDaysAgo: 62, models: ['gpt-5', 'gpt-5-mini'] },
        { untilDaysAgo: 0, models: ['gpt-5.3-codex', 'gpt-5.3-codex', 'gpt-5-mini'] },
      ],
      projects: projects(API, API, WEBSHOP),
      atWork: true,
    },
  },
  {
    name: 'OpenCode',
    kind: 'anthropic',
    models: ['claude-sonnet-5', 'claude-haiku-4-5'],
    stream: true,
    caps: capsOf('3/day'),
    promptBytes: [5_000, 30_000],
    maxTokens: 1_200,
    restMs: [9_000, 25_000],
    rhythm: {
      weekday: [0, 2],
      weekend: [1, 3],
      hours: [19, 22],
      requests: [6, 18],
      restSeconds: [15, 120],
      contextTokens: [9_000, 24_000],
      growTokens: [900, 5_000],
      outputTokens: [100, 900],
      caches: true,
      eras: [
        { untilDaysAgo: 30, models: ['claude-haiku-4-5'] },
        { untilDaysAgo: 0, models: ['claude-haiku-4-5', 'claude-sonnet-5'] },
      ],
      projects: projects(SITE),
    },
  },
  {
    name: 'Docs writer',
    kind: 'openai',
    models: ['gpt-5'],
    stream: true,
    caps: capsOf('1/day'),
    policy: { onCap: 'ask' },
    promptBytes: [16_000, 30_000],
    maxTokens: 1_500,
    restMs: [20_000, 40_000],
    rhythm: {
      weekday: [1, 2],
      weekend: [0, 0],
      hours: [14, 16],
      requests: [3, 9],
      restSeconds: [30, 200],
      contextTokens: [5_000, 9_000],
      growTokens: [500, 2_000],
      outputTokens: [400, 1_600],
      caches: false,
      eras: [{ untilDaysAgo: 0, models: ['gpt-5'] }],
      projects: projects(DOCS),
      leavesToday: 2_000_000,
    },
  },
  {
    name: 'Release script',
    kind: 'anthropic',
    models: ['claude-haiku-4-5'],
    stream: false,
    caps: capsOf('2/day'),
    promptBytes: [4_000, 16_000],
    maxTokens: 800,
    restMs: [15_000, 30_000],
    rhythm: {
      weekday: [0, 1],
      weekend: [0, 0],
      hours: [16, 17],
      requests: [4, 8],
      restSeconds: [5, 20],
      contextTokens: [6_000, 20_000],
      growTokens: [0, 900],
      outputTokens: [300, 1_200],
      caches: false,
      eras: [{ untilDaysAgo: 0, models: ['claude-haiku-4-5'] }],
      projects: projects(WEBSHOP, API),
    },
    leaks: true,
  },
  {
    name: 'Night batch',
    kind: 'openai',
    models: ['gpt-5'],
    stream: false,
    caps: capsOf('0.10/day'),
    // Small requests: the last one leaves so little of the cap that the page calls it used up.
    promptBytes: [150, 400],
    maxTokens: 1_000,
    restMs: [200, 500],
    rhythm: {
      weekday: [1, 1],
      weekend: [1, 1],
      hours: [2, 2],
      requests: [9, 22],
      restSeconds: [1, 6],
      contextTokens: [60, 900],
      growTokens: [0, 20],
      outputTokens: [300, 900],
      caches: false,
      eras: [
        { untilDaysAgo: 62, models: ['gpt-5-mini'] },
        { untilDaysAgo: 0, models: ['gpt-5'] },
      ],
      projects: projects(API),
      restsToday: true,
    },
  },
];

function capsOf(...texts: readonly string[]): readonly Cap[] {
  return texts.map((text) => {
    const cap = parseCap(text);
    if (cap === undefined) throw new Error(`not a cap: ${text}`);
    return cap;
  });
}
