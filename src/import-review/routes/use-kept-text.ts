import { useEffect, useState } from "react";

type Kept = { names: Record<string, string> };

/**
 * What was written in a form that was sent while nobody was signed in any more comes back with the page. It is kept in
 * this tab only, until the page says that it was saved. True when something came back.
 */
export function useKeptText(settled: boolean): boolean {
  const [restored, setRestored] = useState(false);
  useEffect(() => {
    const key = `sagsgang:${window.location.pathname}`;
    const kept = window.sessionStorage.getItem(key);
    window.sessionStorage.removeItem(key);
    const back = kept === null || settled ? null : (JSON.parse(kept) as Kept);
    const shown = back !== null && fillIn(back);
    const timer = setTimeout(() => setRestored(shown));
    const onSubmit = ({ target }: SubmitEvent) => {
      const names = Object.fromEntries(
        [...new FormData(target as HTMLFormElement)].filter(([name]) => name !== "version"),
      ) as Record<string, string>;
      window.sessionStorage.setItem(key, JSON.stringify({ names } satisfies Kept));
    };
    document.addEventListener("submit", onSubmit);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("submit", onSubmit);
    };
  }, [settled]);
  return restored;
}

function fillIn({ names }: Kept): boolean {
  let filled = false;
  for (const [name, value] of Object.entries(names)) {
    const field = document.querySelector<HTMLInputElement>(`.review [name="${CSS.escape(name)}"]:not([type="hidden"])`);
    if (!field) continue;
    if (field.type === "checkbox") field.checked = true;
    else if (field.value !== value) field.value = value;
    else continue;
    filled = true;
    const details = field.closest("details");
    if (details) details.open = true;
  }
  return filled;
}
