import type { Dialect, ErrorKind } from '../dialect.ts';
import { asLetters, writeException, writeFrame } from './frames/write-frame.ts';

/** Source: Amazon Bedrock API reference, "Converse: errors"; the SDKs read the name from `code`. 2026-11. */
const NAME_OF = {
  'invalid-request': 'ValidationException',
  'unknown-sub-key': 'UnrecognizedClientException',
  'not-allowed': 'AccessDeniedException',
  'not-found': 'ResourceNotFoundException',
  'rate-limited': 'ThrottlingException',
  'too-large': 'ValidationException',
  'unsupported-encoding': 'ValidationException',
  'provider-unreachable': 'ServiceUnavailableException',
  'purser-fault': 'ServiceUnavailableException',
} as const satisfies Record<ErrorKind, string>;

/** Amazon Bedrock's runtime: Converse, and the bodies of single vendors. */
export const bedrock: Dialect = {
  id: 'bedrock',
  errorBody: (kind, reason, message) => JSON.stringify({ message, code: NAME_OF[kind], reason }),
  // Of the exceptions that a stream may have, this is the one that no SDK repeats.
  streamError: (reason, message) => asLetters(writeException('validationException', { message, reason })),
  // The SDKs ignore events that they do not know.
  heartbeat: () => asLetters(writeFrame('ping', {})),
};
