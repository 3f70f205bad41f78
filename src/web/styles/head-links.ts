import regular from "../../../node_modules/dkfds/dist/fonts/IBMPlexSans/split/woff2/IBMPlexSans-Regular-Latin1.woff2";
import semibold from "../../../node_modules/dkfds/dist/fonts/IBMPlexSans/split/woff2/IBMPlexSans-SemiBold-Latin1.woff2";
import icon from "./icon.svg?no-inline";
import portal from "./portal.scss?url";

const font = { rel: "preload", as: "font", type: "font/woff2", crossOrigin: "anonymous" } as const;

/** The two fonts that the first screenful needs are asked for at once, so that no text moves when they come. */
export const headLinks = [
  { ...font, href: regular },
  { ...font, href: semibold },
  { rel: "stylesheet", href: portal },
  { rel: "icon", href: icon, type: "image/svg+xml" },
];
