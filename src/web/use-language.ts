import { useLocation } from "react-router";
import { type Language, languageOf, type Translated } from "./language.ts";
import { type Links, links } from "./links.ts";
import { da, type FrameMessages } from "./messages/da.ts";
import { en } from "./messages/en.ts";

const frameMessages: Translated<FrameMessages> = { da, en };

type Spoken<T> = { language: Language; to: Links; t: T };

/**
 * The page's language, the addresses of pages in it, and a module's messages in it (the frame's when none are given).
 *
 *     const { t, to, language } = useLanguage(meetingMessages);
 */
export function useLanguage(): Spoken<FrameMessages>;
export function useLanguage<T>(messages: Translated<T>): Spoken<T>;
export function useLanguage(messages: Translated<unknown> = frameMessages): Spoken<unknown> {
  const language = languageOf(useLocation().pathname);
  return { language, to: links[language], t: messages[language] };
}
