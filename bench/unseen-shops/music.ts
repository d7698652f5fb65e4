import { readProducts, readWishes, type UnseenShop } from "./shop";

/** An English shop of musical instruments: what is wrong here may be mended. */
export const MUSIC: UnseenShop = {
  name: "music, tuned on",
  language: "en",
  currency: "USD",
  products: readProducts(
    `
Larkspur Concert Ukulele | Ukuleles | Larkspur | 89 | four strings,beginner | Color: Natural, Blue! | Mahogany body, comes with a bag and a songbook.
Larkspur Soprano Ukulele | Ukuleles | Larkspur | 49 | four strings,beginner,kids | | The smallest of the family, light and cheerful.
Hollis Dreadnought Acoustic Guitar | Guitars | Hollis | 329 | steel strings | Color: Natural, Sunburst | Spruce top, full and warm sound for strumming.
Hollis 3/4 Travel Guitar | Guitars | Hollis | 189 | kids,travel | | Short scale for children from seven and for anyone on the road.
Ravenna Electric Guitar | Guitars | Ravenna | 549 | rock | Color: Black, White, Red! | Two humbuckers and a tremolo.
Ravenna Short-Scale Bass | Basses | Ravenna | 479 | rock | | Four strings, 30 inch scale, easy on small hands.
Phosphor Bronze Guitar Strings | Strings | Elander | 12.50 | acoustic | Gauge: Light, Medium | Six strings for steel-string guitars.
Nylon Strings for Classical Guitar | Strings | Elander | 9.90 | classical | | Normal tension, silver-plated basses.
Clip-On Tuner | Accessories | Tonewell | 19 | beginner | | Clips to the headstock; works by vibration on loud stages.
Leather Guitar Strap | Accessories | Elander | 39 | | Color: Brown, Black | Full-grain leather, adjustable.
Padded Gig Bag | Cases | Tonewell | 45 | guitar,case | Size: 3/4, 4/4 | Twenty millimetres of foam, two pockets, backpack straps.
Maple Violin Outfit | Violins | Castellan | 259 | student | Size: 1/2!, 3/4, 4/4 | Violin with bow, rosin and case.
Brazilwood Violin Bow | Violins | Castellan | 69 | | | Octagonal stick, natural horsehair.
Amber Rosin | Accessories | Castellan | 8 | violin,cello | | For violin, viola and cello.
Thunderline Drum Kit | Drums | Thunderline | 599 | beginner | | Five pieces with cymbals and a stool.
Hickory Drumsticks 5A | Drums | Thunderline | 11 | drummer | | A pair with oval wooden tips.
Birch Cajon | Drums | Thunderline | 129 | percussion | | A box drum to sit on.
Aurelia Digital Piano | Keyboards | Aurelia | 699 | home | Color: Black, White | 88 weighted keys, headphone socket.
Keyboard Stand | Accessories | Tonewell | 49 | | | Height can be adjusted, holds up to 40 kg.
Sustain Pedal | Accessories | Aurelia | 25 | piano | | With a polarity switch.
Pearwood Alto Recorder | Recorders | Castellan | 59 | baroque | | Baroque fingering, in a cotton bag.
School Soprano Recorder | Recorders | Castellan | 15 | school,kids | | Plastic, easy to clean.
Blues Harmonica | Harmonicas | Larkspur | 29 | blues | Key: C, G, A | Diatonic, ten holes.
Studio USB Microphone | Microphones | Tonewell | 119 | podcast,recording | | Cardioid, with a desk stand.
XLR Microphone Cable | Cables | Tonewell | 18 | | Length: 3 m, 6 m, 10 m | Shielded, gold-plated plugs.
Folding Music Stand | Accessories | Tonewell | 24 | orchestra | | Steel, with a carrying bag.
Walnut Metronome | Accessories | Castellan | 55 | gift | | Wind-up, from 40 to 208 beats a minute.
Concert Earplugs | Accessories | Tonewell | 22 | hearing protection,ears | | Take 20 decibels off and leave the music clear.
First Campfire Songs | Books | Paper Lark | 16 | songbook,beginner,gift | | Forty songs with chord charts.
Spring Guitar Capo! | Accessories | Tonewell | 14 | | | One hand is enough.
Meadow Kalimba | Percussion | Larkspur | 35 | gift,thumb piano | | Seventeen keys on a koa box.
`,
    "USD",
  ),
  wishes: readWishes(`
en: ukulele under 60 -> soprano ukulele
en: blue ukulele -> concert ukulele.*blue
en: blue ukulele in stock -> none
en: electric guitar in white -> electric guitar.*white
en: violin 3/4 -> violin outfit.*3/4
en: violin size 1/2 in stock -> none
en: trumpet -> none
en: saxophone reeds -> none
en: yoga mat -> none
en: strings for a classical guitar -> nylon strings
en: xlr cable 10 m -> xlr.*10 m
en: piano with 88 keys -> digital piano
en: guitar strap brown leather -> strap.*brown
en: bass below 500 -> bass
en: hollis guitar -> hollis
en: something from hollis -> hollis
en: harmonica in g -> harmonica.*g
en: recorder for school -> school soprano recorder
en: something to protect my ears at concerts -> earplugs
en: stuff for drummers -> drumsticks
en: gifts under 20 -> campfire songs
en: cheapest guitar -> travel guitar
en: podcast mic -> usb microphone
en: thumb piano -> kalimba
en: guitar capo available now -> none
en: gutiar strap -> guitar strap
de: Ukulele unter 60 Dollar -> soprano ukulele
de: E-Gitarre in Schwarz -> electric guitar.*black
de: Geige -> violin outfit|violin bow
de: Blockflöte -> recorder
de: Notenständer -> music stand
de: Schlagzeug -> drum kit
de: Gitarrensaiten -> strings
de: Mundharmonika -> harmonica
de: schwarzes Klavier -> digital piano.*black
de: Gitarrentasche -> gig bag
de: Trompete -> none
fr: guitare électrique noire -> electric guitar.*black
fr: violon -> violin
fr: un pupitre -> music stand
fr: harmonica en do -> harmonica
fr: cordes pour guitare -> strings
fr: flûte à bec -> recorder
fr: une trompette -> none
es: guitarra acústica por menos de 350 dólares -> acoustic guitar|travel guitar
es: cuerdas de guitarra -> strings
es: micrófono usb -> usb microphone
es: batería para principiantes -> drum kit
es: saxofón -> none
it: chitarra -> guitar
it: violino -> violin
it: flauto dolce -> recorder
it: corde per chitarra -> strings
it: metronomo -> metronome
pt: guitarra elétrica vermelha -> electric guitar.*red
pt: violão -> acoustic guitar|travel guitar
pt: afinador -> tuner
pt: baquetas -> drumsticks
pt: palhetas -> none
`),
};
