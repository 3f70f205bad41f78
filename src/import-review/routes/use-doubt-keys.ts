import { useEffect } from "react";

/** Alt with an arrow goes to the next or previous field to look at; within a form the arrows keep their meaning. */
export function useDoubtKeys(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!event.altKey || (event.key !== "ArrowDown" && event.key !== "ArrowUp")) return;
      if ((event.target as Element | null)?.closest("input, select, textarea")) return;
      const places = [...document.querySelectorAll<HTMLElement>("[data-doubt]")];
      if (places.length === 0) return;
      event.preventDefault();
      const here = places.findIndex((place) => place === document.activeElement);
      const step = event.key === "ArrowDown" ? 1 : -1;
      const next = here < 0 ? (step > 0 ? 0 : places.length - 1) : (here + step + places.length) % places.length;
      places[next]?.focus();
      places[next]?.scrollIntoView({ block: "center" });
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
}
