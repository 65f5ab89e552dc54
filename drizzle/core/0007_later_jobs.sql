-- The one SECURITY DEFINER function also takes the moment before which a job is not to begin.
DROP FUNCTION core.enqueue(text, jsonb, text);--> statement-breakpoint
CREATE FUNCTION core.enqueue(task text, payload jsonb, job_key text DEFAULT NULL, run_at timestamptz DEFAULT NULL)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM graphile_worker.add_job(
    task,
    (payload || jsonb_build_object('organizationId', nullif(current_setting('app.organization_id', true), '')))::json,
    job_key => enqueue.job_key,
    run_at => enqueue.run_at,
    max_attempts => 8
  );
END
$$;--> statement-breakpoint
REVOKE ALL ON FUNCTION core.enqueue(text, jsonb, text, timestamptz) FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION core.enqueue(text, jsonb, text, timestamptz)
  TO homeroom_tenant, homeroom_gate, homeroom_platform;
