/** Sentences for failures of which the gateway itself said nothing that a person could use. */
export const failures = {
  noAnswer: 'The gateway did not answer. Check that Purser is running, then try again.',
  signedOut: {
    never: 'This browser is not logged in. Run `purser open` in a terminal.',
    'link-refused':
      'This login link was used already, is too old, or is not from this Purser. Run `purser open` in a ' +
      'terminal for another one.',
    ended:
      'This browser is not logged in any more: its session was ended, or went unused for too long. To go on, run ' +
      '`purser open` in a terminal.',
    left: 'You are logged out here. To come back, run `purser open` in a terminal.',
  },
  inside: 'The gateway failed, and nothing was changed. Try again; its log says more.',
};
