import { readProducts, readWishes, type UnseenShop } from "./shop";

/** A German shop for children's rooms, written with its wishes before anything was mended: held out. */
export const NURSERY: UnseenShop = {
  name: "nursery, held out",
  language: "de",
  currency: "EUR",
  products: readProducts(
    `
Wickelkommode Birke | Möbel | Nordkind | 289 | wickeln | Farbe: Weiß, Natur | Drei Schubladen und ein abnehmbarer Aufsatz.
Babybett 70 × 140 cm | Möbel | Nordkind | 249 | schlafen | | Der Lattenrost lässt sich in drei Höhen einhängen.
Laufgitter Viereck | Möbel | Nordkind | 139 | | | Mit Rollen und einer weichen Einlage.
Hochstuhl Mio | Möbel | Nordkind | 189 | essen | Farbe: Grau, Mint!, Schwarz | Wächst vom ersten Brei bis zur Schule mit.
Spieluhr Mond | Einschlafen | Lunaluna | 34 | geburt,geschenk | | Spielt ein Schlaflied von Brahms.
Mobile Wolken | Einschlafen | Lunaluna | 39 | geburt | | Aus Filz, dreht sich im Luftzug.
Holzpuzzle Bauernhof | Spielzeug | Klötzchen | 14.90 | holz | | 24 Teile, ab drei Jahren.
Puzzle Weltkarte | Spielzeug | Klötzchen | 17.90 | | | 200 Teile, ab sieben Jahren.
Bauklötze bunt 50 Stück | Spielzeug | Klötzchen | 29.90 | holz,bauen | | Aus Buche, mit Farben auf Wasserbasis.
Stoffpuppe Ida | Spielzeug | Lottas | 32 | kuscheln | | 27 cm groß, das Kleid lässt sich ausziehen.
Puppenwagen aus Holz | Spielzeug | Klötzchen | 69 | holz | | Mit Gummireifen, auch zum Laufenlernen.
Kuscheltier Hase | Spielzeug | Lottas | 24 | kuscheln | Größe: 20 cm, 35 cm | Aus Bio-Baumwolle, waschbar bei 30 Grad.
Teddybär Bruno | Spielzeug | Lottas | 39 | kuscheln | | Mit Mohair, 40 cm groß.
Holzeisenbahn Starterset | Spielzeug | Klötzchen | 49 | holz | | 32 Schienen, eine Lok und drei Wagen.
Laufrad 12 Zoll | Draußen | Flitz | 89 | | Farbe: Rot, Blau | Ab zwei Jahren, mit Luftreifen.
Kinderroller Flitz | Draußen | Flitz | 74 | | | Drei Räder, ab drei Jahren.
Brettspiel Die Schatzinsel | Spiele | Spielturm | 27.90 | familie | | Ab 6 Jahren, für zwei bis vier Spieler.
Kartenspiel Zoff im Zoo | Spiele | Spielturm | 9.90 | familie,reise | | Ab 8 Jahren, dauert 15 Minuten.
Knete 6 Farben | Basteln | Buntspecht | 12.50 | kneten | | Ohne Gluten, riecht nach Mandel.
Wachsmalstifte 12 Stück | Basteln | Buntspecht | 8.90 | malen | | Aus Bienenwachs, brechen nicht.
Malbuch Tiere | Basteln | Buntspecht | 6.50 | malen | | 48 Seiten auf Recyclingpapier.
Kinderrucksack Waldo | Unterwegs | Flitz | 34 | kindergarten | Farbe: Gelb, Petrol | Acht Liter, mit Brustgurt.
Brotdose Edelstahl | Unterwegs | Frischling | 19.90 | kindergarten | | Mit herausnehmbarem Fach, dicht.
Trinklernbecher 250 ml | Essen | Frischling | 11.90 | | | Tropft nicht, für die Spülmaschine.
Lätzchen 3er-Pack | Essen | Frischling | 16.90 | | | Mit Druckknopf und Auffangschale.
Babyschlafsack Sternenhimmel | Schlafen | Lunaluna | 44.90 | | Größe: 70, 90!, 110 | Für 18 bis 22 Grad im Zimmer.
Strampler Bio-Baumwolle | Kleidung | Lottas | 24.90 | | Größe: 56, 62, 68, 74 | Mit Füßchen und Knöpfen vorne.
Nachtlicht Fuchs! | Einschlafen | Lunaluna | 29 | | | Leuchtet warm und schaltet sich nach 30 Minuten ab.
Badethermometer Wal | Pflege | Frischling | 13.90 | baden | | Zeigt die Wärme des Wassers.
Schaukelpferd Max | Spielzeug | Klötzchen | 119 | holz | | Aus Buche, trägt bis 30 kg.
Steckenpferd Lilli | Spielzeug | Lottas | 35 | | | Mit Mähne aus Wolle.
Beißring Blatt | Pflege | Frischling | 9.90 | zahnen | | Aus Naturkautschuk, hilft beim Zahnen.
`,
    "EUR",
  ),
  wishes: readWishes(`
de: Puzzle mit 200 Teilen -> weltkarte
de: Schlafsack Größe 110 -> schlafsack.*110
de: Schlafsack in Größe 90 sofort lieferbar -> none
de: etwas zum Malen -> wachsmal|malbuch
de: Geschenke unter 40 Euro zur Geburt -> spieluhr|mobile
de: Laufrad in Blau -> laufrad.*blau
de: Hochstühle in Grau -> hochstuhl.*grau
de: Hochstuhl in Mint, lieferbar -> none
de: Fahrrad -> none
de: Playstation -> none
de: Kinderwagen -> none
de: günstigstes Puzzle -> bauernhof
de: Stofftier -> kuscheltier|teddy|stoffpuppe
de: Puppe -> stoffpuppe
de: Pferd zum Schaukeln -> schaukelpferd
de: Bett für ein Baby -> babybett
de: Spielzeug aus Holz unter 20 Euro -> holzpuzzle
de: Becher 250 ml -> trinklern
de: was gegen Zahnschmerzen beim Zahnen -> beißring
de: etwas von Lottas -> stoffpuppe|kuscheltier|teddy|strampler|steckenpferd
de: Rucksack für den Kindergarten -> rucksack
de: Bauklöze -> bauklötze
en: crib -> babybett
en: high chair in grey -> hochstuhl.*grau
en: jigsaw puzzle -> puzzle
en: doll -> stoffpuppe
en: teddy bear -> teddyb|kuscheltier
en: building blocks -> bauklötze
en: red balance bike -> laufrad.*rot
en: scooter -> roller
en: board game -> brettspiel
en: rocking horse -> schaukelpferd
en: lunch box -> brotdose
en: night light -> nachtlicht
en: play dough -> knete
en: bib -> lätzchen
en: pacifier -> none
en: wooden train -> eisenbahn
en: crayons under 10 -> wachsmal
en: car seat -> none
fr: poupée -> stoffpuppe
fr: chaise haute -> hochstuhl
fr: cheval à bascule -> schaukelpferd
fr: jeu de société à moins de 30 euros -> brettspiel
fr: doudou lapin -> kuscheltier hase
fr: sac à dos enfant jaune -> rucksack.*gelb
fr: gigoteuse taille 70 -> schlafsack.*70
fr: trottinette -> roller
es: muñeca -> stoffpuppe
es: rompecabezas -> puzzle
es: oso de peluche -> teddyb|kuscheltier
es: trona negra -> hochstuhl.*schwarz
es: cuna -> babybett
es: chupete -> none
it: bambola -> stoffpuppe
it: seggiolone -> hochstuhl
it: gioco da tavolo -> brettspiel
it: zaino -> rucksack
it: monopattino -> roller
pt: boneca -> stoffpuppe
pt: quebra-cabeça -> puzzle
pt: mochila amarela -> rucksack.*gelb
pt: trotinete -> roller
pt: lápis de cera -> wachsmal
`),
};
