import { describe, expect, it } from "vitest";
import { findingsIn } from "./testing.ts";

const errorsIn = (text: string) => findingsIn(text).filter(({ verdict }) => verdict === "error");

describe("a rise that is a fall, and a fall that is a rise", () => {
  it.each([
    "Antallet af elever steg fra 320 til 290.",
    "I løbet af 2023 faldt antallet af indskrevne børn fra 943 til 1.167.",
    "Set i forhold til året før er antallet af udlån steget fra 13.140 til 12.980.",
    "Ventetiden er reduceret fra 12 uger til 14 uger.",
    "Andelen af økologi er vokset fra 62 % til 57 %.",
    "Udgiften er faldet fra 4,2 mio. kr. i 2022 til 4,9 mio. kr. i 2023.",
  ])("%s", (text) => expect(errorsIn(text)).toHaveLength(1));
});

describe("what goes the way it says, or may mean another way", () => {
  it.each([
    "Antallet af elever steg fra 290 til 320.",
    "Ventetiden er reduceret fra 14 uger til 12 uger.",
    "Udgiften er faldet fra 4,9 mio. kr. i 2023 til 4,2 mio. kr. i 2024.",
    "Tallet er faldet siden 2023, fra 4,2 mio. kr. i 2024 til 4,9 mio. kr. i 2022.",
    "Kommunen er steget fra plads 12 til plads 8 på listen.",
    "Antallet er ikke steget fra 120 til 90, som det først blev meldt.",
    "Underskuddet er faldet fra 4,2 mio. kr. til 5,1 mio. kr.",
    "Prisen steg, mens antallet gik fra 120 til 90.",
    "Antallet steg fra cirka 120 til 118.",
    "Normeringen er hævet for børn fra 3 til 6 år.",
    "Åbningstiden er øget fra kl. 8 til kl. 6.",
  ])("%s", (text) => expect(errorsIn(text)).toEqual([]));
});
