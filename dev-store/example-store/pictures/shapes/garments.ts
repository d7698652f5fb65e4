import { both, box, type Drawing, lying, moved, oval, path, repeated, seam, shine, strap } from "../drawing";

const SLEEVE =
  "M222 158C178 170 156 198 146 250L112 424C110 440 116 447 128 449L162 454C174 455 180 450 182 440L212 304Z";
const TORSO =
  "M222 156C246 148 256 150 266 146C276 168 324 168 334 146C344 150 354 148 378 156L400 304L404 470C404 484 398 490 386 490L214 490C202 490 196 484 196 470L200 304Z";
const CUFF = "M114 418L182 430L180 444C178 452 172 455 162 454L128 449C116 447 111 440 112 430Z";

const longSleeves = both(
  path("d", SLEEVE),
  seam("M212 304L222 200"),
  shine("M166 222C156 262 148 310 140 356"),
);
const torso = path("b", TORSO);
const hem = (ink: "k" | "d"): string =>
  path(ink, "M196 462H404V472C404 485 398 490 386 490H214C202 490 196 485 196 472Z");
const cuffs = both(path("k", CUFF));
const frontZip = strap("k", 7, "M300 168V488") + strap("t", 2, "M300 170V486");
const handPockets = both(strap("k", 5, "M232 360L222 430"));
const button = (x: number, y: number): string => oval("t", x, y, 6) + oval("n", x, y, 6);

const neckRib = strap("k", 13, "M262 148C272 176 328 176 338 148");
const ribs = repeated(14, { x: 15, y: 0 }, seam("M203 466V487"));

const hood =
  path("d", "M228 170C214 84 262 58 300 58C338 58 386 84 372 170C340 196 260 196 228 170Z") +
  path("k", "M252 160C244 104 272 86 300 86C328 86 356 104 348 160C322 182 278 182 252 160Z") +
  shine("M240 128C244 96 262 78 284 70");

const plainKnit = [
  longSleeves,
  torso,
  hem("d"),
  cuffs,
  neckRib,
  ribs,
  shine("M222 214C216 280 214 350 214 420"),
];

const shirtFront =
  path("l", "M262 146L300 186L278 216L246 160Z") +
  path("l", "M338 146L300 186L322 216L354 160Z") +
  seam("M292 190V490M310 190V490") +
  repeated(5, { x: 0, y: 54 }, button(301, 228));

const checks = `<g opacity=".5">${repeated(6, { x: 34, y: 0 }, strap("k", 9, "M216 176V486"))}${repeated(6, { x: 0, y: 52 }, strap("k", 9, "M204 206H396"))}${repeated(6, { x: 34, y: 0 }, strap("t", 2, "M230 176V486"))}</g>`;

const cableTwist =
  path("l", "M0 0C22 12 22 32 0 44C-22 32 -22 12 0 0Z") +
  seam("M0 0C22 12 22 32 0 44M0 0C-22 12 -22 32 0 44");
const cable = (x: number): string =>
  moved(x, 196, 1, repeated(6, { x: 0, y: 44 }, cableTwist)) + seam(`M${x - 28} 190V462M${x + 28} 190V462`);

const SHORT_SLEEVE =
  "M222 158C176 172 150 204 130 258C126 270 130 276 140 280L188 298C196 300 200 298 203 290L214 250Z";

/** Tops: sweaters, shirts and what is cut like them. */
export const GARMENT_SHAPES = {
  sweater: lying(...plainKnit),
  sweatshirt: lying(
    ...plainKnit,
    path("d", "M236 462L250 372H350L364 462Z"),
    seam("M250 372L236 462M350 372L364 462"),
  ),
  cable: lying(
    longSleeves,
    torso,
    cable(248),
    cable(300),
    cable(352),
    hem("d"),
    cuffs,
    ribs,
    strap("d", 24, "M260 148C270 180 330 180 340 148"),
  ),
  tee: lying(
    both(path("d", SHORT_SLEEVE), seam("M138 268L196 290")),
    torso,
    seam("M200 476H400"),
    strap("d", 10, "M263 148C273 174 327 174 337 148"),
    shine("M222 214C216 280 214 350 214 420"),
  ),
  "long-sleeve": lying(
    longSleeves,
    torso,
    strap("d", 18, "M264 144C274 168 326 168 336 144"),
    strap("k", 6, "M300 162V268"),
    box("t", 296, 262, 8, 20, 3),
    seam("M222 186C240 260 232 400 226 488M378 186C360 260 368 400 374 488"),
    cuffs,
  ),
  flannel: lying(
    longSleeves,
    torso,
    checks,
    shirtFront,
    box("d", 226, 252, 54, 58, 6),
    box("d", 322, 252, 54, 58, 6),
    seam("M226 268H280M322 268H376"),
    cuffs,
  ),
  shirt: lying(
    longSleeves,
    torso,
    shirtFront,
    box("d", 326, 248, 48, 52, 5),
    cuffs,
    shine("M220 214C214 280 212 350 212 420"),
  ),
  fleece: lying(
    longSleeves,
    torso,
    path("d", "M258 150L254 122C282 108 318 108 346 122L342 150C328 172 272 172 258 150Z"),
    frontZip,
    box("k", 322, 238, 58, 62, 8),
    seam("M322 252H380"),
    handPockets,
    hem("k"),
    cuffs,
    `<g opacity=".5">${repeated(7, { x: 0, y: 42 }, shine("M214 196q10 10 20 0t20 0t20 0M326 210q10 10 20 0t20 0t20 0"))}</g>`,
  ),
  jacket: lying(
    longSleeves,
    hood,
    torso,
    frontZip,
    handPockets,
    cuffs,
    hem("d"),
    seam("M204 252C240 268 360 268 396 252"),
    strap("t", 3, "M280 176L276 226M320 176L324 226"),
    shine("M222 280C216 330 214 380 214 440"),
  ),
} satisfies Record<string, Drawing>;
