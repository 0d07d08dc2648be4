import { parseCap } from '../../shared/cap.ts';
import type { Cap } from '../../shared/cap.ts';

/** The spending of one simulated agent. Ranges are `[least, most]`, drawn anew for each request. */
export interface AgentPlan {
  readonly name: string;
  readonly kind: 'openai' | 'anthropic';
  /** One is drawn for each request. */
  readonly models: readonly string[];
  readonly stream: boolean;
  readonly caps: readonly Cap[];
  /** Size of its requests, in bytes. */
  readonly promptBytes: readonly [number, number];
  /** Its output limit, in tokens. */
  readonly maxTokens: number;
  /** Pause between the end of a reply and the next request. */
  readonly restMs: readonly [number, number];
  /** False for one that begins when the person begins to look. */
  readonly hasPast: boolean;
}

/** The last one has a cap it uses up within about half a minute, so that a newcomer sees a cap at work. */
export const AGENT_PLANS: readonly AgentPlan[] = [
  {
    name: 'Claude Code',
    kind: 'anthropic',
    models: ['claude-opus-5-5', 'claude-sonnet-5', 'claude-haiku-4-5'],
    stream: true,
    caps: capsOf('10/day'),
    promptBytes: [8_000, 80_000],
    maxTokens: 2_000,
    restMs: [3_000, 9_000],
    hasPast: true,
  },
  {
    name: 'Codex',
    kind: 'openai',
    models: ['gpt-5.3-codex', 'gpt-5.3-codex', 'gpt-5-mini'],
    stream: true,
    caps: capsOf('4/day', '20/total'),
    promptBytes: [6_000, 40_000],
    maxTokens: 1_500,
    restMs: [4_000, 12_000],
    hasPast: true,
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
    hasPast: false,
  },
];

function capsOf(...texts: readonly string[]): readonly Cap[] {
  return texts.map((text) => {
    const cap = parseCap(text);
    if (cap === undefined) throw new Error(`not a cap: ${text}`);
    return cap;
  });
}
