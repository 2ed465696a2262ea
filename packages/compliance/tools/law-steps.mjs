/** The changes of law from each version kept to the next, newest first, for docs/compliance/changes.md. */

/** @param functions lawOfVersion and compareLaw, of the sources or of the built package */
export function lawSteps(latest, earlier, { lawOfVersion, compareLaw }) {
  const versions = [...earlier.map(({ version }) => version), latest.version];
  const tables = versions.map((version) => lawOfVersion(version, latest, earlier));
  return tables
    .slice(1)
    .map((now, index) => ({
      before: versions[index],
      now: now.version,
      changes: compareLaw(tables[index], now),
    }))
    .reverse();
}
