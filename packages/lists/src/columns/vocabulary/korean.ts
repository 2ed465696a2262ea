/** Headers in Korean. */
import type { HeaderWords } from './words.js';

export const KOREAN: HeaderWords = {
  timeZone: ['시간대'],
  postalCode: ['우편번호'],
  city: ['도시', '시'],
  country: ['국가', '나라', '국가코드'],
  account: ['계좌번호', '계약번호'],
  seller: ['판매자', '채권자'],
  ownerAgent: ['담당자', '상담원'],
  priority: ['우선순위'],
  personKey: ['고객번호', '회원번호', '고객아이디'],
  lineType: ['전화유형', '번호유형'],
  status: ['상태', '통화결과', '콜결과', '고객상태'],
  birthDate: ['생년월일', '생일'],
  age: ['나이', '연령'],
  lastTransactionAt: ['최근구매일', '최종구매일', '최근결제일'],
};
