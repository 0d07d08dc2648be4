/** Buttons of notices; the sentences are the gateway's own. */
export const notices = {
  pause: (agent: string) => `Pause ${agent}`,
  /** The button of the question whether a provider stops when its stream is left. */
  sayWhich: 'Choose',
  seeRequests: 'See its requests',
  resume: (agent: string) => `Resume ${agent}`,
};
