/** Headers in Spanish. */
import type { HeaderWords } from './words.js';

export const SPANISH: HeaderWords = {
  timeZone: ['zona horaria', 'huso horario'],
  postalCode: ['codigo postal', 'cp', 'c p'],
  region: [
    'estado',
    'provincia',
    'region',
    'comunidad autonoma',
    'comunidad',
    'entidad',
    'provincia o estado',
    'departamento',
    'entidad federativa',
  ],
  city: ['ciudad', 'localidad', 'municipio', 'poblacion'],
  country: ['pais', 'pais o region', 'pais region', 'codigo de pais'],
  lastTransactionAt: [
    'ultima compra',
    'fecha de ultima compra',
    'fecha de la ultima compra',
    'ultimo pago',
    'fecha de ultimo pago',
    'fecha del ultimo pago',
  ],
  lastInquiryAt: ['ultima consulta', 'ultima solicitud'],
  existingContract: ['contrato vigente', 'contrato'],
  account: [
    'cuenta',
    'numero de cuenta',
    'numero de contrato',
    'expediente',
    'numero de expediente',
    'referencia',
  ],
  seller: ['vendedor', 'acreedor', 'marca'],
  ownerAgent: ['asesor', 'responsable', 'agente'],
  priority: ['prioridad'],
  personKey: ['numero de cliente', 'id cliente', 'codigo de cliente', 'codigo cliente'],
  skills: ['habilidades'],
};
