import { z } from 'zod';

/**
 * The content security policy forbids eval; without this zod tries it once and the console shows a violation. It
 * tries when the first schema is made, so this must be imported before anything that makes one.
 */
z.config({ jitless: true });
