import type { Keeping } from '../../bodies/bodies.ts';
import type { Flight } from './flight.ts';

/** The same response under way, with its frames taken down, a line each, where its agent's bodies are kept. */
export function heardFlight(flight: Flight, keeping: Keeping | undefined): Flight {
  if (!keeping) return flight;
  return {
    ...flight,
    see(type, data) {
      keeping.hear(Buffer.from(`${data}\n`));
      return flight.see(type, data);
    },
  };
}
