import { describe, expect, it } from "vitest";
import { findingsIn, verdictOf } from "./testing.ts";

describe("percent beside other figures of a growth", () => {
  it.each([
    "Antallet af elever er steget fra 412 til 445, svarende til 8 %.",
    "Antallet af elever er steget fra 412 til 445 elever (8 %).",
    "Kommunen modtog 7.501 underretninger. Det er en stigning på 462 underretninger i forhold til 2017, svarende til 6,6 pct.",
    "Antallet af ladestandere er steget med 24 (60 %) til 64.",
    "Udgiften er faldet med 1,5 mio. kr., svarende til 25 %, fra 6,0 mio. kr. til 4,5 mio. kr.",
    "Rammen på 4,2 mio. kr. hæves med 0,9 mio. kr. til 5,1 mio. kr.",
    "Indtægterne er 2.202 mio. kr. og udgifterne 2.228 mio. kr. Det vil sige en ubalance på 26 mio. kr.",
    "Nord har 412 elever og Syd 445 elever, en forskel på 33 elever.",
    "Fraværet er faldet med 1,7 dage fra 2015 til 2017. I 2015 var det 13,1 dage, mens det i 2017 var 11,4 dage.",
    "Antallet af klager er faldet med 20 % fra 50 til 40, mens antallet af rosende breve er steget med 50 % fra 10 til 15.",
    "Af de 68 sager er 79,4 % (54 sager) stadfæstet.",
    "Der er 68 sager, hvoraf 79,4 % (54) er stadfæstet.",
  ])("holds: %s", (text) => expect(verdictOf(text)).toBe("ok"));

  it.each<[string, string]>([
    ["Antallet af elever er steget fra 412 til 445, svarende til 12 %.", "8,0 %"],
    [
      "Kommunen modtog 7.501 underretninger. Det er en stigning på 462 underretninger i forhold til 2017, svarende til 9,6 pct.",
      "6,6 %",
    ],
    ["Udgiften er faldet med 1,5 mio. kr., svarende til 35 %, fra 6,0 mio. kr. til 4,5 mio. kr.", "25,0 %"],
    ["Rammen på 4,2 mio. kr. hæves med 0,9 mio. kr. til 5,5 mio. kr.", "1,3 mio. kr."],
    [
      "Indtægterne er 2.202 mio. kr. og udgifterne 2.228 mio. kr. Det vil sige en ubalance på 36 mio. kr.",
      "26 mio. kr.",
    ],
    ["Nord har 412 elever og Syd 445 elever, en forskel på 43 elever.", "33"],
    [
      "Antallet af klager er faldet med 20 % fra 50 til 40, mens antallet af rosende breve er steget med 40 % fra 10 til 15.",
      "50,0 %",
    ],
    ["Af de 68 sager er 74,9 % (54 sager) stadfæstet.", "79,4 %"],
  ])("does not hold: %s", (text, computed) => {
    const wrong = findingsIn(text).filter(({ verdict }) => verdict === "error");
    expect(wrong.map((finding) => finding.computed)).toEqual([computed]);
  });

  it.each([
    "Antallet er steget fra 30 til 45 sager, svarende til 15 % af alle sager.",
    "Ledigheden faldt fra 5,1 % i 2021 til 4,2 % i 2022, og 30 % af de ledige er unge.",
    "Antallet steg med 10.232 til i alt 137.986 underretninger.",
    "Sagerne steg fra 30 (10 %) til 45 (15 %).",
    "Forskellen på 12 skoler og 5 børnehaver er stor.",
  ])("silent: %s", (text) => expect(verdictOf(text)).toBe("silent"));

  it("only warns of a percent in parentheses that may be a share", () => {
    expect(verdictOf("Antallet af elever er steget fra 412 til 445 elever (15 %).")).toBe("warning");
  });

  it("only warns when the levels stand in the sentence after", () => {
    const text =
      "Fraværet er faldet med 2,7 dage fra 2015 til 2017. I 2015 var det 13,1 dage, mens det i 2017 var 11,4 dage.";
    expect(verdictOf(text)).toBe("warning");
  });
});
