/** A value as a policy file has it. */
export type Written = string | number | boolean | null | readonly Written[] | { readonly [name: string]: Written };
