import type { Keeping } from '../../bodies/bodies.ts';
import type { SocketResponse } from './socket-response.ts';

/** The same running response, with its frames recorded, one per line, if its agent's bodies are kept. */
export function keepSocketResponse(response: SocketResponse, keeping: Keeping | undefined): SocketResponse {
  if (!keeping) return response;
  return {
    ...response,
    see(type, data) {
      keeping.add(Buffer.from(`${data}\n`));
      return response.see(type, data);
    },
  };
}
