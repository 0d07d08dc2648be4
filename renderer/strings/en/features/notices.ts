/** What the gateway wants a person to see; its sentences are its own. */
export const notices = {
  pause: (agent: string) => `Pause ${agent}`,
  /** Whether a provider stops when its stream is left. */
  sayWhich: 'Say which',
  seeRequests: 'See its requests',
  resume: (agent: string) => `Resume ${agent}`,
};
