/** What the in-memory store keeps beyond the life of a process: leads and attempts. */
import type {
  AttemptId,
  AttemptResult,
  CallMode,
  GateDecision,
  Lead,
  LearnedFact,
  MachineVerdict,
  OpenAttempt,
  CallVoice,
} from '@outdial/core';

/** A lead as stored. */
export interface LeadRow {
  /** Its current state, as the next claim hands it out. */
  lead: Lead;
  status: 'open' | 'closed';
  /** Epoch ms; null when closed. */
  nextDialableAt: number | null;
  /** Why it is in this state. */
  why: string;
  /** The process that has claimed it. */
  claim: { readonly campaignId: string; readonly epoch: number; readonly at: number } | null;
}

/**
 * An attempt as stored. `storedAt` and `closedStoredAt` are the database's own time (true time), the rest as
 * the engine said.
 */
export interface AttemptRow {
  readonly attemptId: AttemptId;
  readonly campaignId: string;
  readonly epoch: number;
  readonly lead: Lead;
  readonly phone: string;
  readonly callerNumber: string;
  /** 'inbound': the call came in, and the law was not asked. */
  readonly mode: CallMode;
  readonly humanInitiated: boolean;
  readonly voices: readonly CallVoice[];
  readonly agentId?: string;
  /** Who owned its conversation last, as it was marked. */
  ownerId?: string;
  machineVerdict?: MachineVerdict;
  /** The flow to which an agent has given the person. */
  givenFlow?: string;
  /** Voices of such flows that the law allows for the person. */
  readonly givenVoices?: readonly CallVoice[];
  readonly openedAt: number;
  readonly storedAt: number;
  /** The legal instant the gate was asked about, and what it said. */
  readonly decidedFor: number;
  readonly decision: GateDecision;
  readonly marks: { -readonly [Mark in keyof OpenAttempt['marks']]: OpenAttempt['marks'][Mark] };
  result: AttemptResult | null;
  closedStoredAt: number | null;
}

/** A fact learned about a person or a number. */
export interface LearnedRow {
  readonly personId: string;
  readonly phone: string;
  readonly attemptId: AttemptId;
  readonly fact: LearnedFact;
  readonly storedAt: number;
}

/** One line of the audit trail. */
export interface AuditRow {
  readonly campaignId: string;
  readonly kind: string;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly at: number;
  readonly storedAt: number;
}

/** All that survives a crash: the auditor's second source. */
export interface Disk {
  readonly leads: Map<string, LeadRow>;
  /** The same rows by list and by person, as a database would index them. */
  readonly leadsByList: Map<string, LeadRow[]>;
  readonly leadsByPerson: Map<string, LeadRow[]>;
  readonly attempts: Map<AttemptId, AttemptRow>;
  /** Unique keys: the open attempt of each number, and of each person. */
  readonly openByPhone: Map<string, AttemptId>;
  readonly openByPerson: Map<string, AttemptId>;
  /** All attempts to a person, oldest first. */
  readonly history: Map<string, AttemptRow[]>;
  readonly learned: LearnedRow[];
  /** The same rows by person and by number, as a database would index them. */
  readonly learnedOfPerson: Map<string, LearnedRow[]>;
  readonly learnedOfPhone: Map<string, LearnedRow[]>;
  /** The epoch in force, by campaign. */
  readonly epochs: Map<string, number>;
  /** Which lists each campaign dials. */
  readonly lists: Map<string, readonly string[]>;
  /** Attempts that were closed before they were opened: a late opening must fail. */
  readonly neverToOpen: Set<AttemptId>;
  readonly audit: AuditRow[];
}

/** An empty disk. */
export function createDisk(): Disk {
  return {
    leads: new Map(),
    leadsByList: new Map(),
    leadsByPerson: new Map(),
    attempts: new Map(),
    openByPhone: new Map(),
    openByPerson: new Map(),
    history: new Map(),
    learned: [],
    learnedOfPerson: new Map(),
    learnedOfPhone: new Map(),
    epochs: new Map(),
    lists: new Map(),
    neverToOpen: new Set(),
    audit: [],
  };
}

/**
 * Puts leads on the disk, dialable from `dialableAt` on. A lead that is stored already stays as it is: a
 * second upload resets nothing.
 */
export function addLeadsToDisk(disk: Disk, leads: readonly Lead[], dialableAt: number): void {
  for (const lead of leads) {
    if (disk.leads.has(lead.leadId)) continue;
    const row: LeadRow = { lead, status: 'open', nextDialableAt: dialableAt, why: 'fresh', claim: null };
    disk.leads.set(lead.leadId, row);
    addTo(disk.leadsByList, lead.listId, row);
    addTo(disk.leadsByPerson, lead.personId, row);
  }
}

/** Stores a fact that was learned. */
export function addLearned(disk: Disk, row: LearnedRow): void {
  disk.learned.push(row);
  addTo(disk.learnedOfPerson, row.personId, row);
  addTo(disk.learnedOfPhone, row.phone, row);
}

function addTo<Row>(index: Map<string, Row[]>, key: string, row: Row): void {
  const rows = index.get(key);
  if (rows) rows.push(row);
  else index.set(key, [row]);
}

/** Says which lists a campaign dials. */
export function assignLists(disk: Disk, campaignId: string, listIds: readonly string[]): void {
  disk.lists.set(campaignId, listIds);
}
