import { openDatabase } from "#database/open.ts";

/** A process of its own that holds the database open until its standard input ends. Says the address when it is in. */
const database = await openDatabase();
console.log(database.url);
process.stdin.resume();
process.stdin.on("end", () => void database.close().then(() => process.exit(0)));
