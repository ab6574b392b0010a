// What verification can find, in words for the person who must act on it. A fault names its entry.

const FAULTS = {
  NOT_AN_EXPORT: ['不是衔接导出文件', 'this is not a Xianjie export'],
  EXPORT_FORMAT_OLD: [
    '这个导出由旧版本写成（xianjie.export.v1），该格式从未发布，本版本不读取；请换一个新的数据目录重新开始',
    'this export was written by an older version (xianjie.export.v1), whose format was never released: start with a new data folder',
  ],
  LINE_TOO_LONG: ['这一行过长，不可能是一条记录', 'the line is longer than any entry can be'],
  LINE_TOO_DEEP: ['这一行嵌套过深，不可能是一条记录', 'the line nests deeper than any entry can'],
  LINE_UNREADABLE: ['这一行不是合法的 JSON，或者不是 UTF-8 编码', 'the line is not JSON in UTF-8'],
  LINE_AMBIGUOUS: [
    '这一行不是导出时的写法，例如同一字段出现两次',
    'the line is not written as an export writes it: a field may be named twice',
  ],
  NAME_FORBIDDEN: ['含有会被有些程序丢掉的字段名', 'it has a field of a name that some readers drop unseen'],
  SHAPE_WRONG: ['记录的格式不符', 'the record does not have its shape'],
  ENTRY_MISSING: ['缺少这一条记录', 'this entry is missing'],
  ENTRY_OUT_OF_PLACE: ['记录重复或次序错乱', 'the entry is repeated or out of order'],
  FOREIGN_ENTRY: ['记录不属于它所在的位置', 'the entry does not belong where it stands'],
  GENESIS_WRONG: ['创世记录不符', 'the genesis entry is wrong'],
  ROOT_KEY_WRONG: ['创世记录中的根公钥不是所给的根公钥', 'the ledger does not begin with the root key given'],
  CHAIN_BROKEN: ['与同一编号的前一条记录衔接不上', 'it does not follow the former entry of its id'],
  ENTRY_ALTERED: [
    '记录内容与账本签名不符，内容已被改动',
    'it does not fit the ledger’s signature: it was altered',
  ],
  BODY_ALTERED: [
    '正文与条目头所记的摘要不符，正文已被改动',
    'the body does not fit the digest in the head: it was altered or swapped',
  ],
  BODY_MISSING: [
    '缺少正文，而文件称各条正文齐全，或这一条必须有正文',
    'its body is missing and must be here',
  ],
  SHOWS_WRONG: [
    '条目头承诺的状态词与正文不符',
    'the status words the head commits to do not follow from the body',
  ],
  LEDGER_KEY_UNKNOWN: ['签署记录的密钥当时不是账本密钥', 'it was not signed by a key of the ledger'],
  COMMAND_ALTERED: ['命令与提交方签名不符', 'the command does not fit its signature'],
  COMMAND_KEY_UNKNOWN: ['签署命令的密钥当时未登记或已撤销', 'the command’s key was not valid then'],
  ATTESTATION_WRONG: ['署名者无权以此身份提交', 'who signed may not act as the actor named'],
  ENVELOPE_UNSAID: [
    '文件称密封内容都已移除，这一条却带有密封内容',
    'it has an envelope, though the file says that all were removed',
  ],
  ENVELOPE_SWAPPED: ['密封内容与记录不符', 'the envelope is not the one the entry names'],
  CLOCK_BACKWARDS: ['记录时间早于同一编号的前一条', 'it was recorded before the former entry of its id'],
  LEDGER_CLOCK_BACKWARDS: [
    '记录时间比账本中更早的记录还早五秒以上',
    'it was recorded more than five seconds before an earlier entry of the ledger',
  ],
  TIME_WRONG: ['发生时间晚于记录时间', 'its time of occurrence lies after its recording'],
  REGISTER_AT_WRONG: ['所依据的登记册位置不成立', 'the register it was decided on cannot be that'],
  LAW_AT_WRONG: ['所依据的法律位置不成立', 'the law it was decided under cannot be that'],
  LAW_REFUSED: ['这部分法律不应被接受', 'the ledger should not have taken this part of the law'],
  LAW_UNREADABLE: [
    '本程序读不懂这部分法律，请用公布它的版本或者更新的版本核验',
    'this version cannot read that part of the law: verify with the one that published it, or a newer one',
  ],
  DECIDER_UNKNOWN: [
    '裁决程序版本不在本程序中，不能重新裁决；请用更新的版本核验，或者用 --allow-unknown-deciders 只核验其余各项',
    'this version lacks the decider and cannot decide again: verify with a newer one, or all else with --allow-unknown-deciders',
  ],
  REGISTER_CHANGE_REFUSED: ['登记变更不应被接受', 'the register should not have taken this change'],
  KEY_ID_WRONG: ['密钥编号与公钥不符', 'the key’s id does not fit the key'],
  DECISION_DIFFERS: ['重新裁决的结果不同', 'deciding again gives another result'],
  COMMAND_REPEATED: ['同一命令被记录两次', 'the same command is recorded twice'],
  CASE_ID_WRONG: [
    '案件编号不是由开案命令得出的',
    'the case’s id does not follow from the command that opened it',
  ],
  CHECKPOINT_MISSING: [
    '其后没有检查点，文件可能被截断',
    'the file does not end with a checkpoint: it may be cut',
  ],
  CHECKPOINT_WRONG: ['检查点与记录不符', 'the checkpoint does not fit the entries'],
  CHECKPOINT_FORGED: ['检查点不是由账本密钥签署', 'the checkpoint is not signed by a key of the ledger'],
  SELECTION_WRONG: [
    '单案或者供部门的导出，内容与账本的声明不符，可能有遗漏',
    'the entries are not those the ledger says belong to the case, or to what the department knows of',
  ],
  AFTER_THE_END: ['检查点之后还有内容', 'there is more after the checkpoint'],
  AT_LEAST_UNREADABLE: [
    '用来比对的检查点读不出或不是本账本的',
    'the checkpoint to compare with is not one of this ledger',
  ],
  ROLLED_BACK: [
    '账本比所给检查点更旧，或已分叉',
    'the ledger is older than the checkpoint given, or has forked from it',
  ],
} as const satisfies Record<string, readonly [zh: string, en: string]>;

export type FaultCode = keyof typeof FAULTS;

/** The first wrong place of an export. `sequence` is the ledger sequence, `null` where no entry is to blame. */
export type Wrong = {
  readonly ok: false;
  readonly sequence: number | null;
  readonly code: FaultCode;
  readonly message: { readonly zh: string; readonly en: string };
};

/** Thrown inside the verifier only; `verifyExport` returns it as a value. */
export class VerifyFault extends Error {
  override readonly name = 'VerifyFault';
  readonly wrong: Wrong;

  constructor(
    code: FaultCode,
    place: { sequence: number | null; subject?: string; of?: number },
    detail = '',
  ) {
    const [zh, en] = FAULTS[code];
    const id = place.subject?.split('.').slice(2).join('/');
    const whose = id === undefined ? '' : `(${id}${place.of === undefined ? '' : ` 之 ${place.of}`})`;
    const whoseEn = id === undefined ? '' : ` (${id}${place.of === undefined ? '' : `, its ${place.of}`})`;
    const more = detail === '' ? '' : `：${detail}`;
    const moreEn = detail === '' ? '' : `: ${detail}`;
    super(code);
    this.wrong = {
      ok: false,
      sequence: place.sequence,
      code,
      message:
        place.sequence === null
          ? { zh: `${zh}${more}`, en: `${en}${moreEn}` }
          : {
              zh: `第 ${place.sequence} 条记录${whose}：${zh}${more}`,
              en: `entry ${place.sequence}${whoseEn}: ${en}${moreEn}`,
            },
    };
  }
}
