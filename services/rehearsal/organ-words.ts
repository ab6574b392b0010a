// How Chinese reports name the organs of each body. Patterns only; organs.ts finds them and reads their level.
import type { Body } from '../../schemas/ids.ts';

/** Names that are national by themselves. */
export const NATIONAL_ORGANS: Partial<Record<Body, RegExp>> = {
  'medical-insurance': /国家局|国家飞检|国家和省级/,
  'public-security': /公安部/,
  procuratorate: /最高检|最高人民检察院|两高/,
  court: /最高法|最高人民法院|两高/,
  'discipline-inspection': /中央纪委|国家监委/,
  audit: /审计署/,
  'market-regulation': /市场监管总局/,
  finance: /财政部/,
  tax: /税务总局/,
  'civil-affairs': /民政部/,
  justice: /司法部/,
};

/** Organ names that take a place or a level in front: 无锡市医保局, 市监委, 广东高院. Longer forms stand first. */
export const ORGANS: Partial<Record<Body, RegExp>> = {
  'medical-insurance':
    /医疗保障局|医保局|医保部门|(?<=省级|市级|县级|区级|当地)医保|(?<=[省市县区])局(?!长)/g,
  'insurance-agency':
    /医保事务中心|医保基金管理中心|医保中心|经办中心|经办机构|(?<=[省市区县])中心(?![医卫小学])/g,
  'public-security': /公安局|公安分局|公安机关|公安|分局|刑侦|警方/g,
  procuratorate: /人民检察院|检察院|检察机关/g,
  court: /人民法院|中级人民法院|中级法院|中院|高级人民法院|高院|法院/g,
  'discipline-inspection': /纪委监委|监察委|监委|纪委/g,
  health: /卫生健康委|卫健委|卫健部门|卫健局|卫健|卫计部门|卫计委/g,
  'market-regulation': /市场监管局|市场监管部门|市场监管|市监/g,
  'drug-regulation': /药监局|药品监管局/g,
  audit: /审计局|审计厅/g,
  finance: /财政厅|财政局/g,
  tax: /税务局/g,
  'civil-affairs': /民政局|民政厅/g,
  justice: /司法局|司法厅/g,
  'human-resources': /人社局|人社厅/g,
};

/** Ordinals between a place and its court: 北京二中院, 北京市第二中级法院. */
export const ORDINAL = /第?[一二三四五]$/;

/** A level said once for a list of organs: 市级医保、公安、卫健. */
export const LEVEL_OF_LIST = /(省级|市级|县级|区级|省市)[^,，。;；]*、$/;

/** Words before an organ that make it the one acted upon, approached or joined, not the one who acts. */
export const BEFORE_OBJECT = /(报|向|移送|移交|交办|交由|商请|与|对|抄送|通报|到)$/;

/** Words right after an organ that make it the one who acts. */
export const AFTER_ACTOR = /^(受理|收到|接到|接线索|接报|立案|发现|查实|查明|决定|责令|通报|移送|移交)/;
