import type { TokenBound, TokenUsage } from '../usage.ts';

/**
 * A container that runs code is billed by its time, five minutes at least. No reply says how long it ran: from the
 * request until it ends, and until an idle container is given up. Source: platform.claude.com, "Pricing: code execution
 * tool" and "Programmatic tool calling: container lifecycle" (4.5 minutes), as of 2026-11.
 */
const LEAST_SECONDS = 300;
const IDLE_SECONDS = 270;
/**
 * Hardly any answer takes longer: there are ten rounds, and one piece of code runs for ninety seconds at most. Source:
 * claudelab.net, "Surviving the 90-Second Code Execution Cell Limit", 2026-06.
 */
const LONGEST_ANSWER_SECONDS = 3_600;

/** The container time that a request is held for, and what is billed at least where it was used, in seconds. */
export const CONTAINER_SECONDS = { least: LEAST_SECONDS, most: LONGEST_ANSWER_SECONDS + IDLE_SECONDS } as const;

/** The longest time that a container can have run for a request that began so many milliseconds ago, in seconds. */
export function containerSecondsBy(elapsedMs: number): number {
  return Math.max(LEAST_SECONDS, Math.ceil(elapsedMs / 1_000) + IDLE_SECONDS);
}

/** True for a usage whose cost is known to its bound only, because it has the time of a container. */
export function isTimed({ parts }: TokenUsage): boolean {
  return (parts?.containerSeconds ?? 0) > 0;
}

/** The usage of a request that has ended, with the time of its container, where it had one. */
export function withContainerTime(usage: TokenUsage, elapsedMs: number): TokenUsage {
  if (!isTimed(usage)) return usage;
  return { ...usage, parts: { ...usage.parts, containerSeconds: containerSecondsBy(elapsedMs) } };
}

/** The bound of a request that runs, with the container time that it may have taken by now, where it may have one. */
export function boundContainerTime(bound: TokenBound, elapsedMs: number): TokenBound {
  if ((bound.extras?.containerSeconds ?? 0) === 0) return bound;
  return { ...bound, extras: { ...bound.extras, containerSeconds: containerSecondsBy(elapsedMs) } };
}
