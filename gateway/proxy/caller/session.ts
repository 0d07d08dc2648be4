import type { IncomingHttpHeaders } from 'node:http';
import type { JsonObject } from '../../dialects/dialect.ts';
import { beginsLikeSecret } from '../../domain/policy/check-model-name.ts';

/**
 * The headers in which tools put the id of a request's conversation. Source: requests of Claude Code, Codex, OpenCode
 * and Kilo as they were recorded.
 */
const HEADERS = [
  'x-claude-code-session-id',
  'session-id',
  'session_id',
  'x-session-id',
  'x-session-affinity',
  'thread-id',
] as const;

/** Random ids look like this; anything else is somebody's text and none of our business. */
const ID = /^[A-Za-z0-9][A-Za-z0-9._:-]{3,99}$/;

/**
 * Reads the tool's own id of the conversation, so that its requests can be shown together.
 * @returns null when it sends none
 */
export function sessionOf(headers: IncomingHttpHeaders, body: JsonObject): string | null {
  const candidates = [
    ...HEADERS.map((name) => headers[name]),
    body['prompt_cache_key'],
    ...fromMetadata(body['metadata']),
  ];
  return (
    candidates.find(
      (value): value is string => typeof value === 'string' && ID.test(value) && !beginsLikeSecret(value),
    ) ?? null
  );
}

/** Anthropic's `user_id` may also contain account and device: only the session is taken. */
function fromMetadata(metadata: unknown): readonly unknown[] {
  const userId: unknown = Reflect.get(Object(metadata), 'user_id');
  const inUserId =
    typeof userId === 'string' ? /session(?:_id":\s*"|_)([A-Za-z0-9-]{4,99})/.exec(userId)?.[1] : undefined;
  return [Reflect.get(Object(metadata), 'sessionId'), Reflect.get(Object(metadata), 'session_id'), inUserId];
}
