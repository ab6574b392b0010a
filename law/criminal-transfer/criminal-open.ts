/** N4 47(2), O310 11: the police have it, or whether they take it is not settled yet. */
export const CRIMINAL_OPEN = ['criminal-open'] as const;
