/** Headers in Portuguese. */
import type { HeaderWords } from './words.js';

export const PORTUGUESE: HeaderWords = {
  timeZone: ['fuso horario'],
  postalCode: ['cep', 'codigo postal'],
  region: ['estado', 'uf', 'unidade federativa', 'provincia', 'distrito', 'regiao'],
  city: ['cidade', 'municipio', 'localidade'],
  country: ['pais', 'pais regiao', 'codigo do pais'],
  lastTransactionAt: [
    'ultima compra',
    'data da ultima compra',
    'ultimo pagamento',
    'data do ultimo pagamento',
  ],
  lastInquiryAt: ['ultima consulta', 'ultimo pedido de informacao'],
  existingContract: ['contrato vigente', 'contrato'],
  account: ['conta', 'numero da conta', 'numero do contrato', 'processo', 'numero do processo', 'referencia'],
  seller: ['vendedor', 'credor', 'marca'],
  ownerAgent: ['consultor', 'responsavel', 'atendente'],
  priority: ['prioridade'],
  personKey: ['numero do cliente', 'id do cliente', 'codigo do cliente'],
  skills: ['habilidades'],
};
