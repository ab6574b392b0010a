// Examples of every command, shown by its `--help`; the path of a command is its words.

export const EXAMPLES: Readonly<Record<string, readonly string[]>> = {
  serve: ['xianjie serve', 'xianjie serve --data /var/lib/xianjie --http-port 8787'],
  rehearse: ['xianjie rehearse', 'xianjie rehearse cases.jsonl --data /tmp/rehearsal --serve'],
  verify: ['xianjie verify ledger.jsonl', 'xianjie verify ledger.jsonl --root-key KEY --at-least seen.txt'],
  export: ['xianjie export > ledger.jsonl', 'xianjie export --case 653023-k7m2qd5x3ab6ycfe --out case.jsonl'],
  repair: ['xianjie repair'],
  'department add': [
    'xianjie department add 653023/medical-insurance --name 阿合奇县医疗保障局 --officer o-1 --officer o-2 --head head',
  ],
  'department list': ['xianjie department list'],
  'department retire': ['xianjie department retire 653023/health'],
  'department filter': [
    'xianjie department filter 653023/joint-meeting-office penalties --procedure insurance-penalty --procedure market-penalty --region 653023 --basis "办公室来函"',
    'xianjie department filter 653023/health licences --procedure practice-licence --procedure practitioner --basis "卫健委来函"',
    'xianjie department filter 653023/health licences --end --basis "卫健委来函"',
    'xianjie department filter 653023/health',
  ],
  'officer appoint': ['xianjie officer appoint 653023/public-security o-3 --rank officer liaison'],
  'officer retire': ['xianjie officer retire 653023/public-security o-3'],
  'officer list': ['xianjie officer list 653023/public-security'],
  'token issue': ['xianjie token issue 653023/public-security/o-1'],
  'token revoke': ['xianjie token revoke 653023/public-security t-0123456789ab'],
  'calendar publish': [
    'xianjie calendar publish 2027.json',
    'xianjie calendar publish xinjiang.json --region 650000',
  ],
  settle: [
    'xianjie settle 653023 --unit working --basis "阿医保联〔2026〕3号"',
    'xianjie settle 653023 --agreed agr-hand-off-receipt=3wd --basis "联席会议纪要第5期"',
  ],
  'law show': ['xianjie law show'],
  'law publish': ['xianjie law publish --operator op-1'],
  'clock state': ['xianjie clock state "2026-11-27 09:30" --basis "授时中心网页"'],
  procedures: [
    'xianjie procedures',
    'xianjie procedures insurance-penalty',
    'xianjie procedures criminal-transfer --mermaid',
  ],
  limits: [
    'xianjie limits',
    'xianjie limits fwd-filing-review',
    'xianjie limits agr-hand-off-receipt --region 653023',
  ],
  clue: [
    'xianjie clue --as 653023/medical-insurance/o-1 --to 653023/public-security --topic fraud --summary "疑似虚假住院"',
    'xianjie clue --as 653023/medical-insurance/o-1 --to 653023/health --topic fraud --summary "疑似虚假住院" --at 2026-11-02 --yes --reason "系统上线前已通报，现补录"',
  ],
  submit: [
    'xianjie submit suspect-crime --as 653023/medical-insurance/o-1 --to 653023/public-security --team o-1 o-2',
    'xianjie submit hand-over --as 653023/medical-insurance/o-1 --case ID --paper transfer-letter=移送书.pdf --paper investigation-report=报告.pdf --paper property-list=清单.pdf',
    'xianjie submit link-case --as 653023/public-security/o-1 --case ID --link 653023-k7m2qd5x3ab6ycfe=same-subject',
    'xianjie submit --as 653023/public-security/o-1 --file command.json',
    'xianjie submit --as 653023/medical-insurance/head --file steps.json --yes',
  ],
  inbox: [
    'xianjie inbox --as 653023/public-security/o-1',
    'xianjie inbox --as 653023/public-security/o-1 --all',
    'xianjie inbox --as 653023/public-security/o-1 --follow',
  ],
  outbox: ['xianjie outbox --as 653023/medical-insurance/o-1'],
  'case list': [
    'xianjie case list --as 653023/public-security/o-1',
    'xianjie case list --as 653023/public-security/o-1 --voided',
  ],
  'case show': ['xianjie case show 653023-k7m2qd5x3ab6ycfe --as 653023/public-security/o-1'],
  'case timeline': ['xianjie case timeline 653023-k7m2qd5x3ab6ycfe --as 653023/public-security/o-1'],
  'case explain': ['xianjie case explain 653023-k7m2qd5x3ab6ycfe --as 653023/public-security/o-1'],
  'case waive': [
    'xianjie case waive 653023-k7m2qd5x3ab6ycfe p2 --as 653023/medical-insurance/head --reason "已由另案处理"',
  ],
  'case close': [
    'xianjie case close 653023-k7m2qd5x3ab6ycfe --as 653023/medical-insurance/head --reason "各程序均已办结"',
  ],
  'case reopen': [
    'xianjie case reopen 653023-k7m2qd5x3ab6ycfe --as 653023/medical-insurance/head --reason "发现新的事实"',
  ],
  'case major': [
    'xianjie case major 653023-k7m2qd5x3ab6ycfe --as 653023/joint-meeting-office/head --reason "金额特别巨大"',
  ],
  'case subject': [
    'xianjie case subject 653023-k7m2qd5x3ab6ycfe s1 --kind institution --public --as 653023/medical-insurance/o-1 --reason "查明为公立医院"',
  ],
  'case amount': [
    'xianjie case amount 653023-k7m2qd5x3ab6ycfe 128600 --as 653023/medical-insurance/o-1 --reason "审计后核定"',
    'xianjie case amount 653023-k7m2qd5x3ab6ycfe 42000 --of s1 --as 653023/public-security/o-1 --reason "鉴定意见"',
  ],
  'case charge': [
    'xianjie case charge 653023-k7m2qd5x3ab6ycfe 诈骗罪 --of s2 --as 653023/public-security/o-1 --reason "移送审查起诉时变更"',
  ],
  'case split': [
    'xianjie case split 653023-k7m2qd5x3ab6ycfe --subject s2 --as 653023/medical-insurance/head --reason "s2 另案处理"',
    'xianjie case split 653023-k7m2qd5x3ab6ycfe --proceeding p3 --proceeding p4 --as 653023/joint-meeting-office/head --reason "与本案无关联"',
  ],
  'case merge': [
    'xianjie case merge 653023-k7m2qd5x3ab6ycfe 653023-a2b3c4d5e6f7g2h3 --as 653023/medical-insurance/head --reason "系同一团伙"',
  ],
  'case restrict': [
    'xianjie case restrict 653023-k7m2qd5x3ab6ycfe 653023/health --as 653023/discipline-inspection/head --reason "该部门涉嫌包庇，正在核查"',
  ],
  'case void': [
    'xianjie case void 653023-k7m2qd5x3ab6ycfe --as 653023/medical-insurance/o-1 --reason "误将测试数据立为案件"',
    'xianjie case void 653023-k7m2qd5x3ab6ycfe --as 653023/medical-insurance/head',
  ],
  'case correct': [
    'xianjie case correct 653023-k7m2qd5x3ab6ycfe 3 --as 653023/medical-insurance/o-1 --amount 128600 --reason "录入时多写一位"',
    'xianjie case correct 653023-k7m2qd5x3ab6ycfe 3 --as 653023/medical-insurance/o-1 --at "2026-11-20 09:30" --reason "日期写错"',
  ],
  'case confirm-claim': [
    'xianjie case confirm-claim 653023-k7m2qd5x3ab6ycfe p1/fwd-handover/1 --as 653023/public-security/o-1',
  ],
  'case dispute-claim': [
    'xianjie case dispute-claim 653023-k7m2qd5x3ab6ycfe p1/fwd-handover/1 --as 653023/public-security/o-1 --reason "实际于次日收到"',
  ],
  'case urge': [
    'xianjie case urge 653023-k7m2qd5x3ab6ycfe p1/fwd-filing-review/1 --as 653023/medical-insurance/o-1',
  ],
  'case confirm-receipt': [
    'xianjie case confirm-receipt 653023-k7m2qd5x3ab6ycfe p1/fwd-reconsider-request/1 --as 653023/medical-insurance/o-1 --at 2026-11-20',
  ],
  commands: [
    'xianjie commands 653023-k7m2qd5x3ab6ycfe --as 653023/public-security/o-1',
    'xianjie commands --procedure criminal-transfer --as 653023/public-security/o-1',
  ],
  due: [
    'xianjie due --region 653023',
    'xianjie due --as 653023/public-security/o-1 --as-of 2026-12-31T00:00:00+08:00',
  ],
  'report progress': [
    'xianjie report progress --region 653023 --from 2026-01-01 --to 2026-06-30',
    'xianjie report progress --as 653023/joint-meeting-office/o-1 --region 653023 --from 2026-01-01 --to 2026-06-30 --format html --out 报告.html',
  ],
  'due-date': [
    'xianjie due-date --limit fwd-filing-review --from "2024-09-30 10:00" --region 653023',
    'xianjie due-date --limit fwd-handover --from 2024-10-08 --region 653023 --as 653023/public-security/o-1',
  ],
  dead: [
    'xianjie dead --as 653023/joint-meeting-office/o-1',
    'xianjie dead --as 653023/joint-meeting-office/o-1 --clear 653023/public-security --up-to 200 --reason 已逐件核查',
  ],
  enforce: ['xianjie enforce --rebuild'],
};
