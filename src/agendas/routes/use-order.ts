import { type FormEvent, type RefObject, useEffect, useRef, useState } from "react";
import { useFetcher } from "react-router";
import type { AgendaChange, AgendaRefusal } from "#agendas/agenda-change.ts";
import type { ItemOnPage } from "#agendas/agenda-page-queries.ts";
import { useLanguage } from "../../web/use-language.ts";
import { buildingMessages } from "./agenda-messages.ts";

type Refusal = { refused: AgendaRefusal; changes: AgendaChange[] };
type Answer = { done: number | null } | Refusal;

type Order = {
  /** The items, while they are dragged somewhere in the order the server is asked for. */
  shown: ItemOnPage[];
  list: RefObject<HTMLOListElement | null>;
  submit: (event: FormEvent<HTMLFormElement>) => void;
  /** What a screen reader is told. */
  said: string;
  refused: Refusal | undefined;
  /** Items can be dragged. */
  draggable: boolean;
};

/** What was asked for last: which item by which button, and the whole order where it was dragged. */
type Asked = { id: number; button: string; order: number[] | null };

/**
 * What scripts add to an agenda's form: items are moved without leaving the page, the focus stays with the item, its new
 * place is told, and it can be dragged within its part.
 */
export function useOrder(items: ItemOnPage[], editable: boolean): Order {
  const { t } = useLanguage(buildingMessages);
  const fetcher = useFetcher<Answer>();
  const list = useRef<HTMLOListElement>(null);
  const [draggable, setDraggable] = useState(false);
  const [asked, ask] = useState<Asked | null>(null);
  const idle = fetcher.state === "idle";
  const { submit: send, data: answer } = fetcher;

  const order = idle ? null : asked?.order;
  const shown = order ? order.flatMap((id) => items.find((item) => item.id === id) ?? []) : items;

  function submit(event: FormEvent<HTMLFormElement>) {
    const button = (event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement | null;
    const [what = "", id] = (button?.value ?? "").split(":");
    // One change at a time: the next is made from what this one gives.
    if (!idle) return event.preventDefault();
    if (!["up", "down", "order"].includes(what)) return;
    event.preventDefault();
    const form = new FormData(event.currentTarget, button);
    form.set("script", "1");
    ask({ id: Number(id ?? 0), button: button?.value ?? "", order: null });
    void send(form, { method: "post" });
  }

  useEffect(() => {
    const element = list.current;
    if (!editable || !element) return;
    let ended = false;
    let stop = () => {};
    void import("sortablejs").then(({ default: Sortable }) => {
      if (ended) return;
      let before: string[] = [];
      const sortable = Sortable.create(element, {
        handle: ".agenda-handle",
        dataIdAttr: "data-id",
        animation: 120,
        // The pointer's own events, which mouse, pen and finger share, instead of each browser's way of dragging.
        forceFallback: true,
        // What is dragged along stands outside the list, which holds its items only.
        fallbackOnBody: true,
        onStart: () => {
          before = sortable.toArray();
        },
        onMove: ({ dragged, related }) => dragged.dataset["part"] === related.dataset["part"],
        onEnd: ({ item }) => {
          const after = sortable.toArray();
          const form = item.closest("form");
          // The rows go back to where React left them; it puts them where they belong.
          sortable.sort(before);
          if (!form || after.join() === before.join()) return;
          const data = new FormData(form);
          data.set("do", "order");
          data.set("script", "1");
          for (const [index, id] of after.entries()) data.set(`place-${id}`, String(index + 1));
          ask({ id: Number(item.dataset["id"]), button: "", order: after.map(Number) });
          void send(data, { method: "post" });
        },
      });
      setDraggable(true);
      stop = () => sortable.destroy();
    });
    return () => {
      ended = true;
      stop();
    };
  }, [editable, send]);

  useEffect(() => {
    if (idle && answer && "done" in answer && asked) focusOn(list.current, asked.button);
  }, [idle, answer, asked]);

  const place = items.findIndex(({ id }) => id === asked?.id);
  const moved = items[place];
  return {
    shown,
    list,
    submit,
    said: idle && answer && "done" in answer ? (moved ? t.moved(moved.title, place + 1, items.length) : t.saved) : "",
    refused: idle && answer && "refused" in answer ? answer : undefined,
    draggable,
  };
}

/** Puts the focus back on the button that was pressed, or on its neighbour when the item can go no further. */
function focusOn(list: HTMLOListElement | null, button: string) {
  if (!list || !button.includes(":")) return;
  const [what, id] = button.split(":");
  const pressed = list.querySelector<HTMLButtonElement>(`button[value="${button}"]`);
  const other = list.querySelector<HTMLButtonElement>(`button[value="${what === "up" ? "down" : "up"}:${id}"]`);
  (pressed?.disabled ? other : pressed)?.focus();
}
