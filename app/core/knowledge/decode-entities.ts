/** The named references that merchants' editors write; anything else stays as it stands. */
const NAMED: Record<string, string> = Object.fromEntries(
  (
    "amp & lt < gt > quot \" apos ' nbsp \u00a0 ndash – mdash — hellip … lsquo ‘ rsquo ’ sbquo ‚ ldquo “ rdquo ” bdquo „ laquo « raquo » " +
    "bull • middot · copy © reg ® trade ™ deg ° sect § para ¶ euro € pound £ yen ¥ cent ¢ times × divide ÷ plusmn ± frac12 ½ frac14 ¼ " +
    "agrave à aacute á acirc â atilde ã auml ä aring å aelig æ ccedil ç egrave è eacute é ecirc ê euml ë igrave ì iacute í icirc î iuml ï " +
    "ntilde ñ ograve ò oacute ó ocirc ô otilde õ ouml ö oslash ø ugrave ù uacute ú ucirc û uuml ü yacute ý szlig ß iexcl ¡ iquest ¿ " +
    "Agrave À Aacute Á Acirc Â Atilde Ã Auml Ä Aring Å Ccedil Ç Egrave È Eacute É Ecirc Ê Iacute Í Ntilde Ñ Oacute Ó Ocirc Ô Otilde Õ Ouml Ö Uacute Ú Uuml Ü"
  )
    .split(" ")
    .reduce<[string, string][]>((pairs, piece, index, all) => {
      if (index % 2 === 0) pairs.push([piece, all[index + 1] ?? ""]);
      return pairs;
    }, []),
);

/** Character references decoded once: "&amp;lt;" is "&lt;". Control characters come out as spaces. */
export function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+\d*));?/gi, (whole, decimal, hex, name) => {
    if (name) return NAMED[name] ?? NAMED[name.toLowerCase()] ?? whole;
    return fromCodePoint(decimal ? Number.parseInt(decimal, 10) : Number.parseInt(hex, 16));
  });
}

function fromCodePoint(point: number): string {
  if (point < 32 || (point >= 0x7f && point < 0xa0)) return " ";
  if (point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)) return "\ufffd";
  return String.fromCodePoint(point);
}
