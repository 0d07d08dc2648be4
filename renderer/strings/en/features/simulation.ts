/** The dashboard at work on made-up data. */
export const simulation = {
  data: 'Simulated data',
  simulated: 'Simulated',
  means: 'Providers, agents and money on this page are made up. Pause and revoke as you like.',
  leave: 'Leave the simulation',
  start: 'See it with simulated data',
};
