import { readProducts, readWishes, type UnseenShop } from "./shop";

/** A French shop of tools and paint, written after all that was mended for the others: only its first run counts. */
export const HARDWARE: UnseenShop = {
  name: "hardware, written last",
  language: "fr",
  currency: "EUR",
  products: readProducts(
    `
Perceuse-visseuse sans fil 18 V | Outillage électrique | Brunac | 129 | bricolage | | Avec deux batteries et un coffret, pour le bois et le métal.
Perceuse à percussion 800 W | Outillage électrique | Brunac | 89 | béton | | Pour la brique et le béton.
Ponceuse excentrique 300 W | Outillage électrique | Brunac | 75 | | | Avec un sac à poussière et dix abrasifs.
Scie sauteuse 650 W | Outillage électrique | Tavel | 68 | | | Coupe droite ou en courbe, vitesse réglable.
Marteau arrache-clou | Outillage à main | Tavel | 19.50 | | Poids: 450 g, 600 g! | Manche en frêne.
Jeu de 6 tournevis | Outillage à main | Tavel | 24 | | | Plats et cruciformes, pointes aimantées.
Clé à molette 250 mm | Outillage à main | Tavel | 17.90 | plomberie | | Ouverture jusqu'à 30 mm.
Pince universelle | Outillage à main | Tavel | 14.90 | électricité | | Branches isolées.
Niveau à bulle 60 cm | Mesure | Droiture | 21 | | | Trois fioles, semelle aimantée.
Mètre ruban 5 m | Mesure | Droiture | 8.90 | | Longueur: 3 m, 5 m, 8 m | Avec frein et attache pour la ceinture.
Vis à bois inox | Visserie | Fixeo | 7.50 | boîte de 100 | Diamètre: 4 mm, 5 mm, 6 mm | Pour l'extérieur.
Chevilles universelles | Visserie | Fixeo | 5.90 | boîte de 50 | | Pour murs creux et pleins.
Peinture murale mate | Peinture | Lunel | 39 | salon,chambre | Couleur: Blanc, Gris perle, Vert sauge! | Sans odeur, dix mètres carrés au litre.
Peinture pour bois satinée | Peinture | Lunel | 27 | meubles,volets | Couleur: Blanc, Bleu nuit | Intérieur et extérieur.
Pinceau plat 50 mm | Peinture | Lunel | 6.50 | | | Soies naturelles.
Rouleau anti-gouttes | Peinture | Lunel | 11.90 | plafond | | Avec une perche et un bac.
Ruban de masquage 25 m | Peinture | Lunel | 4.20 | | | Se retire sans trace.
Colle à bois rapide | Colles | Prendfort | 8.20 | | Contenance: 250 g, 750 g | Prise en dix minutes.
Mastic silicone salle de bain | Colles | Prendfort | 9.40 | joint,douche | Couleur: Transparent, Blanc | Contre la moisissure.
Papier de verre assorti | Abrasifs | Brunac | 5.60 | ponçage | | Vingt feuilles du grain 80 au grain 240.
Escabeau 4 marches | Échelles | Hautbois | 59 | | | En aluminium, 150 kg.
Échelle coulissante 6 m | Échelles | Hautbois | 189 | toit | | Deux plans, pieds antidérapants.
Gants de travail en cuir | Protection | Paumet | 12.50 | jardin | Taille: 8, 9, 10! | Fleur de bovin, dos en coton.
Lunettes de protection | Protection | Paumet | 9.90 | | | Contre les éclats, se portent sur des lunettes de vue.
Cadenas à combinaison | Sécurité | Verroux | 16 | vélo,casier | | Quatre chiffres, anse en acier.
Ampoule LED E27 | Électricité | Clarelle | 6.90 | | Puissance: 5 W, 9 W, 14 W | Lumière chaude, 15 000 heures.
Rallonge électrique 10 m | Électricité | Clarelle | 22 | jardin | | Pour l'extérieur, trois fiches.
Détecteur de fumée | Sécurité | Verroux | 24.90 | | | Pile de dix ans.
`,
    "EUR",
  ),
  wishes: readWishes(`
fr: une perceuse à moins de 100 euros -> percussion
fr: marteau 450 g -> marteau.*450 g
fr: marteau de 600 g disponible -> none
fr: de quoi peindre un plafond -> rouleau
fr: vis de 5 mm -> vis.*5 mm
fr: peinture bleue -> bois.*bleu nuit
fr: peinture vert sauge en stock -> none
fr: gants taille 9 -> gants.*9
fr: ampoule 9w -> ampoule.*9 w
fr: quelque chose contre la moisissure -> mastic
fr: la perceuse la moins chère -> percussion
fr: tronçonneuse -> none
fr: tondeuse -> none
fr: robinet -> none
fr: un truc pour mesurer les murs -> mètre|niveau
fr: tournevi -> tournevis
fr: produits de chez Tavel -> scie|marteau|tournevis|clé|pince
fr: échelle pour le toit -> échelle
fr: colle bois 750 -> colle.*750 g
en: cordless drill -> perceuse
en: hammer -> marteau
en: screwdriver set -> tournevis
en: white wall paint -> peinture.*blanc
en: paintbrush -> pinceau
en: step ladder under 80 -> escabeau
en: spirit level -> niveau
en: work gloves size 8 -> gants.*8
en: padlock -> cadenas
en: sandpaper -> papier de verre
en: light bulb 14 W -> ampoule.*14 w
en: chainsaw -> none
en: garden hose -> none
de: Bohrmaschine -> perceuse
de: Schraubenzieher -> tournevis
de: Holzschrauben -> vis
de: Rauchmelder -> détecteur
de: Verlängerungskabel -> rallonge
de: Holzleim -> colle
de: Leiter 6 m -> échelle
de: Wasserwaage -> niveau
de: Rasenmäher -> none
es: taladro -> perceuse
es: martillo -> marteau
es: pintura blanca para madera -> bois.*blanc
es: escalera -> escabeau|échelle
es: guantes de trabajo -> gants
it: trapano -> perceuse
it: cacciavite -> tournevis
it: vernice blu -> bois.*bleu
it: lucchetto -> cadenas
pt: martelo -> marteau
pt: berbequim -> perceuse
pt: lâmpada -> ampoule
pt: pincel -> pinceau
`),
};
