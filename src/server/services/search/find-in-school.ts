import { type OrganizationActor, readInOrganization } from "@/db/scope";
import { can, classReach } from "@/domain/permissions";
import { type FindInput, MAX_FOUND } from "@/domain/search";
import { searchTerms } from "@/lib/text-keys";
import { classesByName, peopleByName } from "./queries";

/**
 * People and classes whose names have words that begin as the query's do, accents aside, at most eight of each: people
 * for who may list them, classes within the actor's reach. `morePeople` says that the list of people has others.
 */
export async function findInSchool(actor: OrganizationActor, { query }: FindInput) {
  const terms = searchTerms(query).map((term) => ` ${term}`);
  const seesPeople = can(actor.role, "user:list");
  const reach = classReach(actor.role);
  const nobody = reach === "own-classes" && actor.userId === null;
  if (terms.length === 0 || reach === "none" || nobody) return { people: [], morePeople: false, classes: [] };
  return readInOrganization(actor, async (tx) => {
    const coachId = reach === "own-classes" ? actor.userId : null;
    const [people, classes] = await Promise.all([
      seesPeople ? peopleByName(tx, { terms, query }) : [],
      classesByName(tx, terms, coachId),
    ]);
    return { people: people.slice(0, MAX_FOUND), morePeople: people.length > MAX_FOUND, classes };
  });
}
