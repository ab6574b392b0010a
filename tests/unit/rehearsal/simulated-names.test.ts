// What simulated departments are called: by the names such organs have, and as what they are.
import { describe, expect, it } from 'vitest';
import { simulatedName } from '../../../services/rehearsal/simulated-departments.ts';

describe('a simulated department', () => {
  it.each([
    ['100000/audit', '审计署（演练模拟）'],
    ['100000/public-security', '公安部（演练模拟）'],
    ['100000/court', '最高人民法院（演练模拟）'],
    ['100000/procuratorate', '最高人民检察院（演练模拟）'],
    ['100000/discipline-inspection', '中央纪委国家监委（演练模拟）'],
    ['100000/medical-insurance', '国家医疗保障局（演练模拟）'],
    ['100000/drug-regulation', '国家药品监督管理局（演练模拟）'],
    ['420100/public-security', '武汉市公安局（演练模拟）'],
    ['420000/public-security', '湖北省公安厅（演练模拟）'],
    ['653023/drug-regulation', '阿合奇县药品监督管理局（演练模拟）'],
  ])('%s is %s', (department, name) => {
    expect(simulatedName(department)).toBe(name);
  });
});
