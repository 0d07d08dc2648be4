import type { LiveProtocol } from '../live-protocol.ts';
import { createGeminiTalk } from './talk.ts';

const PATH = /^\/?ws\/(google\.ai\.generativelanguage\.v1(?:alpha|beta)?\.GenerativeService\.BidiGenerateContent)$/;

/**
 * The Gemini Live API: its address stands beside the versions of the other endpoints. Source: ai.google.dev, API
 * reference, "Live API", 2026-11.
 */
export const geminiLive: LiveProtocol = {
  dialect: 'gemini',
  endpoint: 'BidiGenerateContent',
  matches: (path) => PATH.test(path),
  address: (baseUrl, path) => new URL(`/ws/${PATH.exec(path)?.[1] ?? ''}`, baseUrl),
  open: createGeminiTalk,
  // Its server says nothing on the way: it closes the session, with the reason.
  errorFrame: () => undefined,
};
