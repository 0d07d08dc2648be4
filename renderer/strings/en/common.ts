/** Words that mean the same wherever they stand. */
export const common = {
  cancel: 'Cancel',
  undo: 'Undo',
  dismiss: 'Dismiss',
};
