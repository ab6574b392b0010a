// What a penalty procedure of one organ says beside the course of all: its law and its limits.
import type { Body } from '../../schemas/ids.ts';
import type { LegalBasis } from '../../schemas/time-limit.ts';
import type { ProcedureLiteral } from '../define-procedure.ts';
import type { MattersOf } from '../liability/matters.ts';
import type { ImposedKinds } from './imposed-kinds.ts';

export type Literal = ProcedureLiteral<string, string, string, string, string>;
export type On = NonNullable<Literal['states'][string]['on']>;
export type Clocks = Literal['clocks'];

/** What need not be counted in the ninety days, by the commands between which it goes on. */
export const LEFT_OUT = {
  'expert-review': { from: 'begin-expert-review', to: 'end-expert-review' },
  appraisal: { from: 'begin-appraisal', to: 'end-appraisal' },
  // From the day the party asks for it: the organ can decide nothing before it was held (CF 64).
  hearing: { from: 'request-hearing', to: 'end-hearing' },
  'public-notice': { from: 'begin-public-notice', to: 'end-public-notice' },
  'price-refund': { from: 'order-price-refund', to: 'end-price-refund' },
  suspension: { from: 'suspend-investigation', to: 'resume-investigation' },
} as const;

/** What an organ's own law adds to the course, and which limits are its own. */
export type PenaltyLaw = {
  procedure: string;
  title: Literal['title'];
  inForce: Literal['inForce'];
  basis: readonly LegalBasis[];
  organ: Body;
  /** The kinds of penalty that it may impose. */
  kinds: ImposedKinds;
  /** What it punishes, each by its own law. */
  matters: MattersOf;
  /** Verification of the clue, whether its limit may be prolonged, and what is not counted in it. */
  verify: { limit: string; isExtended: boolean; leavesOut?: readonly 'appraisal'[] };
  /** The ninety days: whether they may be prolonged, what is not counted in them, and what else decides. */
  decision: {
    limit: string;
    isExtended: boolean;
    leavesOut: readonly (keyof typeof LEFT_OUT)[];
    /** Mark of another proceeding by which it is decided: the matter went where its law sends it. */
    madeBy?: string;
  };
  /** Whether its law knows the suspension of an investigation. */
  isSuspended: boolean;
  /** Limit of the legal review, and whether it may be prolonged. */
  legalReview?: string;
  serve: string;
  publish: string;
  /** Conditions under which a decision is published, where not every one is. */
  publishWhere?: readonly string[];
  withdrawPublication: string;
  /** Limits of what was taken in cash: to the organ, and into the bank. */
  cash: { toOrgan: string; toBank: string };
  close?: string;
  own?: {
    roles?: Literal['roles'];
    fields?: Literal['fields'];
    papers?: Literal['papers'];
    conditions?: Literal['conditions'];
    commands?: Literal['commands'];
    /** Those of them by which an officer handles the case before it is reviewed. */
    handledBy?: readonly string[];
    /** What its decisions may say beside. */
    decides?: readonly string[];
    /** What must hold for its decisions too. */
    decidesWhen?: Partial<Record<(typeof ALL_DECISIONS)[number], readonly string[]>>;
    opensOn?: Literal['opensOn'];
    results?: Literal['results'];
    /** Its decisions that say the amount of a fine beside that of the course. */
    fines?: readonly string[];
    states?: Literal['states'];
    /** What it offers beside in the states of the course. */
    on?: Readonly<Record<string, On>>;
    always?: On;
    clocks?: Clocks;
    counts?: NonNullable<NonNullable<Literal['report']>['counts']>;
  };
};

export const ALL_DECISIONS = ['decide-fine', 'decide-without-fine', 'decide-no-penalty'] as const;
export const TERMINATIONS = ['terminate-on-hand-over', 'terminate-investigation'] as const;
