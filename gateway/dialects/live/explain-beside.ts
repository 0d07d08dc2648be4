/** Calls that give a client a key, or a connection, which goes past Purser. */
const BESIDE: readonly (readonly [path: RegExp, what: string])[] = [
  [/^realtime\/(client_secrets|sessions|transcription_sessions)$/, 'A client secret'],
  [/^realtime\/translations\/client_secrets$/, 'A client secret'],
  [/^live\/(client_secrets|sessions)$/, 'A client secret'],
  [/^auth_tokens(:create)?$/, 'A token of its own'],
];
const CALLS = /^(realtime\/(calls|translations\/calls)|live\/calls)(\/|$)/;

/**
 * Explains why a call is refused that would open a way to the provider beside Purser, and the way through it.
 * @param path without the provider's name and the version
 */
export function explainBeside(path: string): string | undefined {
  const found = BESIDE.find(([pattern]) => pattern.test(path));
  if (found)
    return (
      `${found[1]} works at the provider itself, past Purser and its caps, so Purser lets none be made. Connect ` +
      `over a WebSocket to Purser, with the sub-key: ${wayOut(path)}`
    );
  if (CALLS.test(path))
    return (
      `A call over WebRTC or SIP goes past Purser and its caps, so Purser does not let one be made. Connect over a ` +
      `WebSocket to Purser, with the sub-key: ${wayOut(path)}`
    );
  return undefined;
}

function wayOut(path: string): string {
  return path.startsWith('auth_tokens')
    ? 'ai.live.connect with httpOptions.baseUrl ending in /gemini.'
    : 'the base URL that this tool has, with ws: for http:, and /realtime?model=gpt-realtime-2.';
}
