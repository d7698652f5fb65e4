import { countriesIn } from "./countries";

/** What things are made of: the first word is the name of all, folded, in the languages of the checks. */
const MATERIALS = [
  "leather leder lederne lederbesatz cuero piel cuir couro pelle cuoio calfskin lambskin nubuk nubuck nabuk suede wildleder glattleder nubukleder daim gamuza",
  "wool wolle schurwolle merinowolle lana laine merino merina merinos",
  "cashmere kaschmir cachemira cachemire caxemira cashmir cachemir",
  "cotton baumwolle algodon coton algodao cotone denim",
  "linen leinen lino lin linho",
  "silk seide seda soie seta",
  "polyester poliester poliestere",
  "nylon polyamide polyamid poliamida poliammide",
  "acrylic acryl acrilico acrylique",
  "viscose viskose viscosa rayon",
  "felt filz fieltro feutre feltro",
  "mesh netzgewebe",
  "oak eiche eichenholz roble chene carvalho rovere",
  "beech buche buchenholz haya hetre faia faggio",
  "walnut nussbaum nogal noyer nogueira noce",
  "pine kiefer kiefernholz pino pin pinho",
  "ash esche fresno frene freixo frassino",
  "bamboo bambus bambu bambou",
  "teak mahogany mahagoni caoba acajou mogno mogano",
  "steel stahl edelstahl acero acier inox aco acciaio",
  "aluminium aluminum aluminio",
  "brass messing laton laiton latao ottone",
  "copper kupfer cobre cuivre rame",
  "titanium titan titanio titane",
  "plastic plastik kunststoff plastico plastique plastica pvc",
  "rubber kautschuk gummi caucho caoutchouc borracha gomma",
  "ceramic keramik ceramica ceramique porcelain porzellan porcelana porcelaine porcellana stoneware steinzeug",
  "glass glas vidrio cristal verre vidro vetro",
  "marble marmor marmol marbre marmore marmo",
  "paper papier papel carta",
  "cork kork corcho liege cortica sughero",
  "down daunen plumon duvet piumino plumas",
  "leatherette kunstleder polipiel simili similicuir ecopelle",
];

const byWord = new Map(
  MATERIALS.flatMap((line) => {
    const words = line.split(" ");
    return words.map((word) => [word, words[0] ?? word] as const);
  }),
);
/** Other words as well, or in another language: taken for materials only after a word that says so. */
const AMBIGUOUS = new Set(
  "down ash felt pin lana carta cristal pelle piel rame glass glas paper papier papel seta noce pine duvet piumino plumas lin mesh steel copper brass gomma gummi rubber verre".split(
    " ",
  ),
);
const MADE_OF =
  /\b(?:made (?:of|from|with)|(?:is|are|in|of|from|solid|pure|genuine|real|natural|recycled|100 ?%|aus|massiv\w*|rein\w*|echt\w*|es|son|de|en|puro|pura|natural|reciclad[oa]|massif|pur|pure|recycle|di|in|puro|massiccio|e|sao))\s(?:(?:100|full|soft|high|top|grain|quality|stainless|forged|cast|brushed)\S*\s){0,2}$/;

export interface NamedMaterial {
  start: number;
  end: number;
  name: string;
}

/** What folded text says that something is made of. */
export function findMaterials(folded: string): NamedMaterial[] {
  return [...folded.matchAll(/\p{L}{3,}/gu)].flatMap((match) => {
    const name = byWord.get(match[0]);
    if (name === undefined) return [];
    if (AMBIGUOUS.has(match[0]) && !MADE_OF.test(folded.slice(0, match.index))) return [];
    return [{ start: match.index, end: match.index + match[0].length, name }];
  });
}

/** All that a product's text may mean by material words. */
export function materialsIn(folded: string): Set<string> {
  return new Set((folded.match(/\p{L}{3,}/gu) ?? []).flatMap((word) => byWord.get(word) ?? []));
}

const ORIGIN =
  /\b(?:made|grown|farmed|woven|produced|sourced|roasted|crafted|sewn|caught|comes?|from|origin\w*|hergestellt|gewebt|angebaut|gefertigt|produziert|stammt|stammen|kommt|kommen|hech[oa]s?|fabricad[oa]s?|cultivad[oa]s?|origen|procede\w*|viene\w*|fabriquee?s?|cultivee?s?|origine|vient|viennent|feit[oa]s?|produzid[oa]s?|origem|vem|prodott[oaie]|fatt[oaie]|coltivat[oaie]|provien\w+)\b/;

/** Countries that something is said to come from. */
export const originsIn = (folded: string): string[] => (ORIGIN.test(folded) ? countriesIn(folded) : []);
