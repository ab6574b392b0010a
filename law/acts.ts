// The acts that time limits and clock rules rest on. Keys are those of the sources; dates are of the revision that was read.
import type { Act } from '../schemas/law.ts';

/** Acts by key; `basis[].act` of a limit is one of these. */
export const acts = {
  JG2018: {
    title: { zh: '深化党和国家机构改革方案', en: 'Plan for the reform of Party and state institutions' },
    number: '中共中央2018年3月印发',
    from: '2018-03-21',
    source: 'from-memory',
    cites: 'item',
  },
  O310: {
    title: {
      zh: '行政执法机关移送涉嫌犯罪案件的规定',
      en: 'Provisions on the transfer of suspected criminal cases by administrative organs',
    },
    number: '国务院令第310号（2020年第730号修订）',
    // The numbers of days and hours are those of 2001; the revision of 7 August 2020 left them.
    from: '2001-07-09',
    source: 'primary-text',
  },
  GA127: {
    title: {
      zh: '公安机关办理刑事案件程序规定',
      en: 'Procedure of public security organs in criminal cases',
    },
    number: '公安部令第127号（2020年第159号修正）',
    from: '2020-09-01',
    source: 'primary-text',
  },
  GA2012: {
    title: {
      zh: '公安机关办理刑事案件程序规定',
      en: 'Procedure of public security organs in criminal cases (2012)',
    },
    number: '公安部令第127号（2012年修订）',
    from: '2013-01-01',
    until: '2020-09-01',
    // 172, 175 to 177, 181 and 183 to 185 were read in reprints; 178 and 179 are what lies between, as 181 and 182 do since 2020.
    source: 'web-excerpt',
  },
  GA133: {
    title: {
      zh: '公安机关办理刑事复议复核案件程序规定',
      en: 'Reconsideration and review in criminal cases by public security organs',
    },
    number: '公安部令第133号',
    from: '2014-11-01',
    source: 'web-excerpt',
  },
  GT16: {
    title: {
      zh: '公安机关受理行政执法机关移送涉嫌犯罪案件规定',
      en: 'Acceptance by public security organs of cases transferred by administrative organs',
    },
    number: '公通字〔2016〕16号',
    from: '2016-06-16',
    source: 'cross-checked',
  },
  GT32: {
    title: {
      zh: '关于改革完善受案立案制度的意见',
      en: 'Opinions on reforming case acceptance and filing',
    },
    number: '公通字〔2015〕32号',
    from: '2015-11-04',
    source: 'primary-text',
    cites: 'item',
  },
  GT25: {
    title: {
      zh: '关于公安机关办理经济犯罪案件的若干规定',
      en: 'Provisions on economic-crime cases of public security organs',
    },
    number: '公通字〔2017〕25号',
    from: '2018-01-01',
    source: 'web-excerpt',
  },
  GJ2006: {
    title: {
      zh: '关于在行政执法中及时移送涉嫌犯罪案件的意见',
      en: 'Opinions on timely transfer of suspected crimes',
    },
    number: '高检会〔2006〕2号',
    from: '2006-01-26',
    source: 'web-excerpt',
    cites: 'item',
  },
  GJ2010: {
    title: {
      zh: '关于刑事立案监督有关问题的规定（试行）',
      en: 'Provisions on the supervision of filing criminal cases (trial)',
    },
    number: '高检会〔2010〕5号',
    // Issued on 26 July 2010, tried out from 1 October on.
    from: '2010-10-01',
    source: 'web-excerpt',
  },
  GJ2021: {
    title: {
      zh: '最高人民检察院关于推进行政执法与刑事司法衔接工作的规定',
      en: 'SPP provisions on linking administrative enforcement and criminal justice',
    },
    number: '高检发释字〔2021〕4号',
    from: '2021-09-06',
    source: 'web-excerpt',
  },
  JG2019: {
    title: { zh: '人民检察院刑事诉讼规则', en: 'Criminal procedure rules of the procuratorates' },
    number: '高检发释字〔2019〕4号',
    from: '2019-12-30',
    source: 'primary-text',
  },
  JG2012: {
    title: {
      zh: '人民检察院刑事诉讼规则（试行）',
      en: 'Criminal procedure rules of the procuratorates (trial)',
    },
    number: '高检发释字〔2012〕2号',
    from: '2013-01-01',
    until: '2019-12-30',
    source: 'primary-text',
  },
  LB2012: {
    title: {
      zh: '关于实施刑事诉讼法若干问题的规定',
      en: 'Provisions of six organs on carrying out the Criminal Procedure Law',
    },
    number:
      '最高人民法院、最高人民检察院、公安部、国家安全部、司法部、全国人大常委会法制工作委员会2012年12月26日',
    from: '2013-01-01',
    source: 'web-excerpt',
  },
  YB49: {
    title: {
      zh: '关于加强查处骗取医保基金案件行刑衔接工作的通知',
      en: 'Notice on transferring cases of medical-insurance fraud to the police',
    },
    number: '医保发〔2021〕49号',
    from: '2021-11-26',
    source: 'web-excerpt',
    cites: 'item',
  },
  FF6: {
    title: {
      zh: '关于办理医保骗保刑事案件若干问题的指导意见',
      en: 'Guiding opinions on criminal cases of medical-insurance fraud',
    },
    number: '法发〔2024〕6号',
    from: '2024-02-28',
    source: 'primary-text',
    cites: 'item',
  },
  YP41: {
    title: {
      zh: '药品行政执法与刑事司法衔接工作办法',
      en: 'Measures on linking administrative enforcement and criminal justice in drugs',
    },
    number: '国药监法〔2022〕41号',
    // Issued on 10 January 2023. Its first article and its dates were read, no number of days.
    from: '2023-02-01',
    source: 'web-excerpt',
  },
  O735: {
    title: {
      zh: '医疗保障基金使用监督管理条例',
      en: 'Regulation on supervising the use of medical-insurance funds',
    },
    number: '国务院令第735号',
    from: '2021-05-01',
    source: 'primary-text',
  },
  YBF: {
    title: { zh: '医疗保障法', en: 'Medical Security Law' },
    number: '主席令第80号',
    from: '2027-01-01',
    source: 'primary-text',
  },
  N4: {
    title: {
      zh: '医疗保障行政处罚程序暂行规定',
      en: 'Interim provisions on penalty procedure in medical security',
    },
    number: '国家医疗保障局令第4号',
    from: '2021-07-15',
    source: 'primary-text',
  },
  N5: {
    title: {
      zh: '医疗保障基金使用监督管理举报处理暂行办法',
      en: 'Interim measures on reports about medical-insurance funds',
    },
    number: '国家医疗保障局令第5号',
    from: '2022-03-01',
    source: 'primary-text',
  },
  N6: {
    title: {
      zh: '医疗保障基金飞行检查管理暂行办法',
      en: 'Interim measures on flying inspections of the medical-security fund',
    },
    number: '国家医疗保障局令第6号',
    from: '2023-05-01',
    source: 'primary-text',
  },
  CF: {
    title: { zh: '行政处罚法', en: 'Administrative Penalties Law' },
    number: '主席令第70号（2021年修订）',
    from: '2021-07-15',
    source: 'primary-text',
  },
  QZ: {
    title: { zh: '行政强制法', en: 'Administrative Compulsion Law' },
    number: '主席令第49号',
    from: '2012-01-01',
    source: 'primary-text',
  },
  FY: {
    title: { zh: '行政复议法', en: 'Administrative Reconsideration Law' },
    number: '主席令第9号（2023年修订）',
    from: '2024-01-01',
    source: 'primary-text',
  },
  XS: {
    title: { zh: '刑事诉讼法', en: 'Criminal Procedure Law' },
    number: '主席令第10号（2018年修正）',
    from: '2018-10-26',
    source: 'primary-text',
  },
  XSJS: {
    title: {
      zh: '最高人民法院关于适用《中华人民共和国刑事诉讼法》的解释',
      en: 'Interpretation of the Criminal Procedure Law by the Supreme Court',
    },
    number: '法释〔2021〕1号',
    from: '2021-03-01',
    source: 'primary-text',
  },
  MF: {
    title: { zh: '民法典', en: 'Civil Code' },
    number: '主席令第45号',
    from: '2021-01-01',
    source: 'primary-text',
  },
  MS: {
    title: { zh: '民事诉讼法', en: 'Civil Procedure Law' },
    number: '主席令第11号（2023年修正）',
    from: '2024-01-01',
    source: 'primary-text',
  },
  JR: {
    title: { zh: '全国年节及纪念日放假办法', en: 'Measures on national holidays' },
    number: '国务院令第795号（2024年修订）',
    from: '2025-01-01',
    source: 'primary-text',
  },
  SB: {
    title: { zh: '社会保险法', en: 'Social Insurance Law' },
    number: '主席令第35号（2018年修正）',
    // Articles 31, 87 to 89 are those of 2010; the amendment of 2018 left them.
    from: '2011-07-01',
    source: 'primary-text',
  },
  JC: {
    title: { zh: '监察法', en: 'Supervision Law' },
    number: '主席令第3号（2024年修正）',
    from: '2025-06-01',
    source: 'primary-text',
  },
  JC2018: {
    title: { zh: '监察法', en: 'Supervision Law (2018)' },
    number: '主席令第3号（2018年）',
    from: '2018-03-20',
    until: '2025-06-01',
    source: 'primary-text',
  },
  JCT: {
    title: { zh: '监察法实施条例', en: 'Regulation on carrying out the Supervision Law' },
    number: '国家监察委员会公告第1号（2025年修订）',
    from: '2025-06-01',
    source: 'primary-text',
  },
  JCT2021: {
    title: { zh: '监察法实施条例', en: 'Regulation on carrying out the Supervision Law (2021)' },
    number: '国家监察委员会公告第1号（2021年）',
    from: '2021-09-20',
    until: '2025-06-01',
    // Its articles are known by what the revision renumbered, its text was not read.
    source: 'from-memory',
  },
  JW2019: {
    title: {
      zh: '执法机关和司法机关向纪检监察机关移送问题线索工作办法',
      en: 'Measures on referring clues from law-enforcement and judicial organs to discipline inspection',
    },
    number: '2019年，共18条',
    // The day of the press report: neither text nor date of issue was seen.
    from: '2019-12-10',
    source: 'web-excerpt',
  },
  JZ2019: {
    title: { zh: '中国共产党纪律检查机关监督执纪工作规则', en: 'Working rules of discipline inspection' },
    number: '中共中央办公厅2018年12月28日印发',
    from: '2019-01-01',
    source: 'from-memory',
  },
  JK2020: {
    title: {
      zh: '纪检监察机关处理检举控告工作规则',
      en: 'Rules on handling reports to discipline inspection',
    },
    number: '中共中央办公厅2020年1月21日印发',
    from: '2020-01-21',
    source: 'web-excerpt',
  },
  DISLOC: {
    title: {
      zh: '地方问题线索移送办法（宾川县、保山市）',
      en: 'Local rules on referring clues to discipline inspection (Binchuan, Baoshan)',
    },
    number: '地方规定，见于公开网页',
    // Later than the national act they carry out; their own dates were not seen.
    from: '2019-12-10',
    source: 'web-excerpt',
  },
  JY: {
    title: { zh: '社会保险经办条例', en: 'Regulation on social insurance agencies' },
    number: '国务院令第765号',
    from: '2023-12-01',
    source: 'primary-text',
  },
  N2: {
    title: {
      zh: '医疗机构医疗保障定点管理暂行办法',
      en: 'Interim measures on designated medical institutions',
    },
    number: '国家医疗保障局令第2号',
    from: '2021-02-01',
    source: 'primary-text',
  },
  N3: {
    title: {
      zh: '零售药店医疗保障定点管理暂行办法',
      en: 'Interim measures on designated retail pharmacies',
    },
    number: '国家医疗保障局令第3号',
    from: '2021-02-01',
    source: 'primary-text',
  },
  ZF48: {
    title: {
      zh: '关于建立定点医药机构相关人员医保支付资格管理制度的指导意见',
      en: 'Guiding opinions on the payment eligibility of staff of designated institutions',
    },
    number: '医保发〔2024〕23号',
    from: '2024-08-23',
    source: 'primary-text',
    cites: 'item',
  },
  ZF48J: {
    title: {
      zh: '医疗保障定点医药机构相关人员医保支付资格管理经办规程（试行）',
      en: 'Agency procedure on payment eligibility (trial)',
    },
    number: '医保办发〔2024〕34号',
    from: '2025-01-01',
    source: 'primary-text',
  },
  YLJG: {
    title: { zh: '医疗机构管理条例', en: 'Regulation on medical institutions' },
    number: '国务院令第149号（2022年修订）',
    // Read as revised in 2022; articles 45 to 49 of 2016 are 44 to 48 since.
    from: '1994-09-01',
    source: 'primary-text',
  },
  YJ1998: {
    title: { zh: '执业医师法', en: 'Law on practising doctors (1998)' },
    number: '主席令第5号（1998年）',
    from: '1999-05-01',
    until: '2022-03-01',
    source: 'from-memory',
  },
  YJ: {
    title: { zh: '医师法', en: 'Physicians Law' },
    number: '主席令第94号',
    from: '2022-03-01',
    source: 'primary-text',
  },
  YP2001: {
    title: { zh: '药品管理法（2001年修订）', en: 'Drug Administration Law (2001)' },
    number: '主席令第45号（2001年修订）',
    from: '2001-12-01',
    until: '2019-12-01',
    source: 'from-memory',
  },
  YP: {
    title: { zh: '药品管理法', en: 'Drug Administration Law' },
    number: '主席令第31号（2019年修订）',
    from: '2019-12-01',
    source: 'primary-text',
  },
  SAMR2: {
    title: {
      zh: '市场监督管理行政处罚程序规定',
      en: 'Penalty procedure of market regulation',
    },
    number: '国家市场监督管理总局令第2号（第61号修正）',
    from: '2021-07-15',
    source: 'primary-text',
  },
  S0: {
    title: {
      zh: '阿合奇县推进医疗保障基金监管制度体系改革实施方案',
      en: 'Aheqi county: reform of the supervision of medical-insurance funds',
    },
    number: '阿政办发〔2021〕14号',
    from: '2021-01-01',
    source: 'notice',
    cites: 'item',
  },
  S2: {
    title: {
      zh: '盐城市推进医疗保障基金监管制度体系改革实施方案',
      en: 'Yancheng city: reform of the supervision of medical-insurance funds',
    },
    number: '盐城市印发，文号未见',
    from: '2021-01-01',
    source: 'notice',
    cites: 'item',
  },
  SS: {
    title: { zh: '行政诉讼法', en: 'Administrative Litigation Law' },
    number: '主席令第16号（2017年修正）',
    // As amended in 2017; six months to sue since 1 May 2015.
    from: '2017-07-01',
    source: 'primary-text',
  },
  SJGS: {
    title: { zh: '市场监督管理行政处罚信息公示规定', en: 'Publication of penalties of market regulation' },
    number: '国家市场监督管理总局令第45号（2025年第108号修正）',
    from: '2021-09-01',
    source: 'primary-text',
  },
  GF33: {
    title: {
      zh: '国务院关于建立完善守信联合激励和失信联合惩戒制度加快推进社会诚信建设的指导意见',
      en: 'Guiding opinions on joint incentives and joint sanctions',
    },
    number: '国发〔2016〕33号',
    from: '2016-05-30',
    // Its seven days as a city's credit office restates them.
    source: 'web-excerpt',
    cites: 'item',
  },
  JGWF: {
    title: { zh: '价格违法行为行政处罚规定', en: 'Penalties for violations of price law' },
    number: '国务院令第585号（2010年修订）',
    from: '2010-12-04',
    source: 'from-memory',
  },
  FBZ1993: {
    title: { zh: '反不正当竞争法（1993年）', en: 'Law against unfair competition (1993)' },
    number: '主席令第10号（1993年）',
    from: '1993-12-01',
    until: '2018-01-01',
    source: 'from-memory',
  },
  FBZ2017: {
    title: { zh: '反不正当竞争法（2017年修订）', en: 'Law against unfair competition (2017)' },
    number: '主席令第77号（2017年修订，2019年修正）',
    from: '2018-01-01',
    until: '2025-10-15',
    source: 'from-memory',
  },
  FBZ: {
    title: { zh: '反不正当竞争法', en: 'Law against unfair competition' },
    number: '主席令第50号（2025年修订）',
    from: '2025-10-15',
    source: 'from-memory',
  },
  XS2012: {
    title: { zh: '刑事诉讼法', en: 'Criminal Procedure Law (2012)' },
    number: '主席令第55号（2012年修正）',
    from: '2013-01-01',
    until: '2018-10-26',
    source: 'from-memory',
  },
  FX2024: {
    title: {
      zh: '人民检察院行刑反向衔接工作指引',
      en: 'Guideline of the procuratorates on referrals back to administrative organs',
    },
    number: '最高人民检察院2024年11月26日印发',
    from: '2024-11-26',
    // Articles 1 to 4 and 12 to 15 were seen, and what press says of the three days between departments.
    source: 'web-excerpt',
  },
  JCJY: {
    title: { zh: '人民检察院检察建议工作规定', en: 'Provisions on procuratorial suggestions' },
    number: '高检发释字〔2019〕1号',
    from: '2019-02-26',
    // Articles 1 to 5 were seen, and the two months in press; no other by its number.
    source: 'web-excerpt',
  },
  GYJS: {
    title: {
      zh: '关于检察公益诉讼案件适用法律若干问题的解释',
      en: 'Interpretation on public-interest suits of the procuratorates',
    },
    number: '法释〔2018〕6号（2020年修正）',
    from: '2018-03-02',
    source: 'primary-text',
  },
  ZA: {
    title: { zh: '治安管理处罚法', en: 'Public Order Penalties Law' },
    number: '2025年修订',
    from: '2026-01-01',
    source: 'primary-text',
  },
  ZA2005: {
    title: { zh: '治安管理处罚法', en: 'Public Order Penalties Law (2005)' },
    number: '主席令第38号（2012年修正）',
    from: '2006-03-01',
    until: '2026-01-01',
    source: 'web-excerpt',
  },
  GA125: {
    title: {
      zh: '公安机关办理行政案件程序规定',
      en: 'Procedure of public security organs in administrative cases',
    },
    number: '公安部令第125号',
    from: '2013-01-01',
    source: 'primary-text',
  },
  JBA: {
    title: {
      zh: '公安机关接报案与立案工作规定',
      en: 'Rules of public security organs on receiving reports and filing',
    },
    number: '公安部2023年印发',
    from: '2024-01-01',
    source: 'primary-text',
  },
  N7: {
    title: {
      zh: '医疗保障基金使用监督管理条例实施细则',
      en: 'Rules for carrying out the regulation on medical-insurance funds',
    },
    number: '国家医疗保障局令第7号',
    from: '2026-04-01',
    source: 'web-excerpt',
  },
  FS2011: {
    title: {
      zh: '最高人民法院、最高人民检察院关于办理诈骗刑事案件具体应用法律若干问题的解释',
      en: 'Interpretation on applying the law in criminal cases of fraud',
    },
    number: '法释〔2011〕7号',
    from: '2011-04-08',
    source: 'primary-text',
  },
  'BJ-FRAUD': {
    title: {
      zh: '北京市高级人民法院关于盗窃等六种侵犯财产犯罪处罚标准的若干规定',
      en: 'Beijing: standards for six crimes against property',
    },
    number: '文号未见',
    from: '2011-04-08',
    source: 'web-excerpt',
  },
  'SH-FRAUD': {
    title: {
      zh: '关于本市办理部分诈骗类犯罪案件具体数额标准的意见',
      en: 'Shanghai: amounts in cases of fraud',
    },
    number: '沪高法〔2011〕241号',
    from: '2011-07-21',
    source: 'web-excerpt',
  },
  'JS-FRAUD': {
    title: {
      zh: '江苏省关于执行诈骗公私财物“数额较大”、“数额巨大”、“数额特别巨大”标准的意见',
      en: 'Jiangsu: amounts in cases of fraud',
    },
    number: '苏高法〔2011〕370号',
    from: '2011-07-26',
    source: 'web-excerpt',
  },
  'SD-FRAUD': {
    title: {
      zh: '山东省关于确定诈骗罪具体数额标准的通知',
      en: 'Shandong: amounts in cases of fraud',
    },
    number: '文号未见',
    from: '2011-04-08',
    source: 'web-excerpt',
  },
  'HB-FRAUD': {
    title: {
      zh: '湖北省高级人民法院、湖北省人民检察院关于确定我省诈骗罪数额认定标准的通知',
      en: 'Hubei: amounts in cases of fraud',
    },
    number: '鄂高法发〔2012〕9号',
    from: '2012-07-01',
    source: 'web-excerpt',
  },
  'GD-FRAUD': {
    title: {
      zh: '广东省高级人民法院、广东省人民检察院关于确定诈骗刑事案件数额标准的通知',
      en: 'Guangdong: amounts in cases of fraud',
    },
    number: '文号未见',
    from: '2011-04-08',
    source: 'web-excerpt',
  },
  'CQ-FRAUD': {
    title: {
      zh: '重庆市高级人民法院、重庆市人民检察院关于办理诈骗刑事案件数额标准的规定',
      en: 'Chongqing: amounts in cases of fraud',
    },
    number: '文号未见',
    from: '2013-07-01',
    source: 'web-excerpt',
  },
  'SC-FRAUD': {
    title: {
      zh: '四川省关于确定诈骗罪具体数额执行标准的通知',
      en: 'Sichuan: amounts in cases of fraud',
    },
    number: '文号未见',
    from: '2011-10-01',
    source: 'web-excerpt',
  },
  'YN-FRAUD': {
    title: {
      zh: '云南省关于办理诈骗刑事案件执行具体数额标准的通知',
      en: 'Yunnan: amounts in cases of fraud',
    },
    number: '云高法〔2013〕145号',
    from: '2013-08-01',
    source: 'web-excerpt',
  },
  TZBF: {
    title: { zh: '市场监督管理行政处罚听证办法', en: 'Hearings before penalties of market regulation' },
    number: '国家市场监督管理总局令第3号（2021年修正）',
    from: '2021-07-15',
    // Seen: the first articles of 2018 and that it was amended; not article 5 with its amounts.
    source: 'web-excerpt',
  },
  'JX-HEARING': {
    title: { zh: '江西省行政处罚听证程序规定', en: 'Jiangxi: hearings before administrative penalties' },
    number: '江西省人民政府令第82号（第250号修正）',
    from: '2021-06-09',
    source: 'web-excerpt',
  },
  'GD-HEARING': {
    title: {
      zh: '广东省行政处罚听证程序实施办法',
      en: 'Guangdong: hearings before administrative penalties',
    },
    number: '文号未见',
    from: '2021-07-15',
    // Its amounts as a rule on penalties of medical security there (36) and a district’s answers restate them.
    source: 'web-excerpt',
  },
  S4: {
    title: {
      zh: '安岳县进一步加强医疗保障基金使用监督管理八项措施',
      en: 'Anyue county: eight measures on supervising the use of medical-insurance funds',
    },
    number: '安府办发〔2024〕10号',
    from: '2024-11-11',
    source: 'notice',
    cites: 'item',
  },
  AGREED: {
    title: { zh: '部门间约定（非法定期限）', en: 'Agreement between departments (not a limit of law)' },
    number: '本行政区联席会议约定',
    from: '2001-01-01',
    source: 'agreed',
  },
} as const satisfies Record<string, Act>;

/** Key of an act. */
export type ActKey = keyof typeof acts;

/** The act with this key, or `undefined`. */
export const actOf = (key: string): Act | undefined =>
  Object.hasOwn(acts, key) ? acts[key as ActKey] : undefined;
