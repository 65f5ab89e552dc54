-- Schools that are here already get the usual grades, and years out of the setting and of what their classes say. In a
-- placement that is only being made there are none, and nobody is to wait for a lock on the control plane.
DO $$
BEGIN
  IF (SELECT created_at FROM core.schema_migrations WHERE placement = current_schema() AND name = '0000_initial')
    >= (SELECT created_at FROM core.schema_migrations WHERE placement = 'core' AND name = '0009_academics') THEN
    RETURN;
  END IF;

  -- The owner sees rows while row security is not forced.
  ALTER TABLE core.organizations NO FORCE ROW LEVEL SECURITY;
  ALTER TABLE core.organization_settings NO FORCE ROW LEVEL SECURITY;
  ALTER TABLE classes NO FORCE ROW LEVEL SECURITY;
  ALTER TABLE academic_years NO FORCE ROW LEVEL SECURITY;
  ALTER TABLE terms NO FORCE ROW LEVEL SECURITY;
  ALTER TABLE grades NO FORCE ROW LEVEL SECURITY;

  INSERT INTO grades (organization_id, id, position, name, sort_key, level)
    SELECT school.id, gen_random_uuid(), usual.position, usual.name, usual.sort_key, usual.level
    FROM core.organizations school CROSS JOIN (VALUES
      (1, '1er Grado', '11er grado', 'primary'),
      (2, '2do Grado', '12do grado', 'primary'),
      (3, '3er Grado', '13er grado', 'primary'),
      (4, '4to Grado', '14to grado', 'primary'),
      (5, '5to Grado', '15to grado', 'primary'),
      (6, '6to Grado', '16to grado', 'primary'),
      (7, '1er Año', '11er an~o', 'secondary'),
      (8, '2do Año', '12do an~o', 'secondary'),
      (9, '3er Año', '13er an~o', 'secondary'),
      (10, '4to Año', '14to an~o', 'secondary'),
      (11, '5to Año', '15to an~o', 'secondary')) usual (position, name, sort_key, level)
    WHERE school.placement = current_schema()
      AND NOT EXISTS (SELECT FROM grades known WHERE known.organization_id = school.id);

  -- "2025/26" and "2025-2026" are one year; its name tells its days. Of another name the days are those of the school
  -- year in which its first class was made.
  CREATE TABLE former_years AS
    WITH said AS (
      SELECT organization_id, btrim(year) AS text, created_at, state = 'active' AS is_active, false AS is_current
        FROM classes WHERE btrim(year) <> ''
      UNION ALL
      SELECT chosen.organization_id, btrim(chosen.value #>> '{}'), now(), true, true
        FROM core.organization_settings chosen JOIN core.organizations school ON school.id = chosen.organization_id
        WHERE chosen.key = 'academics.year' AND school.placement = current_schema()
          AND btrim(chosen.value #>> '{}') <> ''
    ), read AS (
      SELECT said.*, (regexp_match(text, '^(20\d\d)\s*(?:[-/–]\s*(20\d\d|\d\d))?$'))[1]::int AS first,
        right((regexp_match(text, '^(20\d\d)\s*(?:[-/–]\s*(20\d\d|\d\d))?$'))[2], 2) AS second
      FROM said
    ), named AS (
      SELECT read.*, CASE
        WHEN first IS NOT NULL AND second IS NULL THEN first::text
        WHEN second = right((first + 1)::text, 2) THEN first || '-' || (first + 1)
        ELSE text END AS name,
        extract(year FROM created_at - interval '7 months')::int AS made_in
      FROM read
    )
    SELECT organization_id, text, name, CASE
        WHEN name = first::text THEN make_date(first, 1, 1)
        WHEN name = first || '-' || (first + 1) THEN make_date(first, 9, 15)
        ELSE make_date(min(made_in) OVER same, 9, 15) END AS starts_on,
      CASE
        WHEN name = first::text THEN make_date(first, 12, 31)
        WHEN name = first || '-' || (first + 1) THEN make_date(first + 1, 7, 31)
        ELSE make_date(min(made_in) OVER same + 1, 7, 31) END AS ends_on,
      is_active, is_current
    FROM named WINDOW same AS (PARTITION BY organization_id, name);

  INSERT INTO academic_years (organization_id, id, name, starts_on, ends_on, state)
    SELECT organization_id, gen_random_uuid(), name, min(starts_on), max(ends_on),
      CASE WHEN max(ends_on) < current_date AND NOT bool_or(is_current) THEN 'closed' ELSE 'open' END
    FROM former_years GROUP BY organization_id, name
    ON CONFLICT DO NOTHING;

  -- The year that the school has set is its current one; else the one of its active classes that it is in, or was in last.
  UPDATE academic_years chosen SET is_current = true
    FROM (
      SELECT DISTINCT ON (year.organization_id) year.organization_id, year.id
      FROM academic_years year JOIN former_years former
        ON former.organization_id = year.organization_id AND former.name = year.name
      WHERE year.state = 'open' AND former.is_active
        AND NOT EXISTS (SELECT FROM academic_years known
          WHERE known.organization_id = year.organization_id AND known.is_current)
      ORDER BY year.organization_id, former.is_current DESC,
        current_date BETWEEN year.starts_on AND year.ends_on DESC, year.starts_on DESC, year.id
    ) best
    WHERE chosen.organization_id = best.organization_id AND chosen.id = best.id;

  INSERT INTO terms (organization_id, id, year_id, position, name, starts_on, ends_on)
    SELECT year.organization_id, gen_random_uuid(), year.id, part,
      CASE WHEN language.value #>> '{}' = 'es' THEN 'Lapso ' ELSE 'Term ' END || part,
      year.starts_on + round((year.ends_on - year.starts_on + 1) * (part - 1) / 3.0)::int,
      year.starts_on + round((year.ends_on - year.starts_on + 1) * part / 3.0)::int - 1
    FROM academic_years year CROSS JOIN generate_series(1, 3) part
      LEFT JOIN core.organization_settings language
        ON language.organization_id = year.organization_id AND language.key = 'region.locale'
    WHERE NOT EXISTS (SELECT FROM terms known
      WHERE known.organization_id = year.organization_id AND known.year_id = year.id);

  UPDATE classes SET year_id = year.id
    FROM former_years former JOIN academic_years year
      ON year.organization_id = former.organization_id AND year.name = former.name
    WHERE classes.organization_id = former.organization_id AND btrim(classes.year) = former.text
      AND classes.year_id IS NULL;

  DELETE FROM core.organization_settings chosen USING core.organizations school
    WHERE school.id = chosen.organization_id AND school.placement = current_schema()
      AND chosen.key = 'academics.year';

  DROP TABLE former_years;
  ALTER TABLE grades FORCE ROW LEVEL SECURITY;
  ALTER TABLE terms FORCE ROW LEVEL SECURITY;
  ALTER TABLE academic_years FORCE ROW LEVEL SECURITY;
  ALTER TABLE classes FORCE ROW LEVEL SECURITY;
  ALTER TABLE core.organization_settings FORCE ROW LEVEL SECURITY;
  ALTER TABLE core.organizations FORCE ROW LEVEL SECURITY;
END
$$;--> statement-breakpoint
DROP INDEX "classes_year_idx";--> statement-breakpoint
CREATE INDEX "classes_year_idx" ON "classes" USING btree ("organization_id","year_id","sort_key","id");--> statement-breakpoint
ALTER TABLE "classes" DROP COLUMN "year";
