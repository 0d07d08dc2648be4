/** What the gateway wants a person to see; its sentences are its own. */
export const notices = {
  pause: (agent: string) => `Pause ${agent}`,
  resume: (agent: string) => `Resume ${agent}`,
};
