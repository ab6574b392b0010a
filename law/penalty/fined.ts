// What bars a second fine for the same act (CF 29): left by a fine, and gone with it.
export const FINED = ['administratively-fined'] as const;
