// The fraud of a party is found once for each penalty: graver facts raise the grade of what was found, so that no owner is asked, and no
// limit runs, twice.
export const FOUND_ALREADY = {
  code: 'FOUND_ALREADY',
  refusal: [
    '已有该项认定，请在该认定中办理；情节更重的，改认定为情节特别严重（raise-grade）',
    'It was found already: go on in that finding; graver facts raise its grade (raise-grade)',
  ],
} as const;

/** What was withdrawn stands no more. */
const OF_THE_PENALTY = { procedure: 'verified-finding', of: 'children', ever: true } as const;

/** Asked where the gravity of a penalty is found. What was closed as serious may be found especially serious. */
export const NOT_FOUND_ALREADY = {
  'gravity-not-found-already': {
    ...FOUND_ALREADY,
    if: {
      anyOf: [
        { noneOpen: { ...OF_THE_PENALTY, besides: ['withdrawn'] } },
        {
          allOf: [
            { field: { name: 'findingGrade', is: 'especially-serious', now: true } },
            { noneOpen: { ...OF_THE_PENALTY, besides: ['withdrawn', 'closed-serious'] } },
          ],
        },
      ],
    },
    title: ['本处罚尚未认定该情节时', 'where its gravity was not found with this penalty yet'],
  },
} as const;
