/** A value as a policy file has it. */
export type Written = string | number | readonly Written[] | { readonly [name: string]: Written };
