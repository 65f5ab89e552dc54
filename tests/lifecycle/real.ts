import { eq, inArray, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { accounts } from "@/db/schema/core/accounts";
import { organizations } from "@/db/schema/core/organizations";
import { users } from "@/db/schema/core/users";
import type { Actor } from "@/db/scope";
import { listOrganizationsInput } from "@/domain/organization";
import { schoolState } from "@/domain/school-list";
import { newId } from "@/lib/ids";
import { findSession } from "@/server/auth/session";
import { contextFor } from "@/server/context";
import { DomainError } from "@/server/errors";
import { PLATFORM_ITSELF } from "@/server/jobs/system-actor";
import { provisionSchool } from "@/server/operator/provision-school";
import { purgeSchool } from "@/server/operator/purge-school";
import {
  acceptSchoolInvitation,
  deliverSchoolInvitation,
  inviteSchool,
  revokeSchoolInvitation,
} from "@/server/services/onboarding";
import {
  deleteOrganization,
  listOrganizations,
  restoreOrganization,
  updateAnyOrganization,
} from "@/server/services/organization";
import { createUser, removeMember, transferUser } from "@/server/services/user";
import type { DatabaseUrls } from "../../scripts/lib/database";
import { keepingMailer } from "../support/invitations";
import { joinInput } from "../support/school-invitations";
import { openSession } from "../support/sessions";
import type { Act, Model, ModelRole, ModelState, Outcome } from "./model";

const VISITOR = { ipAddress: null, userAgent: null };
const NOBODY = newId();

/** The same acts on the real services and a real database; indexes are those of the model. */
export class Real {
  private readonly run = newId().slice(-12);
  private readonly schools: { id: string; slug: string }[] = [];
  private readonly people: { email: string; userId: string }[] = [];
  private readonly invitations: { id: string; token: string; email: string; school?: string }[] = [];
  private readonly sessions = new Map<string, Awaited<ReturnType<typeof openSession>>>();

  constructor(
    private readonly urls: DatabaseUrls,
    /** Past row security, to look and to let time pass. */
    private readonly db: Db,
    private readonly admin: Actor,
  ) {}

  async apply(act: Act): Promise<Outcome> {
    try {
      return await this.act(act);
    } catch (error) {
      if (error instanceof DomainError) return error.key;
      throw error;
    }
  }

  private async act(act: Act): Promise<Outcome> {
    switch (act.act) {
      case "invite":
        await this.invite(act.apart);
        return "ok";
      case "revoke":
        await revokeSchoolInvitation(this.admin, { id: this.invitations[act.invitation]?.id ?? NOBODY });
        return "ok";
      case "accept":
        await this.accept(act.invitation, act.slug);
        return "ok";
      case "meet":
        this.people.push({ email: `${newId()}@people.example`, userId: NOBODY });
        return "ok";
      case "add":
        return this.add(act);
      case "remove":
        await removeMember(this.admin, {
          ...this.school(act.school),
          userId: this.person(act.person).userId,
        });
        return "ok";
      case "transfer":
        return this.transfer(act);
      case "delete":
        await deleteOrganization(this.admin, {
          ...this.school(act.school),
          confirm: act.isRight ? (this.schools[act.school]?.slug ?? "") : "another",
        });
        return "ok";
      default:
        return this.turn(act.act, this.school(act.school));
    }
  }

  private async invite(placedApart: boolean): Promise<void> {
    const email = `${newId()}@schools.example`;
    const name = `Colegio ${this.invitations.length}`;
    const { id } = await inviteSchool(this.admin, {
      ...{ name, email, plan: "COMMUNITY", slug: null, placedApart, locale: "es" },
    });
    const mailer = keepingMailer();
    await deliverSchoolInvitation(PLATFORM_ITSELF, { invitationId: id }, mailer);
    const [, token = ""] = /\/join\/([\w-]+)/.exec(mailer.sent[0]?.text ?? "") ?? [];
    this.invitations.push({ id, token, email });
  }

  private async accept(index: number, number: number): Promise<void> {
    const invitation = this.invitations[index];
    const slug = `slug-${this.run}-${number}`;
    const { slug: made } = await acceptSchoolInvitation(
      joinInput(invitation?.token ?? "", { slug }),
      VISITOR,
    );
    if (!invitation || invitation.school !== undefined) return;
    invitation.school = made;
    const [row] = await this.db
      .select({ id: organizations.id, userId: users.id })
      .from(organizations)
      .innerJoin(users, eq(users.organizationId, organizations.id))
      .where(eq(organizations.slug, made));
    this.schools.push({ id: row?.id ?? "", slug: made });
    this.people.push({ email: invitation.email, userId: row?.userId ?? "" });
  }

  private async add({ person, school, role }: Extract<Act, { act: "add" }>): Promise<Outcome> {
    const known = this.person(person);
    const { id } = await createUser(this.admin, {
      ...this.school(school),
      ...{ email: known.email, name: "Ana Peña", role },
    });
    known.userId = id;
    return "ok";
  }

  private async transfer({ person, from, to }: Extract<Act, { act: "transfer" }>): Promise<Outcome> {
    const known = this.person(person);
    const { userId } = await transferUser(this.admin, {
      ...this.school(from),
      ...{ userId: known.userId, toOrganizationId: this.school(to).organizationId },
    });
    known.userId = userId;
    return "ok";
  }

  private async turn(act: string, school: { organizationId: string }): Promise<Outcome> {
    const { organizationId } = school;
    if (act === "purge") return (await purgeSchool(this.urls, school)) ? "ok" : "nothing";
    if (act === "provision") await provisionSchool(this.urls, school);
    else if (act === "restore") await restoreOrganization(this.admin, school);
    else if (act === "pass")
      await this.db.execute(sql`update core.organizations set purge_after = now()
        where id = ${organizationId}::uuid and deleted_at is not null`);
    else
      await updateAnyOrganization(this.admin, {
        ...school,
        status: act === "suspend" ? "suspended" : "active",
      });
    return "ok";
  }

  private school(index: number): { organizationId: string } {
    return { organizationId: this.schools[index]?.id ?? NOBODY };
  }

  private person(index: number) {
    return this.people[index] ?? { email: `${NOBODY}@people.example`, userId: NOBODY };
  }

  /** As `Model.view`, from what the platform lists, what is stored, and what each person's next request is given. */
  async view(): Promise<ReturnType<Model["view"]>> {
    const states = new Map<string, ModelState>();
    for (const statuses of [[], ["deleted" as const]]) {
      const input = listOrganizationsInput.parse({ search: this.run, statuses, limit: 100 });
      for (const row of (await listOrganizations(this.admin, input)).rows)
        states.set(row.id, schoolState(row) as ModelState);
    }
    const indexOf = (id: string) => this.schools.findIndex((school) => school.id === id);
    const emails = this.people.map(({ email }) => email);
    const stored = await this.db
      .select({
        email: accounts.email,
        accountId: accounts.id,
        organizationId: users.organizationId,
        role: users.role,
      })
      .from(accounts)
      .leftJoin(users, sql`${users.accountId} = ${accounts.id} and ${users.leftAt} is null`)
      .where(inArray(accounts.email, emails));
    const found = this.people.map(({ email }) => stored.find((row) => row.email === email));
    return {
      schools: this.schools.map(({ id }) => states.get(id) ?? "gone"),
      members: found.map((row) =>
        row?.organizationId ? { school: indexOf(row.organizationId), role: row.role as ModelRole } : null,
      ),
      accounts: found.map((row) => row !== undefined),
      signedIn: await Promise.all(
        found.map(async (row) => {
          const organizationId = row && (await this.organizationOf(row.accountId));
          return organizationId ? indexOf(organizationId) : null;
        }),
      ),
    };
  }

  /** The school that the person's next request is made in. */
  private async organizationOf(accountId: string): Promise<string | undefined> {
    const claims = this.sessions.get(accountId) ?? (await this.signIn(accountId));
    return contextFor(await findSession(claims), VISITOR).actor?.organizationId;
  }

  private async signIn(accountId: string) {
    await this.db.update(accounts).set({ emailVerifiedAt: new Date() }).where(eq(accounts.id, accountId));
    const claims = await openSession(this.urls.operator, { accountId });
    this.sessions.set(accountId, claims);
    return claims;
  }
}
