import { relative } from "@react-router/dev/routes";

const { route } = relative(import.meta.dirname);

export const peopleRoutes = [
  route(":municipality/personer", "routes/people.tsx"),
  route(":municipality/personer/:person", "routes/person.tsx"),
];
