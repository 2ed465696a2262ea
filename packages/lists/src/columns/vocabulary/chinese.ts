/** Headers in Chinese, in both scripts. */
import type { HeaderWords } from './words.js';

export const CHINESE: HeaderWords = {
  timeZone: ['时区', '時區'],
  postalCode: ['邮编', '邮政编码', '郵遞區號', '郵編'],
  city: ['城市', '市'],
  country: ['国家', '國家', '国家代码', '國家代碼'],
  account: ['账号', '账户', '合同号', '合同编号', '帳號', '合約編號'],
  seller: ['卖方', '债权人'],
  ownerAgent: ['负责人', '跟进人', '客服', '負責人'],
  priority: ['优先级', '優先級'],
  personKey: ['客户编号', '客户号', '客戶編號', '会员号'],
  lineType: ['电话类型', '號碼類型', '号码类型'],
  status: ['状态', '客户状态', '通话结果', '呼叫结果', '狀態', '通話結果'],
  birthDate: ['出生日期', '生日'],
  age: ['年龄', '年齡'],
  lastTransactionAt: ['最近购买日期', '最后购买日期', '最近付款日期'],
};
