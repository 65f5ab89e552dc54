// What the acts on schools should do, told without a database: the real services are held against it.

/** `gone`: erased. */
export type ModelState = "active" | "suspended" | "provisioning" | "deleted" | "gone";

type School = {
  slug: number;
  state: ModelState;
  /** What a deleted one goes back to. */
  before: ModelState;
  /** Its thirty days are over. */
  isOver: boolean;
};
export type ModelRole = "STUDENT" | "COACH" | "ORG_ADMIN";
type Person = {
  hasAccount: boolean;
  at: { school: number; role: ModelRole } | null;
  /** Schools that know the person, present or past. */
  known: Set<number>;
};
type Invitation = {
  apart: boolean;
  state: "pending" | "revoked" | "accepted";
  school: number | null;
  owner: number | null;
};

export type Act =
  | { act: "invite"; apart: boolean }
  | { act: "revoke"; invitation: number }
  | { act: "accept"; invitation: number; slug: number }
  | { act: "provision" | "suspend" | "reactivate" | "restore" | "pass" | "purge"; school: number }
  | { act: "delete"; school: number; isRight: boolean }
  | { act: "meet" }
  | { act: "add"; person: number; school: number; role: ModelRole }
  | { act: "remove"; person: number; school: number }
  | { act: "transfer"; person: number; from: number; to: number };

/** `ok`, `nothing` for what has no effect and says so, or the key of the refusal. */
export type Outcome = string;

export class Model {
  readonly schools: School[] = [];
  readonly people: Person[] = [];
  readonly invitations: Invitation[] = [];

  /** Does the act; what the caller is told. */
  apply(act: Act): Outcome {
    switch (act.act) {
      case "invite":
        this.invitations.push({ apart: act.apart, state: "pending", school: null, owner: null });
        return "ok";
      case "revoke":
        return this.revoke(this.invitations[act.invitation]);
      case "accept":
        return this.accept(this.invitations[act.invitation], act.slug);
      case "meet":
        this.people.push({ hasAccount: false, at: null, known: new Set() });
        return "ok";
      case "add":
        return this.add(act);
      case "remove":
        return this.leave(act.person, act.school);
      case "transfer":
        return this.transfer(act);
      case "delete":
        return this.remove(act.school, act.isRight);
      default:
        return this.turn(act.act, act.school);
    }
  }

  private revoke(invitation: Invitation | undefined): Outcome {
    if (!invitation || this.isErased(invitation)) return "notFound";
    if (invitation.state !== "pending") return "schoolInvitation.closed";
    invitation.state = "revoked";
    return "ok";
  }

  private accept(invitation: Invitation | undefined, slug: number): Outcome {
    if (!invitation || this.isErased(invitation)) return "notFound";
    if (invitation.state === "accepted") return "ok";
    if (invitation.state === "revoked") return "schoolInvitation.revoked";
    // For ever: also that of a school which is no more.
    if (this.schools.some((school) => school.slug === slug)) return "slug.taken";
    const state = invitation.apart ? "provisioning" : "active";
    this.schools.push({ slug, state, before: state, isOver: false });
    const school = this.schools.length - 1;
    this.people.push({ hasAccount: true, at: { school, role: "ORG_ADMIN" }, known: new Set([school]) });
    Object.assign(invitation, { state: "accepted", school, owner: this.people.length - 1 });
    return "ok";
  }

  private isErased({ school }: Invitation): boolean {
    return school !== null && this.schools[school]?.state === "gone";
  }

  private add({ person: index, school: place, role }: Extract<Act, { act: "add" }>): Outcome {
    const [person, school] = [this.people[index], this.schools[place]];
    if (!person || !school || school.state === "gone") return "notFound";
    if (school.state !== "active") return "organization.notActive";
    if (person.at) return person.at.school === place ? "user.memberAlready" : "user.memberElsewhere";
    Object.assign(person, { hasAccount: true, at: { school: place, role } });
    person.known.add(place);
    return "ok";
  }

  private leave(index: number, place: number): Outcome {
    const person = this.people[index];
    if (!person?.at || person.at.school !== place) return "notFound";
    if (this.isLastAdmin(person)) return "user.lastAdmin";
    person.at = null;
    return "ok";
  }

  private transfer({ person: index, from, to }: Extract<Act, { act: "transfer" }>): Outcome {
    const [person, target] = [this.people[index], this.schools[to]];
    if (from === to || !target || target.state === "gone") return "notFound";
    if (!person?.at || person.at.school !== from) return "notFound";
    if (target.state !== "active") return "organization.notActive";
    if (this.isLastAdmin(person)) return "user.lastAdmin";
    person.at = { school: to, role: person.at.role };
    person.known.add(to);
    return "ok";
  }

  private isLastAdmin({ at }: Person): boolean {
    const admins = this.people.filter(
      (other) => other.at?.school === at?.school && other.at?.role === "ORG_ADMIN",
    );
    return at?.role === "ORG_ADMIN" && admins.length === 1;
  }

  private remove(place: number, isRight: boolean): Outcome {
    const school = this.schools[place];
    if (!school || school.state === "gone") return "notFound";
    if (school.state === "deleted") return "organization.deleted";
    if (!isRight) return "organization.confirmSlug";
    Object.assign(school, { before: school.state, state: "deleted", isOver: false });
    return "ok";
  }

  private turn(act: string, place: number): Outcome {
    const school = this.schools[place];
    const isThere = school !== undefined && school.state !== "gone";
    if (act === "pass") {
      if (school?.state === "deleted") school.isOver = true;
      return "ok";
    }
    if (act === "provision") {
      if (school?.state === "provisioning") school.state = "active";
      return "ok";
    }
    if (act === "purge") {
      if (school?.state !== "deleted" || !school.isOver) return "nothing";
      this.erase(place, school);
      return "ok";
    }
    if (!isThere) return "notFound";
    if (act === "restore") {
      if (school.state !== "deleted") return "organization.notDeleted";
      if (school.isOver) return "organization.pastRestoring";
      school.state = school.before;
      return "ok";
    }
    if (school.state === "deleted") return "organization.deleted";
    const wanted = act === "suspend" ? "suspended" : "active";
    if (school.state === wanted) return "ok";
    if (school.state === "provisioning") return "organization.provisioning";
    school.state = wanted;
    return "ok";
  }

  private erase(place: number, school: School): void {
    school.state = "gone";
    for (const person of this.people) {
      if (person.at?.school === place) person.at = null;
      // Nobody else's account goes with the school.
      if (person.known.delete(place) && person.known.size === 0) person.hasAccount = false;
    }
  }

  /** What everybody sees: how the schools stand, who is in them, and where each person gets in. */
  view() {
    const isOpen = (place: number) => this.schools[place]?.state === "active";
    return {
      schools: this.schools.map(({ state }) => state),
      members: this.people.map(({ at }) => at),
      accounts: this.people.map(({ hasAccount }) => hasAccount),
      signedIn: this.people.map(({ at }) => (at && isOpen(at.school) ? at.school : null)),
    };
  }
}
