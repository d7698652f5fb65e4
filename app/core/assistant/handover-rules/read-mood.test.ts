import { describe, expect, it } from "vitest";
import { findAnger, findWishForPerson } from "./read-mood";

describe("anger", () => {
  it.each([
    "This is urgent, could you please check my order as soon as possible?",
    "Please hurry, I need it before Friday!",
    "I'm not angry, I would just like to know where it is.",
    "I'm a little disappointed with the colour, can I exchange it?",
    "My lamp arrived broken.",
    "Do you have the Angry Birds mug in stock?",
    "Do you sell 'The Idiot' by Dostoevsky?",
    "WHERE CAN I FIND THE SIZE GUIDE",
    "Thank you so much!! You are great!!",
    "What is the worst case for delivery to Norway?",
    "Are your Bose headphones noise cancelling?!",
    "Is ordering here safe, or could it be a scam?",
    "Ich suche eine satte rote Farbe, die ist nicht schlecht.",
    "Das reicht mir, vielen Dank!",
    "Es ist dringend, könnten Sie bitte nachsehen?",
    "Perdona la molestia, ¿cuándo llega mi pedido?",
    "C'est urgent, pouvez-vous vérifier s'il vous plaît ?",
    "Avez-vous une bande d'exercice élastique ?",
    "É urgente, pode ver isso por favor? Quando já chega?",
    "Basta così, grazie mille!",
    "",
  ])("is not heard in %j", (text) => {
    expect(findAnger(text, "en")).toBeNull();
  });

  it.each([
    ["en", "This is absolutely unacceptable, three weeks and nothing!"],
    ["en", "I am so angry and frustrated with you people"],
    ["en", "WHERE IS MY PARCEL, THIS IS TERRIBLE SERVICE"],
    ["en", "wtf, you're a joke of a company"],
    ["en", "I’m fed up. Worst customer service ever."],
    ["es", "¡Estoy harta de esperar, esto es inaceptable!"],
    ["es", "Vaya vergüenza de servicio"],
    ["fr", "J'en ai marre, c'est une honte !"],
    ["fr", "Votre service est inadmissible"],
    ["de", "Das ist eine Frechheit, ich habe die Nase voll!"],
    ["de", "Ich bin stinksauer auf euren Saftladen"],
    ["pt", "Isto é inaceitável, estou farta de esperar"],
    ["pt", "Que vergonha, nunca mais compro aqui"],
    ["it", "È una vergogna, sono furiosa!"],
    ["it", "Servizio inaccettabile, non ne posso più"],
  ] as const)("is heard in %s: %j", (language, text) => {
    expect(findAnger(text, "en")).toBe(language);
    expect(findAnger(text, language)).toBe(language);
  });
});

describe("a wish for a person", () => {
  it.each([
    "I want to buy a present for someone who loves tea",
    "Can one person carry this tent?",
    "I don't want to talk to a human, just tell me the price",
    "Which agent removes limescale?",
    "What is your customer service phone number?",
    "Show me the order of somebody else",
    "Give me someone else's order",
    "Ich brauche ein Geschenk für einen Menschen, der gern liest",
    "Je cherche un cadeau pour une personne âgée",
    "Busco un regalo para una persona mayor",
    "Procuro um presente para uma pessoa",
    "Cerco un regalo per una persona speciale",
  ])("is not heard in %j", (text) => {
    expect(findWishForPerson(text, "en")).toBeNull();
  });

  it.each([
    ["en", "Can I speak to a human?"],
    ["en", "I want a real person"],
    ["en", "please connect me with one of your support agents"],
    ["en", "let me talk to someone"],
    ["en", "Human please"],
    ["es", "Quiero hablar con una persona"],
    ["es", "pásame con un agente"],
    ["fr", "Je voudrais parler à un conseiller"],
    ["fr", "Puis-je parler à quelqu'un ?"],
    ["de", "Ich möchte mit einem Menschen sprechen"],
    ["de", "Kann ich mit jemandem aus dem Team reden?"],
    ["pt", "Quero falar com um atendente"],
    ["it", "Vorrei parlare con un operatore"],
  ] as const)("is heard in %s: %j", (language, text) => {
    expect(findWishForPerson(text, "en")).toBe(language);
  });
});
