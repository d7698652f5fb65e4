import { fold } from "~/lib/words";
import { type Claim, claimAt, FALSE, isConditional, isNegatedNear, type Sentence, TRUE } from "./claim";
import { DONE, DONE_TO_IT, HANDING_OVER, HARMLESS, PERFECTS, WILL_DO, WILL_GET } from "./deed-words";

/** What the assistant says that it has done, does or will do: it can do nothing but look up, and call a person. */
export function checkDeeds(sentence: Sentence): Claim[] {
  return [
    ...checkPerfects(sentence),
    ...checkFixed(sentence, DONE_TO_IT).filter(
      ({ start, end }) =>
        !isHabit(sentence) &&
        !isRefundKnown(sentence) &&
        !OF_ITS_STATE.test(sentence.folded.slice(start, end)),
    ),
    ...checkFixed(sentence, WILL_DO).filter(
      ({ start, end }) =>
        !speaksOfTeam(sentence) && !(/^we\b/.test(sentence.folded.slice(start, end)) && isInRules(sentence)),
    ),
    ...checkFixed(sentence, WILL_GET).filter(() => !isInRules(sentence)),
    ...checkFixed(sentence, DONE).filter(() => !sentence.facts.didHandOver),
  ];
}

/** Judged as what its order's state is. */
const OF_ITS_STATE = /^(?:order|item|delivery)\b.*\b(?:sent|scheduled)$/;

/** Whose "I have" is no other word elsewhere. */
const EVERYWHERE = ["en", "de", "fr", "it"] as const;

function checkPerfects(sentence: Sentence): Claim[] {
  const { folded, text, facts, language, isQuestion } = sentence;
  if (isQuestion) return [];
  const languages = new Set([...(language ? [language] : []), ...EVERYWHERE]);
  return [...languages].flatMap((each) =>
    PERFECTS[each].flatMap((pattern) =>
      [...(each === "fr" || each === "de" ? text : folded).matchAll(pattern)].flatMap((match): Claim[] => {
        const verb = fold(match.slice(1).find((group) => group !== undefined) ?? "");
        const after = folded
          .slice(match.index + match[0].length)
          .split(/\s/, 4)
          .join(" ");
        if (HARMLESS.test(`${verb}${after}`) || isDenied(match, sentence)) return [];
        const isHandover = HANDING_OVER.test(verb) || (ADDING.test(verb) && speaksOfTeam(sentence));
        const isDone = (isHandover && facts.didHandOver) || (REFUNDING.test(verb) && isRefunded(sentence));
        return [claimAt("action", match, isDone ? TRUE : FALSE)];
      }),
    ),
  );
}

function checkFixed(sentence: Sentence, pattern: RegExp): Claim[] {
  if (sentence.isQuestion) return [];
  return [...sentence.folded.matchAll(pattern)]
    .filter((match) => !isDenied(match, sentence))
    .map((match) => claimAt("action", match, FALSE));
}

/** "We refunded you": how much is judged with the sum. */
const REFUNDING =
  /^(?:refunded|reimbursed|(?:zuruck)?erstattet|reembolsado|devuelto|rembourse|reembolsei|rimborsato)$/;
const isRefunded = ({ orders }: Sentence): boolean =>
  orders.some(({ refunded, state }) => refunded > 0 || state === "refunded");

/** To a request that the team has already. */
const ADDING =
  /^(?:added|erganzt|hinzugefugt|anadido|agregado|ajoute|complete|acrescentei|adicionei|aggiunto)$/;

function isDenied(match: { index: number; 0: string }, sentence: Sentence): boolean {
  const end = match.index + match[0].length;
  return isConditional(sentence, match.index) || isNegatedNear(sentence, match.index, end);
}

/** "I can ask our team to cancel it." */
const TEAM =
  /\b(?:team|colleague\w*|person|human|kolleg\w*|mitarbeit\w*|equipo|companer\w*|equipe|collegue\w*|colega\w*|collegh\w*|squadra)\b/;

/** "The money is usually back within a week" */
const isHabit = ({ folded }: Sentence): boolean =>
  /\b(?:usually|normally|typically|generally|in der regel|normalerweise|meist(?:ens)?|normalmente|generalmente|habitualmente|por lo general|habituellement|generalement|en general|normalement|geralmente|di solito|di norma)\b/.test(
    folded,
  );

/** "The refund for order 12 has been issued" */
const isRefundKnown = ({ folded, orders }: Sentence): boolean =>
  /\b(?:refund\w*|\w*erstattung|reembolso|remboursement|rimborso|estorno)\b/.test(folded) &&
  orders.some(({ refunded, state }) => refunded > 0 || state === "refunded");

const speaksOfTeam = ({ folded }: Sentence): boolean => TEAM.test(folded);

/** The shop's own texts promise it. */
function isInRules({ folded, facts }: Sentence): boolean {
  const [noun] = WILL_GET_NOUN.exec(folded) ?? [];
  return noun !== undefined && facts.prose.includes(noun.slice(0, 6));
}

const WILL_GET_NOUN =
  /(?:refund|credit|voucher|replacement|confirmation|coupon|discount|gift|reembols\w+|erstattung|gutschein|rembours\w+|rimbors\w+)/;
