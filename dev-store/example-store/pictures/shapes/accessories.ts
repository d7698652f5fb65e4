import {
  both,
  box,
  type Drawing,
  lying,
  moved,
  oval,
  path,
  repeated,
  seam,
  shine,
  standing,
  strap,
  turned,
} from "../drawing";

const hat =
  path("b", "M150 400C140 220 210 130 300 130C390 130 460 220 450 400Z") +
  `<g opacity=".8">${both(seam("M170 380C168 250 220 160 290 138M210 390C208 270 246 180 296 140M254 392C254 280 274 190 298 142"))}</g>`;
const brim = box("d", 134, 372, 332, 104, 30) + repeated(15, { x: 21, y: 0 }, seam("M152 386V462"));

const glove =
  path(
    "b",
    "M150 480L146 330L132 216C130 200 150 196 154 212L170 300L170 160C170 142 194 142 195 160L202 292L214 140C216 124 240 126 239 142L234 296L258 176C262 160 284 166 281 182L262 330C286 310 300 296 312 290C328 284 340 300 328 314C300 340 286 380 262 410L260 480Z",
  ) +
  box("d", 140, 438, 132, 62, 10) +
  repeated(8, { x: 15, y: 0 }, seam("M154 446V492")) +
  path("t", "M132 216C130 200 150 196 154 212L158 234L136 240ZM170 172V160C170 142 194 142 195 160V174Z") +
  shine("M164 320L168 420");

const sock =
  path(
    "b",
    "M226 92H322V330C322 350 330 362 346 374L410 420C436 440 440 470 420 490C402 506 376 502 352 486L250 420C232 408 226 394 226 372Z",
  ) +
  path(
    "d",
    "M226 340C240 356 262 376 262 428L250 420C232 408 226 394 226 372ZM372 394L410 420C436 440 440 470 420 490C402 506 376 502 352 486C376 470 384 436 372 394Z",
  ) +
  strap("t", 11, "M227 156H321M227 196H321") +
  box("d", 224, 88, 100, 44, 8) +
  repeated(6, { x: 15, y: 0 }, seam("M236 94V128")) +
  shine("M240 220V330");

const lens =
  oval("d", 198, 300, 82, 78) +
  `<ellipse cx="198" cy="300" rx="68" ry="64" fill="#3b4248"/><path d="M150 290C158 258 186 244 212 244L160 330C152 318 148 304 150 290Z" fill="#fff" opacity=".22"/>`;

const fern = path("t", "M300 420C296 340 300 260 330 190").replace(
  'class="t"',
  'class="t o" stroke-width="6"',
);
const leaflets = repeated(
  6,
  { x: 4, y: -36 },
  path(
    "t",
    "M298 400C258 396 236 376 226 350C262 352 288 370 298 400ZM300 392C336 384 356 362 364 334C330 340 308 360 300 392Z",
  ),
);

/** What one wears on top, and small gifts. */
export const ACCESSORY_SHAPES = {
  beanie: standing(hat, brim, shine("M196 300C204 240 226 200 254 176")),
  "bobble-hat": standing(
    `<circle cx="300" cy="122" r="58" class="t"/>${repeated(7, { x: 14, y: 0 }, seam("M258 96l8 20M254 128l10 18"))}`,
    hat,
    strap("t", 9, "M160 330C220 350 380 350 440 330"),
    strap("t", 5, "M163 304C220 322 380 322 437 304"),
    brim,
  ),
  cap: standing(
    moved(
      0,
      50,
      1,
      path("d", "M330 404C420 392 520 410 540 442C544 452 536 458 524 456C450 442 380 450 316 446Z"),
      path("b", "M110 430C100 300 170 214 270 210C370 212 430 290 432 410C360 440 200 446 110 430Z"),
      path("d", "M250 211C190 240 160 330 168 438C140 436 122 432 110 430C100 300 160 222 250 211Z"),
      seam("M270 210C250 280 246 360 252 441M270 210C330 250 360 330 362 430"),
      oval("k", 270, 210, 13, 8),
      box("t", 290, 330, 62, 40, 4),
      seam("M302 344H340M302 356H328"),
      strap("k", 5, "M112 432C200 448 360 442 432 412"),
      shine("M188 290C198 266 214 248 234 238"),
    ),
  ),
  scarf: lying(
    strap("d", 74, "M176 270C150 130 450 130 424 270C410 350 190 350 176 270Z"),
    strap("b", 70, "M240 316C270 380 250 440 246 500M352 318C330 372 372 430 366 478"),
    strap("b", 74, "M182 286C210 344 380 350 420 280"),
    `<g opacity=".85">${strap("t", 6, "M216 402L284 410M214 420L284 428M330 400L400 386M334 418L404 404")}</g>`,
    repeated(6, { x: 13, y: 1 }, strap("t", 5, "M214 502l-4 42")),
    repeated(6, { x: 13, y: -2 }, strap("t", 5, "M336 486l4 42")),
    shine("M190 226C210 178 270 160 330 168"),
  ),
  gloves: lying(
    turned(-8, moved(-46, 40, 0.94, glove)),
    `<g transform="matrix(-1 0 0 1 600 0)">${turned(-8, moved(-46, 40, 0.94, glove))}</g>`,
  ),
  socks: lying(moved(-96, -10, 1, sock), moved(64, 16, 1, sock)),
  sunglasses: lying(
    both(strap("b", 13, "M118 280C96 272 92 250 108 196")),
    strap("b", 15, "M272 290C282 266 318 266 328 290"),
    both(
      lens,
      `<ellipse cx="198" cy="300" rx="78" ry="74" class="b o" stroke-width="14"/>`,
      oval("m", 128, 272, 5),
    ),
  ),
  journal: lying(
    turned(
      -10,
      box("k", 168, 92, 280, 420, 14),
      `<rect x="164" y="100" width="276" height="404" rx="8" fill="#f7f1e4"/>`,
      box("b", 152, 88, 276, 420, 12),
      box("d", 152, 88, 36, 420, 12),
      strap("k", 9, "M392 88V508"),
      box("t", 226, 168, 130, 74, 4),
      seam("M244 192H338M244 214H316"),
      `<g opacity=".3">${repeated(24, { x: 0, y: 16 }, seam("M196 104H386"))}</g>`,
      shine("M198 110V480"),
    ),
  ),
  "gift-card": lying(
    turned(
      -7,
      box("b", 110, 180, 380, 240, 22),
      box("d", 110, 364, 380, 56, 22),
      moved(130, 96, 0.66, fern, leaflets),
      `<text x="136" y="232" font-family="Georgia,serif" font-size="32" fill="#fbf4e4">Tarnwick</text><text x="138" y="402" font-family="Georgia,serif" font-size="20" fill="#fbf4e4" opacity=".85">gift card</text>`,
      shine("M140 196H440"),
    ),
  ),
} satisfies Record<string, Drawing>;
