// Where local days off exist besides the national ones, and which to expect in a year before that year counts as known.
// Inner Mongolia (15) is left out: its notice lists national days only, no local day off was found. Its three autonomous banners
// may have days of their own (瑟宾节, 篝火节, 库木勒节), of which no notice was found.
import type { ExpectedHoliday, LocalRegime } from '../../schemas/time-limit.ts';
import { autonomousCounties } from './autonomous-counties.ts';

const holiday = (...names: string[]): ExpectedHoliday => ({ names });
const anniversary = holiday('州庆');
const hainan = [holiday('黎族苗族三月三')];

const regions: LocalRegime[] = [
  { prefix: '45', title: '广西壮族自治区', expects: [holiday('壮族三月三')] },
  { prefix: '54', title: '西藏自治区', expects: [holiday('藏历新年'), holiday('雪顿节')] },
  { prefix: '64', title: '宁夏回族自治区', expects: [holiday('开斋节'), holiday('古尔邦节')] },
  { prefix: '65', title: '新疆维吾尔自治区', expects: [holiday('肉孜节'), holiday('古尔邦节')] },
];

const prefectures: LocalRegime[] = [
  { prefix: '2224', title: '延边朝鲜族自治州', expects: [anniversary] },
  { prefix: '4228', title: '恩施土家族苗族自治州', expects: [anniversary] },
  { prefix: '4331', title: '湘西土家族苗族自治州', expects: [anniversary] },
  { prefix: '5132', title: '阿坝藏族羌族自治州', expects: 'unknown' },
  { prefix: '5133', title: '甘孜藏族自治州', expects: 'unknown' },
  {
    prefix: '5134',
    title: '凉山彝族自治州',
    expects: [
      anniversary,
      holiday('火把节'),
      holiday('彝历新年', '彝族年'),
      { names: ['民族团结进步节'], from: 2023 },
    ],
  },
  { prefix: '5223', title: '黔西南布依族苗族自治州', expects: 'unknown' },
  { prefix: '5226', title: '黔东南苗族侗族自治州', expects: 'unknown' },
  {
    prefix: '5227',
    title: '黔南布依族苗族自治州',
    expects: [anniversary, holiday('苗族四月八'), holiday('布依族六月六')],
  },
  { prefix: '5323', title: '楚雄彝族自治州', expects: [anniversary, holiday('火把节'), holiday('彝族年')] },
  {
    prefix: '5325',
    title: '红河哈尼族彝族自治州',
    expects: [anniversary, holiday('矻扎扎节'), holiday('火把节')],
  },
  { prefix: '5326', title: '文山壮族苗族自治州', expects: 'unknown' },
  { prefix: '5328', title: '西双版纳傣族自治州', expects: [anniversary, holiday('泼水节')] },
  { prefix: '5329', title: '大理白族自治州', expects: [anniversary, holiday('三月街民族节')] },
  {
    prefix: '5331',
    title: '德宏傣族景颇族自治州',
    expects: [anniversary, holiday('目瑙纵歌节'), holiday('泼水节')],
  },
  { prefix: '5333', title: '怒江傈僳族自治州', expects: 'unknown' },
  { prefix: '5334', title: '迪庆藏族自治州', expects: 'unknown' },
  { prefix: '6229', title: '临夏回族自治州', expects: 'unknown' },
  { prefix: '6230', title: '甘南藏族自治州', expects: 'unknown' },
  { prefix: '6322', title: '海北藏族自治州', expects: 'unknown' },
  { prefix: '6323', title: '黄南藏族自治州', expects: 'unknown' },
  { prefix: '6325', title: '海南藏族自治州', expects: 'unknown' },
  { prefix: '6326', title: '果洛藏族自治州', expects: 'unknown' },
  { prefix: '6327', title: '玉树藏族自治州', expects: 'unknown' },
  { prefix: '6328', title: '海西蒙古族藏族自治州', expects: 'unknown' },
  // Inside Xinjiang the regional notice is a sound default: nothing more is expected of its prefectures.
  { prefix: '6523', title: '昌吉回族自治州', expects: [] },
  { prefix: '6527', title: '博尔塔拉蒙古自治州', expects: [] },
  { prefix: '6528', title: '巴音郭楞蒙古自治州', expects: [] },
  { prefix: '6530', title: '克孜勒苏柯尔克孜自治州', expects: [] },
  { prefix: '6540', title: '伊犁哈萨克自治州', expects: [] },
];

const hainanPlaces: LocalRegime[] = [
  { prefix: '4602', title: '三亚市', expects: hainan },
  { prefix: '469007', title: '东方市', expects: hainan },
  { prefix: '469028', title: '陵水黎族自治县', expects: hainan },
];

/** Every prefix with local days off; all that match a region apply to it. */
export const localRegimes: readonly LocalRegime[] = [
  ...regions,
  ...prefectures,
  ...hainanPlaces,
  ...autonomousCounties.map(
    ([prefix, title]): LocalRegime => ({
      prefix,
      title,
      expects: prefix.startsWith('469') ? hainan : 'unknown',
    }),
  ),
];
