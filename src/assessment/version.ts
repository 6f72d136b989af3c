/** The version of carboncard, as package.json has it: reports name it beside the edition of the factor tables. */
export const version = '0.1.0';
