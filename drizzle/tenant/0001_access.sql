-- Applied in every placement: the search path is the placement's schema.
ALTER TABLE classes FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE class_coaches FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE enrollments FORCE ROW LEVEL SECURITY;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON classes, class_coaches, enrollments TO homeroom_tenant, homeroom_operator;
