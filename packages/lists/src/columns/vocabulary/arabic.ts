/** Headers in Arabic. */
import type { HeaderWords } from './words.js';

export const ARABIC: HeaderWords = {
  timeZone: ['المنطقة الزمنية'],
  postalCode: ['الرمز البريدي', 'رمز بريدي'],
  city: ['المدينة', 'مدينة'],
  country: ['الدولة', 'البلد', 'رمز الدولة', 'بلد'],
  account: ['رقم الحساب', 'رقم العقد'],
  seller: ['البائع', 'الدائن'],
  priority: ['الأولوية'],
  personKey: ['رقم العميل'],
  status: ['الحالة', 'حالة', 'نتيجة المكالمة', 'حالة العميل'],
  birthDate: ['تاريخ الميلاد'],
  age: ['العمر', 'السن'],
};
