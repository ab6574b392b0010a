// How Chinese reports name the organs of each body. Patterns only; organs.ts finds them and reads their level.
import type { Body } from '../../schemas/ids.ts';

/** Names that are national by themselves; 公安部门 and its like are no ministry. */
export const NATIONAL_ORGANS: Partial<Record<Body, RegExp>> = {
  'medical-insurance': /国家局|国家飞检|国家和省级/,
  'public-security': /公安部(?!门)/,
  procuratorate: /最高检|最高人民检察院|两高/,
  court: /最高法|最高人民法院|两高/,
  'discipline-inspection': /中央纪委|国家监委/,
  health: /国家卫生健康委|国家卫健委|国家卫生计生委|国家卫计委|卫生部(?!门)/,
  audit: /审计署/,
  'market-regulation': /市场监管总局|市场监督管理总局/,
  'drug-regulation': /国家药监局|国家药品监督管理局|食品药品监管总局|食药监总局/,
  finance: /财政部(?!门)/,
  tax: /税务总局/,
  'civil-affairs': /民政部(?!门)/,
  justice: /司法部(?!门)/,
  'human-resources': /人社部(?!门)|人力资源和?社会保障部(?!门)/,
};

/** Organ names that take a place or a level in front: 无锡市医保局, 市监委, 广东高院. Longer forms stand first. */
export const ORGANS: Partial<Record<Body, RegExp>> = {
  'medical-insurance':
    /医疗保障局|医保局|医保部门|(?<=省级|市级|县级|区级|当地|、)医保(?![卡基目药支付协])|(?<=[省市县区])局(?!长)/g,
  'insurance-agency':
    /医保事务中心|医保基金管理中心|医保中心|经办中心|经办机构|(?<=[省市区县])中心(?![医卫小学])/g,
  'public-security': /公安局|公安分局|公安机关|公安部门|公安厅|公安(?!部)|分局|刑侦|警方/g,
  procuratorate: /人民检察院|检察院|检察机关|(?<=[与和、及])法检/g,
  court: /人民法院|中级人民法院|中级法院|中院|高级人民法院|高院|法院|(?<=[与和、及])法检/g,
  'discipline-inspection': /纪委监委|监察委|监委|纪委/g,
  health:
    /卫生健康委|卫生健康局|卫生健康部门|卫健委|卫健部门|卫健局|卫健|卫生计生委|卫计部门|卫计委|卫生部门|卫生局/g,
  'market-regulation': /市场监督管理局|市场监管局|市场监管部门|市场监管(?!总局)|市监局|市监(?![委察])/g,
  'drug-regulation': /药品监督管理局|药品监管局|药监局|药监部门|(?<!食)药监(?!总局)/g,
  audit: /审计局|审计厅/g,
  finance: /财政厅|财政局|财政部门/g,
  tax: /税务局|税务部门/g,
  'civil-affairs': /民政局|民政厅|民政部门/g,
  justice: /司法局|司法厅/g,
  'human-resources': /人社局|人社厅/g,
};

/** Names that only an organ of its day had: who did its work since is another kind of department (law/former-bodies.ts). */
export const FORMER_ORGANS: Partial<Record<Body, RegExp>> = {
  'health-family-planning': /卫生?计生?委|卫计/,
};

/** Ordinals between a place and its court: 北京二中院, 北京市第二中级法院. */
export const ORDINAL = /第?[一二三四五]$/;

/** A level said once for a list of organs: 市级医保、公安、卫健. */
export const LEVEL_OF_LIST = /(省级|市级|县级|区级|省市)[^,，。;；]*[、与和及]$/;

/** What joins organs of one list: 公安、卫健与市监. */
export const JOINS_LIST = /^(、|和|与|及|以及)$/;

/** Words before an organ that make it the one acted upon, approached or joined, not the one who acts. */
export const BEFORE_OBJECT = /(报|向|移送|移交|交办|交由|商请|与|对|抄送|通报|到)$/;

/** Words right after an organ by which it received what was sent. */
export const AFTER_RECEIVER = /^(收到|接到)/;

/** Words by which who received it starts upon it: 据此启动卫健处理. */
export const STARTS_UPON_IT = /(据此|当日|随即).{0,2}(启动|立案|受理|核查)/;

/** Words right after an organ that make it the one who acts. */
export const AFTER_ACTOR = /^(受理|收到|接到|接线索|接报|立案|发现|查实|查明|决定|责令|通报|移送|移交)/;
