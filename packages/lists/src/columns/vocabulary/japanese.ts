/** Headers in Japanese. */
import type { HeaderWords } from './words.js';

export const JAPANESE: HeaderWords = {
  timeZone: ['タイムゾーン', '時間帯'],
  postalCode: ['郵便番号', '〒'],
  city: ['市区町村', '市町村', '都市'],
  country: ['国', '国名', '国コード'],
  account: ['契約番号', '口座番号', 'アカウント番号', '案件番号'],
  seller: ['販売元', '債権者'],
  ownerAgent: ['担当者', '担当', '営業担当'],
  priority: ['優先度', '優先順位'],
  personKey: ['顧客番号', '顧客id', '会員番号', 'お客様番号'],
  lineType: ['電話種別', '番号種別'],
  status: ['ステータス', '状態', '対応状況', '架電結果', 'コール結果', '通話結果'],
  birthDate: ['生年月日', '誕生日'],
  age: ['年齢'],
  lastTransactionAt: ['最終購入日', '最終取引日', '最終入金日'],
};
