import { type OrganizationActor, readInOrganization } from "@/db/scope";
import { personTerms } from "@/domain/identity/keys";
import { can, canAny, classReach } from "@/domain/permissions";
import { type FindInput, MAX_FOUND } from "@/domain/search";
import { searchTerms } from "@/lib/text-keys";
import { classesByName, peopleByName } from "./queries";
import { guardiansByWords, studentsByWords } from "./record-queries";

const NOTHING = { people: [], morePeople: false, classes: [], students: [], guardians: [] };

/**
 * People, classes, students and guardians whose names have words that begin as the query's do, accents aside, at most
 * eight of each: people and guardians for who may list them, classes and students within the actor's reach, records also
 * by code and cédula. `morePeople` says that the list of people has others.
 */
export async function findInSchool(actor: OrganizationActor, { query }: FindInput) {
  const terms = searchTerms(query).map((term) => ` ${term}`);
  const seesPeople = can(actor.role, "user:list");
  const reach = classReach(actor.role);
  const nobody = reach === "own-classes" && actor.userId === null;
  if (terms.length === 0 || reach === "none" || nobody) return NOTHING;
  return readInOrganization(actor, async (tx) => {
    const words = personTerms(query);
    const coachId = reach === "own-classes" ? actor.userId : null;
    const [people, classes, students, guardians] = await Promise.all([
      seesPeople ? peopleByName(tx, { terms, query }) : [],
      classesByName(tx, terms, coachId),
      canAny(actor.role, ["student:list", "student:list-own-classes"]) ? studentsByWords(tx, words) : [],
      can(actor.role, "student:list") ? guardiansByWords(tx, words) : [],
    ]);
    return {
      people: people.slice(0, MAX_FOUND),
      morePeople: people.length > MAX_FOUND,
      classes,
      students,
      guardians,
    };
  });
}
