import { endWithParent } from './end-with-parent.ts';

/** Says who it is, then runs until it is asked to stop. */
endWithParent();
process.on('SIGTERM', () => {
  console.log('asked to stop');
  // Long enough to be asked again.
  setTimeout(() => process.exit(0), 2_500);
});
setInterval(() => undefined, 60_000);
console.log('runs');
