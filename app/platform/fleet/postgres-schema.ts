/**
 * What a fleet's register is in PostgreSQL: tables that nobody may touch, and functions that look at who asks. Writes come
 * one after the other, so that revisions are in the order of commits and a list is whole up to its revision.
 */

/** Told with each write: its revision, and nothing of what was written. */
export const CHANNEL = 'lamplighter'

/**
 * Again is fine. The identity has the timeline of the server's log in it: a standby that was promoted and a backup that was
 * restored begin another one, and may lack what was acknowledged.
 */
export const SCHEMA = `
SELECT pg_catalog.pg_advisory_xact_lock(5499801);
CREATE SCHEMA IF NOT EXISTS lamplighter;
GRANT USAGE ON SCHEMA lamplighter TO PUBLIC;

CREATE TABLE IF NOT EXISTS lamplighter.head (
  is_one boolean PRIMARY KEY DEFAULT true CHECK (is_one),
  made text NOT NULL,
  revision bigint NOT NULL
);
INSERT INTO lamplighter.head (made, revision) VALUES (gen_random_uuid()::text, 0) ON CONFLICT DO NOTHING;

-- What was removed stays for a while, without its value: whoever watches is told.
CREATE TABLE IF NOT EXISTS lamplighter.records (
  key text COLLATE "C" PRIMARY KEY,
  value text,
  revision bigint NOT NULL UNIQUE,
  written timestamptz NOT NULL,
  lapses timestamptz
);
CREATE INDEX IF NOT EXISTS removed ON lamplighter.records (written) WHERE value IS NULL;

-- What is a role here is none of the server's: it knows users alone.
CREATE TABLE IF NOT EXISTS lamplighter.users (name text, role text, PRIMARY KEY (name, role));
CREATE TABLE IF NOT EXISTS lamplighter.rights (
  role text NOT NULL,
  key text NOT NULL,
  is_prefix boolean NOT NULL,
  may_write boolean NOT NULL,
  PRIMARY KEY (role, key, is_prefix)
);

CREATE OR REPLACE FUNCTION lamplighter.identity() RETURNS text
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF pg_is_in_recovery() THEN
    RAISE EXCEPTION 'this server is a standby' USING ERRCODE = 'read_only_sql_transaction';
  END IF;
  RETURN concat_ws('.',
    (SELECT system_identifier FROM pg_control_system()),
    left(pg_walfile_name(pg_current_wal_lsn()), 8),
    (SELECT made FROM lamplighter.head));
END $$;

CREATE OR REPLACE FUNCTION lamplighter.demand(wanted text, is_range boolean, is_write boolean) RETURNS void
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM FROM lamplighter.users u JOIN lamplighter.rights r USING (role)
  WHERE u.name = session_user AND (r.may_write OR NOT is_write)
    AND CASE WHEN r.is_prefix THEN starts_with(wanted, r.key) ELSE NOT is_range AND wanted = r.key END;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'this user has no right to it' USING ERRCODE = 'insufficient_privilege';
  END IF;
END $$;

CREATE OR REPLACE FUNCTION lamplighter.list(wanted text, is_range boolean, newer_than bigint)
RETURNS TABLE (cluster text, head bigint, key text, value text, revision bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM lamplighter.demand(wanted, is_range, false);
  RETURN QUERY SELECT lamplighter.identity(), h.revision, r.key COLLATE "default", r.value, r.revision
  FROM lamplighter.head h LEFT JOIN lamplighter.records r
    ON r.key >= wanted AND r.key <= CASE WHEN is_range THEN wanted || chr(1114111) ELSE wanted END
    AND r.revision > coalesce(newer_than, -1)
    AND (r.value IS NOT NULL OR newer_than IS NOT NULL)
    AND (r.lapses IS NULL OR r.lapses > clock_timestamp())
  ORDER BY r.key;
END $$;

-- Only over what is of the revision "expected"; without one only where nothing is. No content: it goes.
CREATE OR REPLACE FUNCTION lamplighter.write(wanted text, content text, expected bigint, ttl_ms bigint)
RETURNS TABLE (cluster text, head bigint, is_written boolean, value text, revision bigint)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  next bigint;
  there lamplighter.records;
BEGIN
  PERFORM lamplighter.demand(wanted, false, true);
  SELECT h.revision + 1 INTO next FROM lamplighter.head h FOR UPDATE;
  SELECT r.* INTO there FROM lamplighter.records r
  WHERE r.key = wanted AND r.value IS NOT NULL AND (r.lapses IS NULL OR r.lapses > clock_timestamp());
  IF there.revision IS DISTINCT FROM expected THEN
    RETURN QUERY SELECT lamplighter.identity(), next - 1, false, there.value, there.revision;
    RETURN;
  END IF;
  UPDATE lamplighter.head h SET revision = next;
  INSERT INTO lamplighter.records AS r VALUES
    (wanted, content, next, now(), clock_timestamp() + ttl_ms * interval '1 millisecond')
  ON CONFLICT ON CONSTRAINT records_pkey DO UPDATE
    SET value = excluded.value, revision = excluded.revision, written = excluded.written, lapses = excluded.lapses;
  DELETE FROM lamplighter.records r WHERE r.value IS NULL AND r.written < now() - interval '7 days';
  PERFORM pg_notify('${CHANNEL}', next::text);
  RETURN QUERY SELECT lamplighter.identity(), next, true, NULL::text, next;
END $$;

CREATE OR REPLACE FUNCTION lamplighter.stay(wanted text, made_at bigint, ttl_ms bigint) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM lamplighter.demand(wanted, false, true);
  UPDATE lamplighter.records r SET lapses = clock_timestamp() + ttl_ms * interval '1 millisecond'
  WHERE r.key = wanted AND r.revision = made_at;
END $$;
`
