// What a measure of another owner is asked for by, and told by: fields, papers, and what it waits for.

import type { ConditionLiteral, FieldLiteral } from '../define-procedure.ts';
import { onItsDay } from '../hearing-day.ts';
import { COLLECTIVE_DUE, discussedSince, HEAVY_PAPERS, reviewedByAnother } from '../heavy-decision.ts';
import { PUBLICATION_CONDITIONS } from '../publication.ts';
import { REMEDY_CONDITIONS, REMEDY_FIELDS } from '../remedy.ts';
import { ISSUED_HERE } from '../shared-fields.ts';

export const MEASURE_FIELDS = {
  requestedMeasure: {
    kind: 'code',
    list: true,
    title: ['建议处理', 'measures asked for'],
    options: {
      'stop-business': ['停业整顿', 'stop business'],
      'suspend-practice': ['暂停执业', 'suspend practice'],
      revoke: ['吊销执业（经营）资格', 'revoke'],
      ban: ['从业限制', 'ban'],
      other: ['其他处理', 'other'],
    },
  },
  ...REMEDY_FIELDS,
  issuedHere: ISSUED_HERE,
  hearingDate: { kind: 'date', title: ['听证日期', 'day of the hearing'] },
  collectiveDue: COLLECTIVE_DUE,
  effectiveUntil: { kind: 'date', title: ['措施期满日', 'day the measure ends'] },
} as const satisfies Record<string, FieldLiteral>;

export const MEASURE_PAPERS = {
  'measure-request-letter': ['停业整顿、吊销、从业限制移送函', 'Letter asking for the measure'],
  'rights-notice': ['行政处罚告知书', 'Notice of the proposed decision and the rights'],
  'hearing-notice': ['听证通知书', 'Notice of the hearing'],
  'hearing-record': ['听证笔录', 'Record of the hearing'],
  ...HEAVY_PAPERS,
  'measure-decision': ['行政处罚决定书', 'Decision'],
} as const;

export const MEASURE_CONDITIONS = {
  ...REMEDY_CONDITIONS,
  ...PUBLICATION_CONDITIONS,
  'measure-discussed': discussedSince('inform-party', 'owner'),
  'measure-reviewed-by-another': reviewedByAnother(
    'begin-measure',
    'accept-request',
    'inform-party',
    'record-statement',
    'submit-to-legal-review',
  ),
  'days-to-object-have-passed': {
    if: {
      anyOf: [
        { never: { command: 'request-measure' } },
        {
          allOf: [{ happened: { command: 'report-back' } }, { passed: ['agr-measure-response'] }],
        },
      ],
    },
    title: [
      '没有请求部门，或者请求部门提出异议的期限届满后',
      'where nobody asked for it, or whoever asked has had its days to object',
    ],
    code: 'MAY_STILL_OBJECT',
    refusal: [
      '请求部门仍可提出异议；由请求部门办结，或者其期限届满后再行办结',
      'Whoever asked may still object: it closes, or its days pass first',
    ],
  },
  // Of what is decided and stands nothing is decided again: it is annulled first.
  'no-decision-stands': {
    if: {
      anyOf: ['decline-measure', 'annul-decision'].map((command) => ({
        happened: { command, since: 'serve-decision' },
      })),
    },
    title: ['此前不予处理或者决定已撤销时', 'where it was declined, or the decision was annulled'],
    refusal: ['已作出的决定仍然有效', 'The decision that was made stands'],
  },
  // CF 45, 64(1): who was told has five days to ask for a hearing, and may say earlier that it asks for none.
  'hearing-days-have-passed': {
    if: { passed: ['mea-hearing-request'] },
    title: ['要求听证的期限届满后', 'once the days to ask for a hearing have passed'],
    refusal: ['当事人要求听证的期限尚未届满', 'The party may still ask for a hearing'],
    basis: [{ act: 'CF', article: '64(1)' }],
  },
  'hearing-day-has-come': onItsDay(),
} as const satisfies Record<string, ConditionLiteral>;
