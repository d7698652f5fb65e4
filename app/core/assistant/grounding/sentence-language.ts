import { fold } from "~/lib/words";

const CHECKED = ["en", "es", "fr", "de", "pt", "it"] as const;
/** The languages whose words the checks know. */
export type CheckedLanguage = (typeof CHECKED)[number];

/** Short words that every other sentence has. Of the languages that are not checked, such as the checked ones lack. */
const COMMON: Record<string, string> = {
  en: "the is are was were has have had been you your it its of and or to for in on at with this that not we our from by can will be an a any there they i'm i do does my i'd which what how as but if so",
  es: "hemos cuestan el la los las es son fue ha han su sus tu tus de del y o para por en con este esta esto que no se lo un una unos unas ya hay mas muy como pero si cuesta al le te nos nuestro nuestra usted",
  fr: "j'ai coute coutent le la les est sont a ete votre vos ta tes de du des et ou pour par en dans avec ce cette ces que qui ne pas un une il elle nous vous je au aux sur deja y l' d' c'est n'est plus mais si",
  de: "habe kostet kosten der die das ist sind war wurde wird hat haben ihr ihre ihrer ihnen sie dein deine von und oder fur in im am an mit dies diese dieser nicht ein eine einen es wir uns den dem des auf zu zum zur bei noch nur auch als aber ich",
  pt: "custam o os as um uma e sao foi tem seu sua seus suas de do da dos das para por em no na nos nas com este esta isto que nao se ja ou mais mas voce ao pelo pela custa ha nosso nossa",
  it: "ho hai abbiamo l'ordine il lo la i gli le e sono stato stata ha hanno suo sua tuo tua di del della dei delle per in nel nella con questo questa che non si un una da dal al alla piu ma anche c'e costa nostro nostra era ed",
  nl: "het een van en uw jouw zijn niet voor naar met dat dit wij ons er wordt werd heeft bij ook maar deze hij bestelling geleverd",
  sv: "och att det som ar inte din ditt har till med pa av for den vi fran levererats bestallning skickad",
  da: "og at det er ikke din dit har til med pa af den vi fra leveret bestilling sendt jeg blev",
  pl: "jest nie na do twoje twoj zamowienie zostalo sie ze przez dla od oraz dostarczone wyslane juz przesylka w z i",
  cs: "je vase byla byl objednavka dorucena odeslana na nebo se ze pro jsme uz zasilka",
  ro: "este comanda dumneavoastra fost livrata si pentru din cu nu sau va trimisa",
  tr: "bir ve siparisiniz icin teslim edildi kargo bu ile degil numarali kargoya verildi",
  fi: "on ja tilauksesi tilaus toimitettu ei tai se lahetetty kanssa tama",
  hu: "a az es rendelese nem van volt kiszallitottuk csomag egy megerkezett",
  ca: "el la els les es ha estat la seva comanda amb per i lliurada enviada ja",
  id: "pesanan anda telah dikirim sudah di yang dan untuk ini tidak",
  vi: "don hang cua ban da duoc giao va khong la",
};

const WORDS = Object.entries(COMMON).map(([language, line]) => [language, new Set(line.split(" "))] as const);

const ALL_COMMON = new Set(WORDS.flatMap(([, common]) => [...common]));

/** Whether a folded word is among the commonest of any language. */
export const isCommonWord = (folded: string): boolean => ALL_COMMON.has(folded);

/** Shorter texts are names and figures. */
const MIN_TELLING = 8;

/**
 * The language of a sentence, by its commonest words: null when it is none that the checks know. Where too little is
 * said to tell, it is `expected`.
 */
export function languageOf(text: string, expected: CheckedLanguage): CheckedLanguage | null {
  if (text.length < MIN_TELLING) return isOtherScript(text) ? null : expected;
  if (isOtherScript(text)) return null;
  // The letters of a tracking number or an address are no words of any language.
  const found =
    fold(text)
      .replace(/\S*\d\S*|\S*:\/\/\S*/g, " ")
      .match(/\p{L}+(?:['’]\p{L}+)?/gu) ?? [];
  const scores = WORDS.map(([language, common]) => ({
    language,
    score: found.filter((word) => common.has(word)).length + (language === expected ? 0.5 : 0),
  })).sort((a, b) => b.score - a.score);
  const best = scores[0];
  if (!best || best.score < 1) return expected;
  const checked = scores.find(({ language }) => isChecked(language));
  // What the six languages explain as well is theirs.
  if (checked && checked.score >= best.score) return checked.language as CheckedLanguage;
  return best.score >= 2 ? null : expected;
}

export function isChecked(language: string): language is CheckedLanguage {
  return (CHECKED as readonly string[]).includes(language);
}

/** The checked language of a locale, English where it has none. */
export function checkedLanguageOf(locale: string): CheckedLanguage {
  const language = locale.toLowerCase().split(/[-_]/)[0] ?? "";
  return isChecked(language) ? language : "en";
}

/** Greek, Cyrillic, Han and so on in more than a word or two. */
function isOtherScript(text: string): boolean {
  if (/^[\p{Script=Latin}\p{N}\p{P}\p{S}\p{Z}\s]*$/u.test(text)) return false;
  const other = text.match(/(?!\p{Script=Latin})\p{L}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return other > 3 && other * 2 > latin;
}
