// The procedures of measures of another owner, whose decisions a remedy may undo.
export const MEASURES = ['practice-licence', 'practitioner', 'drug-business'] as const;
