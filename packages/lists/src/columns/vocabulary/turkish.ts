/** Headers in Turkish. */
import type { HeaderWords } from './words.js';

export const TURKISH: HeaderWords = {
  timeZone: ['saat dilimi'],
  postalCode: ['posta kodu'],
  city: ['sehir', 'ilce'],
  country: ['ulke', 'ulke kodu'],
  account: ['hesap no', 'hesap numarasi', 'sozlesme no', 'sozlesme numarasi'],
  seller: ['satici', 'alacakli'],
  ownerAgent: ['temsilci', 'sorumlu', 'musteri temsilcisi'],
  priority: ['oncelik'],
  personKey: ['musteri no', 'musteri numarasi'],
  lineType: ['telefon tipi', 'telefon turu', 'hat tipi'],
  status: ['durum', 'arama sonucu', 'musteri durumu'],
  birthDate: ['dogum tarihi'],
  age: ['yas'],
  lastTransactionAt: ['son alisveris', 'son alisveris tarihi', 'son odeme', 'son odeme tarihi'],
};
