// N4 14, SAMR2 18: whoever has a lead of another department, of whatever procedure, checks it and decides on filing within fifteen
// working days of receiving it. What each procedure calls the steps is its own.
import type { ConditionLiteral } from './define-procedure.ts';

type Steps<R extends string, C extends string> = {
  readonly receiver: R;
  /** What brings it to the receiver, and what says whether it is filed. */
  readonly sends: readonly C[];
  readonly decides: readonly C[];
  /** What makes it pointless. */
  readonly ends: readonly C[];
  readonly prolongs: C;
};

/**
 * O310 3: a crime goes to the police. Whoever begins the transfer, by whatever command, has decided on what it checked, unless it is not
 * transferred after all: then the days go on as if they had not ended.
 */
export const CRIME_SUSPECTED = 'crime-suspected';
export const DECIDED_BY_TRANSFER = { stopsOnMark: CRIME_SUSPECTED } as const;

export const VERIFICATION_BASIS = [
  { act: 'N4', article: '14' },
  { act: 'SAMR2', article: '18' },
] as const satisfies ConditionLiteral['basis'];

/** No side closes what the receiver still owes a decision on filing of. */
export const FILING_DECIDED = {
  'filing-was-decided': {
    if: { ended: ['clue-verify', 'smr-verify'] },
    title: ['接收机关已决定是否立案后', 'once the receiver decided on filing'],
    code: 'FILING_UNDECIDED',
    refusal: [
      '接收机关尚未决定是否立案，应当先立案或者决定不予立案',
      'The receiver has not decided on filing yet: it files the case or declines first',
    ],
    basis: [...VERIFICATION_BASIS],
  },
} as const satisfies Record<string, ConditionLiteral>;

/** N4 14 alone: where only a bureau receives. */
export const bureauVerificationClock = <const R extends string, const C extends string>(
  steps: Steps<R, C>,
) => {
  const { 'clue-verify': verified } = verificationClock(steps);
  return { 'clue-verify': verified } as const;
};

export const verificationClock = <const R extends string, const C extends string>({
  receiver,
  sends,
  decides,
  ends,
  prolongs,
}: Steps<R, C>) => {
  const verified = {
    startsOn: sends,
    stopsOn: decides,
    obliges: receiver,
    mootOn: ends,
    extendsOn: prolongs,
    runsFrom: 'receipt',
    ...DECIDED_BY_TRANSFER,
  } as const;
  // Of the two the one runs that obliges the kind of department the receiver is.
  return { 'clue-verify': verified, 'smr-verify': verified } as const;
};
