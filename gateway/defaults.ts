import { randomBytes } from 'node:crypto';
import { homedir } from 'node:os';
import type { Clock, Machine, Random } from './platform/ports.ts';

/** The loopback port tools are given, unless the person chooses another. */
export const DEFAULT_PORT = 4141;

/** Anthropic takes 32 MB, OpenAI less; above that a request is not one of theirs. */
export const MAX_BODY_BYTES = 32 * 1024 * 1024;

/** How long running requests may go on after a host was asked to stop. */
export const DRAIN_MS = 10_000;

/** Whoever starts Purser wants to work first; then it looks whether prices changed. */
export const PRICE_CHECK_AFTER_MS = 5 * 60_000;

export const systemClock: Clock = { now: () => Date.now() };

export const systemRandom: Random = { bytes: (count) => randomBytes(count) };

/** The person's time zone, as the system has it. */
export function systemTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** This machine, as the host that calls it sees it. */
export function systemMachine(): Machine {
  return { home: homedir(), platform: process.platform, env: { ...process.env } };
}
