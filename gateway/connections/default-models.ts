import type { Family } from './tool-spec.ts';

/**
 * Models a tool is offered when the person names none: ones whose price Purser knows (a test keeps that true), best
 * first.
 */
export const DEFAULT_MODELS: Readonly<Record<Family, readonly string[]>> = {
  anthropic: ['claude-sonnet-5', 'claude-opus-5-5', 'claude-haiku-4-5'],
  openai: ['gpt-6-sol', 'gpt-6-luna', 'gpt-5.4-mini'],
  gemini: ['gemini-3.8-flash', 'gemini-3.1-pro-preview'],
};
