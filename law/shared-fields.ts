// Fields that several procedures declare, each once.
import type { FieldLiteral } from './define-procedure.ts';

export const TOPIC: FieldLiteral = { kind: 'code', title: ['主题', 'topic'] };

export const NOTICE_TYPE: FieldLiteral = {
  kind: 'code',
  title: ['通报类型', 'kind of notice'],
  options: {
    info: ['仅供参考', 'for information'],
    'verify-and-reply': ['核查并反馈', 'verify and reply'],
    urgent: ['紧急', 'urgent'],
  },
};

export const REPLY_BY: FieldLiteral = { kind: 'date', title: ['答复期限', 'date to reply by'] };

/** Amounts at the scene clearly reach the prosecution standard (GJ2006 1(2)). */
export const OBVIOUS: FieldLiteral = {
  kind: 'flag',
  title: ['明显达到追诉标准', 'clearly reaches the prosecution standard'],
};

/** Where a penalty was already made without a transfer: the ten days run from this day (GJ2006 1). */
export const PENALTY_DECIDED_ON: FieldLiteral = {
  kind: 'date',
  title: ['行政处罚决定日期', 'date of the penalty decision'],
};

/** No crime, but administrative liability remains (O310 13). */
export const ADMIN_LIABILITY: FieldLiteral = {
  kind: 'flag',
  title: ['需追究行政责任', 'administrative liability remains'],
};
