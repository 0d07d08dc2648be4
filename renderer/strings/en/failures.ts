/** What is said where the gateway itself said nothing that a person could use. */
export const failures = {
  noAnswer: 'The gateway did not answer. Check that Purser is running, then try again.',
  signedOut: 'This browser is not signed in. Open the login link that `purser serve --ui` printed.',
  inside: 'Something failed inside the gateway and nothing was changed. Try again; its log says more.',
};
