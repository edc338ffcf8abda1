/**
 * Where an index stands among the results that the ministry published for 2023 and 2024: 1,236 results of 652 agencies
 * (peers-data.json, 56 KB: load this module only where it is asked for). Published indices have two decimals, so an
 * index is rounded half up before it is compared.
 */
import data from "./peers-data.json";
import { add, compare, multiply, ratio, subtract, type Ratio } from "./ratio";
import { publishedIndex } from "./score";

export const PEER_GROUPS = ["pusat", "provinsi", "kabupaten", "kota"] as const;
export type PeerGroup = (typeof PEER_GROUPS)[number];
export const PEER_YEARS: readonly number[] = data.years;
export const PEER_SOURCE: string = data.source;
export const PEER_PROVINCES: readonly string[] = data.provinces;
/** The published results are indices of the SPBE instrument in force then, on this scale. */
export const PEER_SCALE = { min: 1, max: 5 } as const;

export interface Peer {
  readonly group: PeerGroup;
  /** Null for the central government. */
  readonly province: string | null;
  /** Without "Pemerintah Kota" and the like: "Bandar Lampung". */
  readonly name: string;
  readonly year: number;
  readonly index: Ratio;
  /** Published domain values in order; null where the report lost one. */
  readonly domains: readonly (Ratio | null)[];
}

const hundredths = (value: number): Ratio => ratio(value, 100);

function peerOfRow(row: (typeof data.rows)[number], yearIndex: number): Peer | null {
  const [group, province, name] = row;
  const values = row[3 + yearIndex];
  const year = PEER_YEARS[yearIndex];
  if (typeof group !== "number" || typeof province !== "number" || typeof name !== "string") return null;
  const peerGroup = PEER_GROUPS[group];
  if (peerGroup === undefined || year === undefined || !Array.isArray(values)) return null;
  const [index, ...domains] = values;
  if (typeof index !== "number") return null;
  return {
    group: peerGroup,
    province: data.provinces[province] ?? null,
    name,
    year,
    index: hundredths(index),
    domains: domains.map((value) => (value === null ? null : hundredths(value))),
  };
}

const ALL: readonly Peer[] = data.rows
  .flatMap((row) => PEER_YEARS.map((_, index) => peerOfRow(row, index)))
  .filter((peer): peer is Peer => peer !== null);

export interface PeerQuery {
  /** Null = all groups, for instance every government in a province. */
  readonly group: PeerGroup | null;
  readonly province?: string | null;
  readonly year: number;
  /** Official name of the agency that asks: its own published result is no peer of it. */
  readonly agency?: string;
}

const letters = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, "");

/** The published results of a group, a province or both in one year, best first. */
export const peersOf = ({ group, province, year }: PeerQuery): readonly Peer[] =>
  ALL.filter(
    (peer) =>
      peer.year === year &&
      (group === null || peer.group === group) &&
      (province == null || (peer.province !== null && letters(peer.province) === letters(province))),
  ).sort((a, b) => compare(b.index, a.index) || (a.name < b.name ? -1 : 1));

export interface Rank {
  /** 1 = best; equal indices share a rank. */
  readonly rank: number;
  /** How many are ranked; an agency that asks by name, or an index below all, is counted among them. */
  readonly of: number;
  /** Share of the peers at or below this index, 0 to 1. */
  readonly share: Ratio;
  /** Of all published results of the group, the agency's own included; so is the top quarter. */
  readonly median: Ratio;
  readonly best: Ratio;
  /** The nearest peers above and below, and those with the same index. */
  readonly above: Peer | null;
  readonly below: Peer | null;
  readonly equal: readonly Peer[];
  /** The index of the last rank of the top quarter, and what is missing to it (0 when reached). */
  readonly topQuarter: Ratio;
  readonly toTopQuarter: Ratio;
}

/** Where an index stands among the published peers, or null when nothing was published for them. */
export function rankAmong(query: PeerQuery & { readonly index: Ratio }): Rank | null {
  const peers = peersOf(query);
  const best = peers[0]?.index;
  const upper = peers[Math.floor((peers.length - 1) / 2)]?.index;
  const lower = peers[Math.ceil((peers.length - 1) / 2)]?.index;
  const quarter = peers[Math.max(0, Math.floor(peers.length / 4) - 1)]?.index;
  if (!best || !upper || !lower || !quarter) return null;
  const index = publishedIndex(query.index);
  const { agency } = query;
  const others = agency === undefined ? peers : peers.filter((peer) => !isOf(agency, peer));
  const higher = others.filter((peer) => compare(peer.index, index) > 0);
  const equal = others.filter((peer) => compare(peer.index, index) === 0);
  const missing = subtract(quarter, index);
  return {
    rank: higher.length + 1,
    of: agency === undefined ? Math.max(peers.length, higher.length + 1) : others.length + 1,
    share: ratio(others.length - higher.length, Math.max(1, others.length)),
    median: multiply(add(upper, lower), ratio(1, 2)),
    best,
    above: higher.at(-1) ?? null,
    below: others.find((peer) => compare(peer.index, index) < 0) ?? null,
    equal,
    topQuarter: quarter,
    toTopQuarter: missing.numerator > 0 ? missing : ratio(0),
  };
}

/** The province of a name as people write it, or null. */
export const readProvince = (text: string): string | null =>
  PEER_PROVINCES.find((province) => letters(province) === letters(text)) ?? null;

/** A group as people write it ("Kab.", "Kota", "K/L"), or null. */
export function readPeerGroup(text: string): PeerGroup | null {
  const word = letters(text);
  const known: Readonly<Record<string, PeerGroup>> = {
    kab: "kabupaten",
    pemkab: "kabupaten",
    pemkot: "kota",
    prov: "provinsi",
    pemprov: "provinsi",
    kl: "pusat",
    kementerian: "pusat",
    lembaga: "pusat",
    instansipusat: "pusat",
  };
  return PEER_GROUPS.find((group) => group === word) ?? (Object.hasOwn(known, word) ? (known[word] ?? null) : null);
}

const OFFICIAL: Readonly<Record<PeerGroup, RegExp>> = {
  kota: /^(?:(?:pemerintah|pemkot)?\s*kota|pemkot)\s+/i,
  kabupaten: /^(?:(?:pemerintah|pemkab)?\s*kab(?:upaten|\.)?|pemkab)\s+/i,
  provinsi: /^(?:(?:pemerintah|pemprov)?\s*(?:daerah\s+)?prov(?:insi|\.)?|pemprov)\s+/i,
  pusat: /^/,
};

/** The published results of an agency by its official name ("Pemerintah Kota Pangkalpinang"), oldest first; blanks do not count. */
export const resultsOf = (agency: string): readonly Peer[] => ALL.filter((peer) => isOf(agency, peer));

function isOf(agency: string, { group, name }: Peer): boolean {
  const prefix = OFFICIAL[group].exec(agency.trim());
  return prefix !== null && letters(agency.trim().slice(prefix[0].length)) === letters(name);
}
