import { fold } from "../understanding/words";

/** Materials, by their names in six languages, and what they are called when they are named more exactly. */
const MATERIALS: [names: string, kinds: string][] = [
  [
    "wood wooden holz bois madera legno madeira",
    "walnut oak beech maple cedar mahogany spruce pine birch ash cherry bamboo teak acacia olivewood ebony rosewood nussbaum eiche buche ahorn zeder mahagoni fichte kiefer birke esche bambus olivenholz roble nogal haya arce cedro caoba abeto pino abedul fresno noyer chene hetre erable cedre acajou epicea bouleau frene quercia noce faggio acero mogano abete betulla carvalho nogueira faia mogno",
  ],
  [
    "metal metall metallic metallo metalico metalica",
    "steel stainless iron aluminium aluminum alu brass copper titanium zinc tin stahl edelstahl eisen messing kupfer titan blech acero inoxidable hierro aluminio laton cobre acier inox fer laiton cuivre acciaio ferro alluminio ottone rame aco inox latao",
  ],
  [
    "glass glas verre vidrio vetro vidro",
    "borosilicate crystal borosilikat kristall cristal cristallo borosilicato",
  ],
  [
    "fabric cloth textile stoff tissu tela tejido stoffa tessuto tecido",
    "cotton linen wool silk polyester velvet canvas felt denim baumwolle leinen wolle seide samt filz algodon lino lana seda terciopelo coton lin laine soie velours cotone seta velluto algodao linho la veludo",
  ],
  ["plastic kunststoff plastik plastique plastico plastica", "acrylic pvc nylon silicone polypropylene abs"],
  ["stone stein pierre piedra pietra pedra", "marble granite slate marmor granit schiefer marbre ardoise"],
  [
    "ceramic keramik ceramique ceramica",
    "porcelain stoneware earthenware porzellan steingut porcelaine gres",
  ],
];

const kinds = new Map(
  MATERIALS.flatMap(([names, list]) =>
    names.split(" ").map((name) => [name, list.split(" ").map(fold)] as const),
  ),
);

/** "Walnut" and the like for "wood"; none for what is no material. */
export function kindsOf(folded: string): string[] {
  return kinds.get(folded) ?? [];
}
