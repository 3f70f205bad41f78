import type { ConsultationRole } from "#database/schema-papers.ts";

/** An invented case; the sections in Markdown by their headings. `path`: names of bodies with what they are asked for. */
export type ExamplePaper = {
  committee: string;
  title: string;
  state: "draft" | "in-approval" | "ready" | "withdrawn";
  closedGround?: string;
  deadlineInDays: number;
  path: { committee: string; role: ConsultationRole }[];
  points: { text: string; for: string | null }[];
  sections: Record<string, string>;
  attachments: { name: string; text: string; closed: boolean }[];
};

const schools = "Børne- og Skoleudvalget";
const jobs = "Arbejdsmarkeds- og Erhvervsudvalget";
const climate = "Klima- og Teknikudvalget";
const council = "Byrådet";

/** Cases of the invented municipality in different states. The sums in them are right. */
export const examplePapers: ExamplePaper[] = [
  {
    committee: schools,
    title: "Skolernes legepladser: eftersyn i 2026 og plan for de næste tre år",
    state: "ready",
    deadlineInDays: 6,
    path: [
      { committee: schools, role: "recommends" },
      { committee: council, role: "decides" },
    ],
    points: [
      { text: "at planen for skolernes legepladser 2027-2029 godkendes", for: null },
      {
        text: "at der i 2027 gives en anlægsbevilling på 1.240.000 kr., finansieret af puljen til skolernes udearealer",
        for: council,
      },
    ],
    sections: {
      Resumé:
        "Alle seks skolers legepladser er efterset i foråret 2026. To af dem skal have nye faldunderlag, før skoleåret begynder i 2027. Udvalget skal anbefale en plan for tre år.",
      Sagsfremstilling:
        "Eftersynet er lavet efter den europæiske standard for legepladser. Der er fundet 38 forhold, og de 27 er rettet med det samme.\n\n## De 11 forhold, der er tilbage\n\n| Skole | Forhold | Udgift i kr. |\n|---|---|---|\n| Bakkeskolen | 4 | 610.000 |\n| Engskolen | 5 | 480.000 |\n| Vesterby Skole | 2 | 150.000 |\n| I alt | 11 | 1.240.000 |\n\nBakkeskolen og Engskolen skal have nye faldunderlag. På Vesterby Skole skiftes to gyngestativer.",
      "Den videre proces":
        "Arbejdet udbydes i januar 2027 og udføres i sommerferien. Udvalget får en status i oktober 2027.",
      Økonomi:
        "Udgiften er 1.240.000 kr. i 2027. Puljen til skolernes udearealer er på 2.000.000 kr., og der er 760.000 kr. tilbage, når planen er betalt.",
    },
    attachments: [
      {
        name: "Eftersyn skole for skole.csv",
        text: "Skole;Forhold;Rettet\nBakkeskolen;12;8\nEngskolen;15;10\nVesterby Skole;11;9\n",
        closed: false,
      },
      {
        name: "Plan 2027-2029.txt",
        text: "2027: Bakkeskolen, Engskolen og Vesterby Skole.\n2028: Lysholm Skole.\n2029: Nørre Vium Skole.\n",
        closed: false,
      },
    ],
  },
  {
    committee: schools,
    title: "Elevernes fravær i skoleåret 2025/2026",
    state: "ready",
    deadlineInDays: 6,
    path: [{ committee: schools, role: "notes" }],
    points: [{ text: "at orienteringen tages til efterretning", for: null }],
    sections: {
      Resumé: "Fraværet faldt fra 7,4 % til 6,9 %. Faldet er størst i udskolingen.",
      Sagsfremstilling:
        "Fraværet er opgjort i procent af alle skoledage.\n\n| Klassetrin | 2024/2025 | 2025/2026 |\n|---|---|---|\n| 0.-3. klasse | 5,8 | 5,6 |\n| 4.-6. klasse | 6,7 | 6,4 |\n| 7.-9. klasse | 9,6 | 8,5 |\n\nSkolerne ringer nu hjem samme dag, når en elev udebliver uden besked.",
      "Den videre proces": "Udvalget får en ny opgørelse i efteråret 2027.",
      Økonomi: "Sagen har ingen økonomiske konsekvenser.",
    },
    attachments: [],
  },
  {
    committee: schools,
    title: "Køb af grund til ny daginstitution ved Møllevangen",
    state: "ready",
    closedGround: "Kommunestyrelsesloven § 10, stk. 1: forhandling med sælger om prisen",
    deadlineInDays: 6,
    path: [
      { committee: schools, role: "recommends" },
      { committee: council, role: "decides" },
    ],
    points: [
      { text: "at forvaltningen bemyndiges til at købe grunden inden for den ramme, der står i bilaget", for: null },
    ],
    sections: {
      Resumé: "Grunden ved Møllevangen er til salg. Forvaltningen beder om en ramme at forhandle inden for.",
      Sagsfremstilling:
        "Daginstitutionerne i den sydlige bydel mangler 64 pladser i 2029. Grunden er på 7.800 kvadratmeter og ligger inden for lokalplanens område.",
      "Den videre proces": "Udvalget får besked, når forhandlingen er slut.",
      Økonomi: "Rammen står i det lukkede bilag. Købet betales af jordforsyningen.",
    },
    attachments: [{ name: "Ramme for forhandlingen.txt", text: "Højst 6.500.000 kr.\n", closed: true }],
  },
  {
    committee: jobs,
    title: "Klager over afgørelser i 1. halvår 2026",
    state: "in-approval",
    deadlineInDays: 12,
    path: [{ committee: jobs, role: "notes" }],
    points: [{ text: "at statistikken tages til efterretning", for: null }],
    sections: {
      Resumé: "Der kom 46 klager i 1. halvår 2026. Det er 4 færre end i 1. halvår 2025.",
      Sagsfremstilling:
        "Forvaltningen har vurderet alle klager igen inden fire uger.\n\n| Udfald | Klager |\n|---|---|\n| Fastholdt | 31 |\n| Ændret | 9 |\n| Delvist ændret | 6 |\n| I alt | 46 |",
      "Den videre proces": "Udvalget får statistikken for hele året i marts 2027.",
      Økonomi: "Sagen har ingen økonomiske konsekvenser.",
    },
    attachments: [],
  },
  {
    committee: jobs,
    title:
      "Aftale med erhvervsskolen om korte kurser for ledige, der søger arbejde i industrien, på lageret og i de private servicefag i hele kommunen",
    state: "draft",
    deadlineInDays: 20,
    path: [{ committee: jobs, role: "decides" }],
    points: [],
    sections: {
      Resumé: "Forvaltningen foreslår en aftale om seks korte kurser om året. Udvalget skal tage stilling til aftalen.",
      Sagsfremstilling:
        "Kurserne er på to til fire uger og slutter med et bevis.\n\n- truck og lager\n- svejsning\n- rengøring og service",
    },
    attachments: [],
  },
  {
    committee: climate,
    title: "Cykelsti langs Strandvejen, anden etape",
    state: "draft",
    deadlineInDays: -4,
    path: [
      { committee: climate, role: "recommends" },
      { committee: council, role: "decides" },
    ],
    points: [{ text: "at anden etape udbydes", for: climate }],
    sections: { Resumé: "Første etape stod færdig i juni. Anden etape er 1,8 kilometer." },
    attachments: [],
  },
  {
    committee: climate,
    title: "Nye åbningstider på genbrugspladsen",
    state: "withdrawn",
    deadlineInDays: 30,
    path: [{ committee: climate, role: "decides" }],
    points: [],
    sections: { Resumé: "Forslaget afventer tallene for besøg i december." },
    attachments: [],
  },
];
