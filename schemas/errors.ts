// One registry of everything that can be refused or go wrong: code → words, who must act, whether to send again.
// Codes name the condition; a retired code is listed below and never used again.
import type { Refusal } from './entry.ts';
import type { Bilingual } from './ids.ts';

export type Actor = 'sender' | 'department' | 'secretariat' | 'operator' | 'nobody';
type Row = {
  zh: string;
  en: string;
  actor: Actor;
  retryable: boolean;
  http: number;
  kind: 'rejection' | 'contract' | 'infrastructure';
};

const rejection = (zh: string, en: string, actor: Actor = 'sender', http = 409): Row => ({
  zh,
  en,
  actor,
  retryable: false,
  http,
  kind: 'rejection',
});
const contract = (zh: string, en: string, http = 400): Row => ({
  zh,
  en,
  actor: 'sender',
  retryable: false,
  http,
  kind: 'contract',
});
/** Not now, but a little later: the sender is too fast, nothing of ours is broken. */
const tooMany = (zh: string, en: string): Row => ({
  zh,
  en,
  actor: 'sender',
  retryable: true,
  http: 429,
  kind: 'infrastructure',
});
const infrastructure = (zh: string, en: string, http = 503): Row => ({
  zh,
  en,
  actor: 'operator',
  retryable: true,
  http,
  kind: 'infrastructure',
});

export const ERRORS = {
  NOT_JSON: contract('内容不是合法的 JSON，请检查后重发', 'The body is not JSON'),
  TOO_LARGE: contract('内容超过大小上限，请改为附件引用', 'The body is larger than allowed', 413),
  TOO_DEEP: contract('内容嵌套过深', 'The body is nested too deeply'),
  SCHEMA_MISMATCH: contract(
    '内容不符合格式要求，见 details',
    'The body does not fit its schema, see details',
    422,
  ),
  STALE_SCHEMA: contract(
    '格式版本不受支持，请升级客户端',
    'This format version is not supported; upgrade the client',
    422,
  ),
  UNKNOWN_COMMAND: contract(
    '没有这个命令，请核对命令名，或查询案件当前可用的命令',
    'No such command; check its name, or ask which ones the case takes now',
    422,
  ),
  UNKNOWN_PROCEDURE: contract('没有这个程序', 'No such procedure', 422),
  NOT_SUPPORTED_YET: rejection(
    '该形式尚不受理，请按通常方式提交',
    'This form is not taken yet; submit it the ordinary way',
    'sender',
    422,
  ),
  WRONG_SUBJECT: contract('主题与部门不符', 'The subject is not this department’s'),
  TOPIC_MISMATCH: contract(
    '线索主题的末段与命令的 topic 不一致，或所发不是线索；其他命令请发往 command 主题',
    'The end of the clue subject is not the topic of the command, or it is no clue; other commands go to the command subject',
  ),
  NO_REPLY_SUBJECT: contract(
    '消息没有回复地址，无法回执，未予受理；请用请求-应答方式重发',
    'The message names no reply subject, so it cannot be answered and was not taken; send it as a request',
  ),
  BAD_SIGNATURE: rejection('签名不正确', 'The signature is wrong', 'sender', 401),
  UNKNOWN_KEY: rejection(
    '签名密钥未登记或已撤销',
    'The signing key is not registered or was revoked',
    'department',
    401,
  ),
  NOT_AUTHENTICATED: rejection(
    '未登录或令牌无效，见 details',
    'No token, or a token that is not valid, see details',
    'sender',
    401,
  ),
  NOT_PERMITTED: rejection(
    '无权进行此操作或查看此内容',
    'The caller may not do or see this',
    'department',
    403,
  ),
  COMMITMENT_MISMATCH: rejection(
    '披露内容与承诺不符',
    'A disclosed value does not fit its commitment',
    'sender',
    422,
  ),
  ACTOR_MISMATCH: rejection(
    '命令署名与连接身份不符',
    'The command names another actor than the connection',
    'sender',
    403,
  ),
  SERVICE_ONLY: rejection(
    '此命令只能由平台服务提交',
    'Only a service of the platform may submit this',
    'sender',
    403,
  ),
  UNKNOWN_DEPARTMENT: rejection(
    '部门未登记或已注销',
    'The department is not registered or was retired',
    'secretariat',
    422,
  ),
  UNKNOWN_DIVISION: rejection(
    '行政区划代码表中没有该区划，见 details；新设区划请写明批准设立的文件（--division-basis）',
    'There is no such division in the list of the law, see details; of a new one state the paper that set it up (--division-basis)',
    'operator',
    422,
  ),
  BODY_NO_MORE: rejection(
    '该类机构当日已经撤并，见 details；请由承接其职责的部门办理',
    'There was no such kind of organ any more on that day, see details: whoever took over its duties acts',
    'sender',
    422,
  ),
  UNKNOWN_REGION: rejection(
    '该区划及其下级没有登记过任何部门，请核对区划代码',
    'No department was ever registered in this region or below it: check its code',
    'sender',
    422,
  ),
  UNKNOWN_OFFICER: rejection(
    '经办人未登记或已离任',
    'The officer is not registered or has left',
    'department',
    403,
  ),
  UNKNOWN_FILTER: rejection('没有该筛选', 'There is no such filter', 'operator', 404),
  UNKNOWN_TOKEN: rejection('没有该令牌', 'There is no such token', 'operator', 404),
  RANK_TOO_LOW: rejection(
    '此事项须由规定职级人员办理',
    'This needs an officer of another rank',
    'department',
    403,
  ),
  CASE_NOT_FOUND: rejection('没有该案件，或无权查看', 'No such case, or not yours to see', 'sender', 404),
  NOTICE_NOT_FOUND: rejection(
    '收件箱中没有该通报，或无权查看；可用 xianjie inbox 重新列出',
    'No such notice in the inbox, or not yours to see; list it again with xianjie inbox',
    'sender',
    404,
  ),
  DEAD_LETTER_NOT_FOUND: rejection('没有该来件', 'No such dead letter', 'operator', 404),
  PROCEEDING_NOT_FOUND: rejection('案件中没有该程序', 'No such proceeding in the case', 'sender', 404),
  PROCEEDING_AMBIGUOUS: rejection(
    '案件中有多个程序可执行此命令，请指明 proceeding',
    'Several proceedings could take this; name one',
    'sender',
    422,
  ),
  NOT_ALLOWED_IN_STATE: rejection('当前状态下不能执行此命令', 'The command is not possible in this state'),
  NOT_YOUR_ROLE: rejection(
    '本部门在该程序中无权执行此命令',
    'The department does not hold the role this needs',
    'sender',
    403,
  ),
  RECEIVER_REQUIRED: rejection('须指明接收部门', 'Name the receiving department', 'sender', 422),
  RECEIVER_NOT_FITTING: rejection(
    '接收部门不能承担该角色',
    'The receiving department cannot hold that role',
    'sender',
    422,
  ),
  HELD_BEFORE: rejection(
    '不得移回曾经办的机关，有争议的报请共同上级指定',
    'That department held it before; ask the common superior to designate',
    'sender',
    422,
  ),
  PAPERS_MISSING: rejection(
    '缺少规定文书，见 details；确不能提供的须说明',
    'Papers are missing, see details; explain what cannot be had',
    'sender',
    422,
  ),
  REASON_REQUIRED: rejection(
    '须写明理由（理由代码和文字）',
    'A reason is required, code and text',
    'sender',
    422,
  ),
  TEAM_TOO_SMALL: rejection('须指定足够的执法人员', 'Too few officers are named', 'sender', 422),
  FIELD_REQUIRED: rejection(
    '缺少必填项，见 details',
    'A required field is missing, see details',
    'sender',
    422,
  ),
  CONTENT_REQUIRED: rejection(
    '没有实质内容：须写明标题、摘要、当事人等，或者附文书；仅有理由不够',
    'It says nothing: give a title, a summary or a subject, or attach a paper; a reason alone is not enough',
    'sender',
    422,
  ),
  DATE_PASSED: rejection(
    '所定日期已过，见 details',
    'The date it sets has passed, see details',
    'sender',
    422,
  ),
  DATE_TOO_NEAR: rejection(
    '所定日期过近：须在该日期之前办理的期限已经届满，见 details',
    'The date it sets is too near: what must be done so long before it could be done no more, see details',
    'sender',
    422,
  ),
  RIGHT_LAPSED: rejection(
    '期限已过，该权利已丧失；仍可建议检察机关立案监督',
    'The time limit has passed and the right with it; supervision by the procuratorate stays open',
  ),
  GUARD_REFUSED: rejection('不符合程序规则，见 details', 'A rule of the procedure forbids this, see details'),
  REHEARSAL_ONLY: rejection(
    '仅演练账本可用：正式记录的发生时间须到日或时刻，不得补记，不得填写“未公开”，见 details',
    'For rehearsals only: on the record an act is dated to the day or the instant, nothing is filled in and nothing said to be unpublished, see details',
    'sender',
    422,
  ),
  OCCURRED_IN_FUTURE: rejection(
    '发生时间比平台时间晚五秒以上，请校准时钟或更正时间，见 details',
    'It cannot have happened more than 5 s after the time here: set the clock or the date right, see details',
    'sender',
    422,
  ),
  OCCURRED_BEFORE_PREVIOUS: rejection(
    '发生时间早于该程序上一步，或早于所更正、确认、作废的事项',
    'It cannot have happened before the previous step of the proceeding, nor before what it corrects, confirms or voids',
    'sender',
    422,
  ),
  MOMENT_TOO_EARLY: rejection('时间节点未到', 'The moment has not come', 'nobody'),
  MOMENT_STALE: rejection('时间节点已不适用', 'The moment no longer applies', 'nobody'),
  NO_SUCH_CLOCK: rejection('没有该计时', 'No such clock', 'sender', 404),
  RECEIPT_NOT_OPEN: rejection(
    '该期限没有待确认的收到日期，或计时已结束',
    'The clock has no day of receipt to be confirmed, or has ended',
  ),
  CLAIM_NOT_OPEN: rejection('该期限没有待确认的补录', 'The clock has no claim that waits to be confirmed'),
  LIMIT_NOT_RUNNING: rejection(
    '该期限未在计时，或者不由部门承担，无从催办',
    'The limit does not run, or is owed by no department',
  ),
  EXTENSION_NOT_ALLOWED: rejection(
    '该期限不得延长，或批准层级不符',
    'This limit may not be extended so, or not by this approver',
  ),
  PAUSE_NOT_ALLOWED: rejection('该期限不得中止', 'This limit may not be paused'),
  DATED_BACK: rejection(
    '所报时间早于七日以前，须说明理由',
    'Dated more than seven days back: say why',
    'sender',
    422,
  ),
  SAME_OFFICER: rejection(
    '须由另一名人员办理，前一步的经办人不得再办',
    'Another officer must do this than the one who did what it follows on',
    'department',
    403,
  ),
  VOID_NOT_POSSIBLE: rejection(
    '其他部门已收到该案件，或有移交尚未办结，不能作废；尚未签收的移交可先撤回',
    'Another department has received the case, or a hand-over is open, so it cannot be voided: take back first what is not acknowledged',
  ),
  STEP_NOT_LAST: rejection(
    '须让其他部门知悉的一步只能是最后一步，其后的步骤请另行提交',
    'A step that reaches other departments can only be the last; submit what follows it apart',
    'sender',
    422,
  ),
  ENTRY_TOO_LARGE: rejection(
    '这一步形成的记录超过 512 kB，未予受理；请分成几次提交，长文书只附编号和哈希值',
    'The entry it makes is larger than 512 kB and was not taken: submit it in parts, and documents by number and hash',
    'sender',
    413,
  ),
  ENTRY_UNREADABLE: rejection(
    '这一步形成的记录含有读者读不了的内容，未予受理，见 details；请改正后重新提交',
    'The entry it makes holds what its readers cannot take and was not taken, see details; correct it and submit again',
    'sender',
    422,
  ),
  SUBJECTS_TOO_MANY: rejection(
    '一案当事人的数量已达上限，请分案办理，或者另立案件并关联',
    'The case has as many subjects as one case may have: split it, or open another and link them',
    'sender',
  ),
  CASE_VOIDED: rejection(
    '该案件已作废，不再受理命令',
    'The case was voided and takes no more commands',
    'nobody',
  ),
  CASE_CLOSED: rejection(
    '该案件已全案办结，不再受理；确需继续办理的，由立卷部门或者联席会议办公室重新启动',
    'The case is closed and takes nothing more; where it must go on, who opened it or the joint-meeting office opens it again',
    'sender',
  ),
  CASE_NOT_CLOSED: rejection('该案件尚未办结', 'The case is not closed', 'nobody'),
  CASE_NOT_SETTLED: rejection(
    '尚有未办结的程序、未签收的移送、在计时的期限或者并入的案件，见 details',
    'A proceeding, a hand-over, a limit or a joined case is still open, see details',
    'sender',
  ),
  PROCEEDING_IN_HAND: rejection(
    '另一部门正在办理该程序，应当由其办结或者退回',
    'Another department has the proceeding in hand: it ends it or gives it back',
    'sender',
  ),
  PROCEEDING_WAITED_FOR: rejection(
    '案内其他程序以该程序的结果为条件（如公安机关办理期间不得决定罚款），应当依程序作出决定后办结',
    'Other proceedings of the case wait for how this one ends, as a fine does while the police have it: it ends by a decision of its own',
    'sender',
  ),
  STILL_OWED: rejection(
    '已责令退回、已决定处罚而尚未履行的，不得以不再办理了结；应当依程序登记履行，或者由负责人依程序确认无法追回、无法执行或者撤销',
    'What was demanded or decided and is not performed does not end by being waived: it is performed, or a head gives it up or cancels it by the command that the procedure has for it',
    'sender',
  ),
  PROCEEDING_WAIVED: rejection('该程序已决定不再办理', 'The proceeding was waived', 'nobody'),
  MERGE_NOT_POSSIBLE: rejection(
    '不能并入该案件：两案不得相同，任何一方不得已作废或者已办结；已有案件并入的案件、已并入他案的案件，不再并入',
    'The case cannot be joined to that one: they must be two, neither voided nor closed; one that others were joined to is joined to none, and none is joined to one that was joined itself',
    'sender',
  ),
  MERGE_WAITED_FOR: rejection(
    '并案各案中有程序尚未终结，其他程序以其结果为条件（如公安机关办理期间不得决定罚款），在此期间仅由联席会议办公室解除并案',
    'Proceedings of one of the joined cases wait for how one of another ends, as a fine does while the police have it: until then the joint-meeting office alone parts them',
    'sender',
  ),
  NOT_MERGED: rejection('该案件未并入所指案件', 'The case is not joined to that one', 'nobody'),
  RESTRICTED_ALREADY: rejection(
    '该案件已对该部门限制知悉',
    'The case is restricted from it already',
    'nobody',
  ),
  NOT_RESTRICTED: rejection('该案件未对该部门限制知悉', 'The case is not restricted from it', 'nobody'),
  PROCEEDING_MOVED: rejection(
    '该程序已分案，在另一案件中继续办理，见 details',
    'The proceeding goes on in another case, see details',
    'sender',
  ),
  SPLIT_NOT_POSSIBLE: rejection(
    '不能这样分案，见 details：bound 所列程序按规定互相牵连，须一并分出或者一并留下；under-way 所列程序有未签收的移送或者未办的后续事项；all 须分出一部分、留下一部分',
    'The case cannot be split so, see details: `bound` names proceedings that rules tie to those chosen and that must go with them; `under-way` those with a hand-over nobody signed for or an order not taken; `all`: something must go and something must stay',
    'sender',
  ),
  MAJOR_ALREADY: rejection('该案件的重大案件标记没有变化', 'The case is marked so already', 'nobody'),
  CASE_ERASED: rejection(
    '该案件的当事人信息已依法删除，不再接收新的当事人信息',
    'The party values of this case were erased; it takes no new ones',
    'nobody',
    410,
  ),
  SUBJECT_ERASED: rejection(
    '该当事人的信息已依法删除，不再接收其新的信息',
    'The values of this subject were erased; the case takes no new ones of it',
    'nobody',
    410,
  ),
  LINK_NOT_POSSIBLE: rejection(
    '案件不能与自身关联，同一案件也不能以同一关系关联两次，见 details',
    'A case is linked neither to itself nor twice in the same way, see details',
  ),
  COMMAND_ID_REUSED: rejection('同一命令编号已用于不同内容', 'This command id was used for other content'),
  DUPLICATE_DEPARTMENT: rejection('部门已登记', 'The department is already registered', 'operator'),
  EQUAL_KEYS: rejection(
    '连接密钥与签名密钥不得相同',
    'The connect and sign keys must differ',
    'operator',
    422,
  ),
  KEY_GRANT_WRONG: rejection(
    '密钥的算法与用途不符，或有效期不成立，见 details',
    'The suite of the key does not fit its use, or it ends before it begins, see details',
    'operator',
    422,
  ),
  CLOCK_NOT_AS_STATED: rejection(
    '平台时钟与所报时间相差超过十分钟，见 details；请先校准本机时钟',
    'The platform’s clock is more than ten minutes off the time stated, see details; set the machine’s clock first',
    'operator',
    422,
  ),
  UNKNOWN_ITEM_KIND: rejection('没有该类配置项', 'The law declares no such kind of item', 'operator', 422),
  LAW_ITEM_UNKNOWN: rejection(
    '法律条目的种类或者格式是本程序不认识的，见 details；请升级程序',
    'An item of the law is of a kind or model this build does not know, see details; upgrade it',
    'operator',
    422,
  ),
  LAW_ITEM_REFUSED: rejection(
    '法律条目内容不符合格式，或者版本号没有递增，见 details',
    'An item of the law does not fit its model, or its version is not a later one, see details',
    'operator',
    422,
  ),
  LAW_PART_WRONG: rejection(
    '法律的这一部分接不上前一部分，见 details；请重新公布',
    'This part of the law does not follow the one before it, see details; publish it again',
    'operator',
  ),
  LAW_UNSOUND: rejection(
    '法律条目互相对不上，办不成案，见 details',
    'The items of the law do not fit each other, so no case could be played by them, see details',
    'operator',
    422,
  ),
  UNKNOWN_LIMIT: rejection('没有该期限', 'No such time limit', 'sender', 404),
  UNKNOWN_CONDITION: rejection(
    '没有该条件，或该条件不得由地区另行确定',
    'No such condition, or not one a region may settle',
    'secretariat',
    404,
  ),
  FIELD_REFUSED: rejection(
    '该命令没有此项，或内容不符合要求，见 details',
    'The command does not take this field, or not this value, see details',
    'sender',
    422,
  ),
  LIMIT_NOT_IN_FORCE: rejection(
    '该期限在此日期不生效',
    'The time limit is not in force on that date',
    'sender',
    422,
  ),
  DUE_DATE_OUT_OF_RANGE: rejection(
    '期限届满将超出 1900 至 2199 年，见 details；请核对所填日期，约定期限过长的由联席办重新约定',
    'A time limit would end outside the years 1900 to 2199, see details: check the dates, and have an agreed limit that is too long set anew',
    'sender',
    422,
  ),
  LIMIT_NOT_AGREED: rejection(
    '法定期限不得由约定改变',
    'A statutory limit cannot be changed by agreement',
    'secretariat',
    422,
  ),
  ROUTE_NOT_FOUND: contract(
    '没有这个地址，接口说明见 /openapi.json',
    'No such route; see /openapi.json',
    404,
  ),
  LEDGER_UNAVAILABLE: infrastructure(
    '账本暂不可用，请稍后用同一命令编号重发',
    'The ledger is unavailable; send the same command id again later',
  ),
  LEDGER_BEHIND_MIRROR: infrastructure(
    '账本落后于镜像，已停止写入，请运维人员核查',
    'The ledger is behind its mirror and refuses to write',
  ),
  CLOCK_DOUBTED: infrastructure(
    '平台时钟与账本或本机运行时间相差过大，已停止受理；请运维人员校准本机时钟，再执行 xianjie clock state，然后用同一命令编号重发',
    'The platform’s clock is far off its ledger or the machine’s running time, so nothing is taken: the operator sets the clock and runs xianjie clock state; send the same command id again afterwards',
  ),
  LAW_UNREADABLE: infrastructure(
    '账本中有本程序读不懂的法律，已停止受理，请升级程序后重新启动',
    'The ledger has law this build cannot read, so nothing is taken: upgrade it and start again',
  ),
  OUTCOME_UNKNOWN: infrastructure(
    '结果未知，请用同一命令编号重发',
    'The outcome is unknown; send the same command id again',
    504,
  ),
  INTERNAL_ERROR: infrastructure(
    '平台内部错误，已记录，请稍后用同一命令编号重发',
    'An error of the platform, logged; send the same command id again later',
    500,
  ),
  NO_SEAL_KEY: infrastructure(
    '部门没有有效的封装密钥，通报不附当事人信息',
    'The department has no valid sealing key; notices go to it without values',
  ),
  INBOX_FULL: infrastructure('收件箱已满，已暂停投递', 'The inbox is full; delivery is parked', 507),
  READS_UNAVAILABLE: infrastructure(
    '未能记下已阅，通报仍列为未阅，请稍后再试；总是如此请运维人员检查磁盘空间',
    'What was read could not be noted and stays unread; try again later, and if it goes on let the operator look at the disk',
    507,
  ),
  NO_ROOM: infrastructure(
    '磁盘空间不足，无法为流或部门收件箱预留空间，请清理或扩容后重启平台再试；新平台约需 2 GiB，每个部门另需约 54 MiB',
    'The disk has no room to set aside for a stream or the inbox of a department: make room, start the platform again and try again; a new platform takes some 2 GiB, and each department 54 MiB',
    507,
  ),
  TOO_MANY_REQUESTS: tooMany(
    '本部门一时发来过多，未受理；请按 details 所示秒数稍后用同一命令编号重发',
    'The department sends too much at once and this was not taken: send the same command id again after the seconds in details',
  ),
  TOO_MANY_GUESSES: tooMany(
    '此地址连续出示无效令牌，请按 details 所示秒数稍后再试',
    'This address has shown too many tokens that are not valid: try again after the seconds in details',
  ),
  CASE_BUSY: infrastructure('案件正被频繁更新，请重发', 'The case is being written by many; send again'),
} as const satisfies Record<string, Row>;

export type ErrorCode = keyof typeof ERRORS;

/** A condition of a procedure brings its own code and words; everything else about it is as for any rule. */
const conditionRow: Row = ERRORS.GUARD_REFUSED;

/** The row of a code; of a condition's own where the registry does not know it. */
export const errorRow = (code: string): Row =>
  Object.hasOwn(ERRORS, code) ? ERRORS[code as ErrorCode] : conditionRow;

/**
 * The answer for a code. `details` name fields, papers or rules, never values of a party; `words` are a condition's own.
 */
export const refusal = (
  code: ErrorCode | (string & {}),
  details: readonly string[] = [],
  words?: Bilingual,
): Refusal => {
  const row = errorRow(code);
  return {
    ok: false,
    code,
    message: words ?? { zh: row.zh, en: row.en },
    retryable: row.retryable,
    details: [...details],
  };
};

/** A message that is not one we know: answered, kept in `DEAD`, never retried. */
export class ContractError extends Error {
  override readonly name = 'ContractError';
  readonly code: ErrorCode;
  readonly details: readonly string[];
  constructor(code: ErrorCode, details: readonly string[] = []) {
    super(`${code}${details.length ? `: ${details.join('; ')}` : ''}`);
    this.code = code;
    this.details = details;
  }
}

/** Something of ours failed or is away: retried, with its cause. */
export class InfrastructureError extends Error {
  override readonly name = 'InfrastructureError';
  readonly code: ErrorCode;
  constructor(code: ErrorCode, cause?: unknown) {
    super(code, { cause });
    this.code = code;
  }
}
