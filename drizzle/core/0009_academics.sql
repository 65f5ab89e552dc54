ALTER TABLE "core"."provisionings" ADD COLUMN "year" text DEFAULT '' NOT NULL;--> statement-breakpoint

-- A school whose own schema is still to be made begins with the year that it has chosen. The owner sees rows while row
-- security is not forced.
ALTER TABLE core.provisionings NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE core.organization_settings NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
UPDATE core.provisionings waiting SET year = chosen.value #>> '{}'
  FROM core.organization_settings chosen
  WHERE chosen.organization_id = waiting.organization_id AND chosen.key = 'academics.year' AND waiting.state <> 'done';--> statement-breakpoint
DELETE FROM core.organization_settings chosen USING core.provisionings waiting
  WHERE waiting.organization_id = chosen.organization_id AND chosen.key = 'academics.year' AND waiting.state <> 'done';--> statement-breakpoint
ALTER TABLE core.organization_settings FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE core.provisionings FORCE ROW LEVEL SECURITY;
