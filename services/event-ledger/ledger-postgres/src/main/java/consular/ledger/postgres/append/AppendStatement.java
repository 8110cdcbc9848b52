package consular.ledger.postgres.append;

import consular.ledger.postgres.secrets.NewKey;
import consular.ledger.postgres.secrets.StoredPart;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * Stores many appends in one statement and one round trip, without those that stand against what is stored. A known conflict
 * costs no rollback. Whoever writes to the same stream at the same moment makes it fail as a whole, with SQLSTATE 23505.
 */
final class AppendStatement {

    /**
     * Scalar subqueries on purpose: each is one look into an index, whatever the planner knows of the tables. Places are counted
     * after the refusals, for positions in the log are reckoned from them and have no holes. A number is drawn only for what is
     * kept: one that never comes stays open for the sequencer while any older transaction runs.
     */
    static final String SQL = """
        with incoming as materialized (
            select *
            from unnest(?::integer[], ?::boolean[], ?::uuid[], ?::bigint[], ?::uuid[], ?::smallint[], ?::text[], ?::text[],
                        ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bytea[], ?::bytea[], ?::bytea[],
                        ?::smallint[])
                 with ordinality
                 as event (append, is_first, stream_id, sequence, event_id, slice, stream_type, stream_name,
                           event_name, type, revision, effective_at, recorded_at, actor, clear, chain, leaf, secret_parts,
                           place)
        ), request as materialized (
            select *
            from unnest(?::integer[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::bigint[],
                        ?::smallint[], ?::text[])
                 as request (append, caller, key, request_hash, stream, first_sequence, last_sequence, status, answer)
        ), new_key as materialized (
            select *
            from unnest(?::integer[], ?::uuid[], ?::bytea[], ?::text[]) as new_key (append, person, wrapped, key_version)
        ), value as materialized (
            select *
            from unnest(?::integer[], ?::text[], ?::text[], ?::uuid[]) as value (append, kind, value, stream_id)
        ), part as materialized (
            select *
            from unnest(?::integer[], ?::uuid[], ?::bigint[], ?::smallint[], ?::uuid[], ?::bytea[], ?::bytea[], ?::bytea[],
                        ?::bytea[])
                 as part (append, stream_id, sequence, part, person, ciphertext, salt, key_commitment, commitment)
        ), refused as materialized (
            select append, 'stream' as reason, stream_id::text as what, sequence as expected, last
            from (select append, stream_id, sequence,
                         coalesce((select max(event.sequence) from event where event.stream_id = incoming.stream_id), -1)
                             as last
                  from incoming
                  where is_first) as step
            where last <> sequence - 1
            union all
            select append, 'key', caller || ' ' || key, null, null
            from request
            where (select true from command_key
                   where command_key.caller = request.caller and command_key.key = request.key)
            union all
            select append, 'person', person::text, null, null
            from new_key
            where (select true from data_key where data_key.person = new_key.person)
            union all
            select append, 'person', person::text, null, null
            from part
            where (append, person) not in (select append, person from new_key)
                and (select true from data_key where data_key.person = part.person and wrapped is not null) is null
            union all
            select append, 'value', kind || ' ' || value, null, null
            from value
            where (select true from taken_value
                   where taken_value.kind = value.kind and taken_value.value = value.value)
        ), batch as materialized (
            select next_event_batch() as number
            where exists (select from incoming where append not in (select append from refused))
        ), kept_request as (
            insert into command_key (caller, key, request_hash, stream, first_sequence, last_sequence, status, answer)
            select caller, key, decode(request_hash, 'hex'), stream, first_sequence, last_sequence, status, answer::jsonb
            from request
            where append not in (select append from refused)
        ), kept_key as (
            insert into data_key (person, wrapped, key_version)
            select person, wrapped, key_version
            from new_key
            where append not in (select append from refused)
        ), kept_value as (
            insert into taken_value (kind, value, stream_id)
            select kind, value, stream_id
            from value
            where append not in (select append from refused)
        ), kept_part as (
            insert into secret_part (stream_id, sequence, part, person, ciphertext, salt, key_commitment, commitment)
            select stream_id, sequence, part, person, ciphertext, salt, key_commitment, commitment
            from part
            where append not in (select append from refused)
        ), kept as (
            insert into event (batch, place, stream_id, sequence, event_id, slice, stream_type, stream_name, event_name,
                               type, revision, effective_at, recorded_at, actor, clear, chain, leaf, secret_parts)
            select batch.number, row_number() over (order by place) - 1, stream_id, sequence, event_id, slice, stream_type, stream_name, event_name,
                   type, revision, effective_at::timestamptz, recorded_at::timestamptz, actor, clear, chain, leaf, secret_parts
            from incoming, batch
            where append not in (select append from refused)
        )
        select append, reason, what, expected, last
        from refused
        union all
        select null, 'batch', null, number, null
        from batch
        """;

    /** What became of the appends: the batch of those that are stored, 0 if none is, and why the others are not. */
    record Outcome(long batch, Map<Integer, Refusal> refusals) {}

    private AppendStatement() {}

    /** Stores what may be stored, and answers by its index in the list what may not. */
    static Outcome execute(Connection connection, List<Append> appends) throws SQLException {
        try (var statement = connection.prepareStatement(SQL)) {
            var columns = new Columns(connection, statement);
            columns.events(appends);
            columns.requests(appends);
            columns.newKeys(appends);
            columns.values(appends);
            columns.parts(appends);
            try (var rows = statement.executeQuery()) {
                return outcome(rows, appends);
            }
        }
    }

    private static Outcome outcome(ResultSet rows, List<Append> appends) throws SQLException {
        var refusals = new HashMap<Integer, Refusal>();
        var batch = 0L;
        while (rows.next()) {
            var append = rows.getInt("append");
            switch (rows.getString("reason")) {
                case "batch" -> batch = rows.getLong("expected");
                case "stream" ->
                    refusals.putIfAbsent(
                            append,
                            new Refusal.Conflict(
                                    UUID.fromString(rows.getString("what")),
                                    rows.getLong("expected"),
                                    rows.getLong("last")));
                case "key" -> {
                    // Whoever repeats a request meets its own events as well, and is to hear of the key.
                    var key = appends.get(append).key();
                    if (key != null) {
                        refusals.put(append, new Refusal.KeyTaken(key.caller(), key.key()));
                    }
                }
                case "person" ->
                    refusals.putIfAbsent(append, new Refusal.PersonHasKey(UUID.fromString(rows.getString("what"))));
                default -> {
                    var what = rows.getString("what").split(" ", 2);
                    refusals.putIfAbsent(append, new Refusal.ValueTaken(what[0], what[1]));
                }
            }
        }
        return new Outcome(batch, refusals);
    }

    /** Sets the parameters, an array for each column. */
    private static final class Columns {

        private final Connection connection;
        private final PreparedStatement statement;
        private int next = 1;

        Columns(Connection connection, PreparedStatement statement) {
            this.connection = connection;
            this.statement = statement;
        }

        void events(List<Append> appends) throws SQLException {
            var count =
                    appends.stream().mapToInt(append -> append.events().size()).sum();
            var owners = new Integer[count];
            var firsts = new Boolean[count];
            var events = new NewEvent[count];
            var row = 0;
            for (var owner = 0; owner < appends.size(); owner++) {
                var streams = new HashSet<UUID>();
                for (var event : appends.get(owner).events()) {
                    owners[row] = owner;
                    firsts[row] = streams.add(event.stream().id());
                    events[row++] = event;
                }
            }
            set("int4", owners);
            set("bool", firsts);
            set("uuid", events, event -> event.stream().id(), UUID[]::new);
            set("int8", events, NewEvent::sequence, Long[]::new);
            set("uuid", events, NewEvent::eventId, UUID[]::new);
            set("int2", events, event -> (short) event.slice(), Short[]::new);
            set("text", events, event -> event.stream().type(), String[]::new);
            set("text", events, event -> event.stream().name(), String[]::new);
            set("text", events, NewEvent::eventName, String[]::new);
            set("text", events, NewEvent::type, String[]::new);
            set("text", events, NewEvent::revision, String[]::new);
            set("text", events, NewEvent::effectiveAt, String[]::new);
            set("text", events, NewEvent::recordedAt, String[]::new);
            set("text", events, NewEvent::actor, String[]::new);
            set("bytea", events, NewEvent::clear, byte[][]::new);
            set("bytea", events, event -> event.chain().bytes(), byte[][]::new);
            set("bytea", events, event -> event.leaf().bytes(), byte[][]::new);
            set("int2", events, event -> (short) event.secrets().size(), Short[]::new);
        }

        void parts(List<Append> appends) throws SQLException {
            record Kept(int append, NewEvent event, short part, StoredPart.Sealed secret) {}
            var rows = new ArrayList<Kept>();
            for (var owner = 0; owner < appends.size(); owner++) {
                for (var event : appends.get(owner).events()) {
                    short part = 0;
                    for (var secret : event.secrets()) {
                        rows.add(new Kept(owner, event, part++, secret));
                    }
                }
            }
            var parts = rows.toArray(Kept[]::new);
            set("int4", parts, Kept::append, Integer[]::new);
            set("uuid", parts, kept -> kept.event().stream().id(), UUID[]::new);
            set("int8", parts, kept -> kept.event().sequence(), Long[]::new);
            set("int2", parts, Kept::part, Short[]::new);
            set("uuid", parts, kept -> kept.secret().person(), UUID[]::new);
            set("bytea", parts, kept -> kept.secret().ciphertext(), byte[][]::new);
            set("bytea", parts, kept -> kept.secret().salt(), byte[][]::new);
            set("bytea", parts, kept -> kept.secret().keyCommitment(), byte[][]::new);
            set("bytea", parts, kept -> kept.secret().commitment().bytes(), byte[][]::new);
        }

        void requests(List<Append> appends) throws SQLException {
            var keyed = java.util.stream.IntStream.range(0, appends.size())
                    .filter(append -> appends.get(append).key() != null)
                    .boxed()
                    .toArray(Integer[]::new);
            var keys = new Append.RequestKey[keyed.length];
            for (var each = 0; each < keys.length; each++) {
                keys[each] = java.util.Objects.requireNonNull(
                        appends.get(keyed[each]).key());
            }
            set("int4", keyed);
            set("text", keys, Append.RequestKey::caller, String[]::new);
            set("text", keys, Append.RequestKey::key, String[]::new);
            set("text", keys, Append.RequestKey::requestHash, String[]::new);
            set("text", keys, Append.RequestKey::stream, String[]::new);
            set("int8", keys, Append.RequestKey::firstSequence, Long[]::new);
            set("int8", keys, Append.RequestKey::lastSequence, Long[]::new);
            set("int2", keys, key -> (short) key.status(), Short[]::new);
            set("text", keys, Append.RequestKey::answer, String[]::new);
        }

        void newKeys(List<Append> appends) throws SQLException {
            record Made(int append, NewKey key) {}
            var made = java.util.stream.IntStream.range(0, appends.size())
                    .boxed()
                    .flatMap(append -> appends.get(append).newKeys().stream().map(key -> new Made(append, key)))
                    .toArray(Made[]::new);
            set("int4", made, Made::append, Integer[]::new);
            set("uuid", made, each -> each.key().person(), UUID[]::new);
            set("bytea", made, each -> each.key().wrapped(), byte[][]::new);
            set("text", made, each -> each.key().version(), String[]::new);
        }

        void values(List<Append> appends) throws SQLException {
            record Taken(int append, Append.UniqueValue value) {}
            var taken = java.util.stream.IntStream.range(0, appends.size())
                    .boxed()
                    .flatMap(append -> appends.get(append).values().stream().map(value -> new Taken(append, value)))
                    .toArray(Taken[]::new);
            set("int4", taken, Taken::append, Integer[]::new);
            set("text", taken, each -> each.value().kind(), String[]::new);
            set("text", taken, each -> each.value().value(), String[]::new);
            set("uuid", taken, each -> each.value().stream(), UUID[]::new);
        }

        private <R> void set(
                String type,
                R[] rows,
                Function<R, ? extends @org.jspecify.annotations.Nullable Object> column,
                java.util.function.IntFunction<Object[]> array)
                throws SQLException {
            var values = array.apply(rows.length);
            for (var row = 0; row < rows.length; row++) {
                values[row] = column.apply(rows[row]);
            }
            set(type, values);
        }

        private void set(String type, Object[] values) throws SQLException {
            statement.setArray(next++, connection.createArrayOf(type, values));
        }
    }
}
