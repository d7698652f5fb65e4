import type { StoreDocument } from "../../store/store-platform";
import type { Finding, Quote } from "./finding";
import { differs, readStatements, type Statement } from "./read-statements";

/**
 * Texts that give different figures for the same thing. Only statements of one scope are held against each other, and
 * only between texts: one text that names two figures means two cases. One finding a topic and scope.
 */
export function findContradictions(
  documents: readonly StoreDocument[],
  productWords: ReadonlySet<string>,
): Extract<Finding, { kind: "contradiction" }>[] {
  const groups = new Map<string, Statement[]>();
  for (const document of documents) {
    for (const statement of readStatements(document, productWords)) {
      const key = `${statement.topic}\n${statement.scope}`;
      groups.set(key, [...(groups.get(key) ?? []), statement]);
    }
  }
  const findings = [...groups.values()].flatMap((group) => {
    const quotes = conflictingQuotes(group);
    const topic = group[0]?.topic;
    return topic && quotes.length > 1 ? [{ kind: "contradiction" as const, topic, quotes }] : [];
  });
  return withoutRepeats(findings);
}

/** One quote of each text that agrees with no statement of some other text. */
function conflictingQuotes(group: Statement[]): Quote[] {
  const ids = [...new Set(group.map(({ quote }) => quote.documentId))];
  const texts = ids.map((id) => group.filter(({ quote }) => quote.documentId === id));
  const conflicts = (a: Statement[], b: Statement[]) =>
    a.every((one) => b.every((other) => differs(one.figure, other.figure)));
  return texts
    .filter((text) => texts.some((other) => other !== text && conflicts(text, other)))
    .flatMap(([first]) => (first ? [first.quote] : []));
}

/** Opening hours differ on all days of a week at once. */
function withoutRepeats(findings: Extract<Finding, { kind: "contradiction" }>[]) {
  const seen = new Set<string>();
  return findings.filter(({ topic, quotes }) => {
    const key = JSON.stringify([topic, quotes.map(({ documentId, text }) => [documentId, text])]);
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}
