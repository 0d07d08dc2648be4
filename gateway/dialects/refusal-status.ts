import { STATUS_OF } from './dialect.ts';
import type { ErrorKind, RequestHeaders } from './dialect.ts';

/** A tool that puts words of its own about logins before the sentence, or in its place, when the status is 403. */
interface Reader {
  readonly tool: string;
  /** Identified by its headers, not by its connection: `purser run` and a sub-key set by hand make none. */
  readonly isIt: (headers: RequestHeaders) => boolean;
  /** With which it shows the sentence, and does not ask again. */
  readonly status: number;
  readonly evidence: string;
}

const startsWith = (value: RequestHeaders[string], start: string): boolean =>
  typeof value === 'string' && value.startsWith(start);

/**
 * Not here: OpenClaw (run: 2026.9.6, 2026-11-30), which shows a provider's sentence with no status and sends nothing
 * that names it. 403 is one request and a minute's pause, 402 ten minutes and "top up", 409 four requests, 400
 * "rejected the request schema".
 */
const READERS: readonly Reader[] = [
  {
    tool: 'claude-code',
    // Programs built with the Claude Agent SDK, too: they start the same binary.
    isIt: (headers) => startsWith(headers['user-agent'], 'claude-cli/'),
    status: 402,
    evidence:
      'run: 2.1.329, 2026-11-30. 403: "Failed to authenticate", in its terminal "Please run /login"; 402: "API ' +
      'Error: 402" and the sentence, one request; 400: six.',
  },
  {
    tool: 'copilot-cli',
    // Its user agent is that of the SDK inside. This one is of GitHub's own API, and it sends it to every provider:
    // `conversation-user`, in its program also `-subagent`, `-background`, `-compaction` and `-sampling`.
    isIt: (headers) => startsWith(headers['x-interaction-type'], 'conversation-'),
    status: 402,
    evidence:
      'run: 1.0.102, 2026-11-30, chat completions, responses and messages. 403: "Authentication failed with ' +
      'provider", without the sentence; 402: "402" and the sentence, one request.',
  },
];

/**
 * The HTTP status of a refusal for the client with these headers. Some tools take 403 for a bad login and say so to the
 * person, where they should say that a cap is used up: they get the status with which they show the sentence. All other
 * clients, the official SDKs too, get the one in {@link STATUS_OF}.
 */
export function statusFor(kind: ErrorKind, headers: RequestHeaders): number {
  const reader = kind === 'not-allowed' ? READERS.find(({ isIt }) => isIt(headers)) : undefined;
  return reader?.status ?? STATUS_OF[kind];
}
