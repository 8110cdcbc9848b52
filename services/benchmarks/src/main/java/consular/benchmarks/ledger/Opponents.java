package consular.benchmarks.ledger;

import consular.ledger.postgres.append.Append;
import consular.ledger.postgres.append.NewEvent;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Objects;
import javax.sql.DataSource;

/** The same events stored in the ways that offer themselves, in tables of the same shape. */
final class Opponents {

    private static final String TABLES = """
        create table raw_event (like event including defaults including constraints including indexes);
        create sequence raw_batch;
        create table raw_key (like command_key including defaults including constraints including indexes);
        create function append_one(stream_id uuid, sequence bigint, event_id uuid, slice smallint, stream_type text, type text,
                                   revision text, effective_at text, recorded_at text, actor text, clear bytea, chain bytea,
                                   leaf bytea, key text, request_hash text) returns void language plpgsql as $$
        begin
            insert into raw_key (caller, key, request_hash, stream, first_sequence, last_sequence, status)
            values (actor, key, decode(request_hash, 'hex'), stream_id::text, sequence, sequence, 200);
            insert into raw_event (batch, place, stream_id, sequence, event_id, slice, stream_type, type, revision,
                                   effective_at, recorded_at, actor, clear, chain, leaf)
            values (nextval('raw_batch'), 0, stream_id, sequence, event_id, slice, stream_type, type, revision,
                    effective_at::timestamptz, recorded_at::timestamptz, actor, clear, chain, leaf);
        end
        $$
        """;

    private static final String INSERT = """
        insert into raw_event (batch, place, stream_id, sequence, event_id, slice, stream_type, type, revision,
                               effective_at, recorded_at, actor, clear, chain, leaf)
        values (nextval('raw_batch'), 0, ?, ?, ?, ?, ?, ?, ?, ?::timestamptz, ?::timestamptz, ?, ?, ?, ?)
        """;

    private static final String KEY = """
        insert into raw_key (caller, key, request_hash, stream, first_sequence, last_sequence, status)
        values ('officer-a', ?, decode(?, 'hex'), ?, 0, 0, 200)
        """;

    private static final String CALL = "select append_one(?, ?, ?, ?::smallint, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final DataSource dataSource;
    private final CopiedEvents copied = new CopiedEvents();

    Opponents(DataSource dataSource) throws SQLException {
        this.dataSource = dataSource;
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(TABLES);
        }
    }

    /** One insert, one commit, and no key: what the database does at best. */
    int insert(Append append) throws SQLException {
        try (var connection = dataSource.getConnection()) {
            return insert(connection, append.events().getFirst());
        }
    }

    /** The key and the event in a transaction. */
    int transaction(Append append) throws SQLException {
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            var key = Objects.requireNonNull(append.key());
            try (var statement = connection.prepareStatement(KEY)) {
                statement.setString(1, key.key());
                statement.setString(2, key.requestHash());
                statement.setString(3, key.stream());
                statement.executeUpdate();
            }
            var inserted = insert(connection, append.events().getFirst());
            connection.commit();
            connection.setAutoCommit(true);
            return inserted;
        }
    }

    /** The same by one call of a function. */
    boolean call(Append append) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(CALL)) {
            var next = event(statement, append.events().getFirst());
            var key = Objects.requireNonNull(append.key());
            statement.setString(next, key.key());
            statement.setString(next + 1, key.requestHash());
            return statement.execute();
        }
    }

    /** Many events by COPY: what the database does at best with rows that nobody checks. */
    long copy(Append append) throws SQLException, IOException {
        try (var connection = dataSource.getConnection()) {
            return copied.copy(connection, append.events());
        }
    }

    private static int insert(Connection connection, NewEvent event) throws SQLException {
        try (var statement = connection.prepareStatement(INSERT)) {
            event(statement, event);
            return statement.executeUpdate();
        }
    }

    private static int event(PreparedStatement statement, NewEvent event) throws SQLException {
        statement.setObject(1, event.stream().id(), Types.OTHER);
        statement.setLong(2, event.sequence());
        statement.setObject(3, event.eventId(), Types.OTHER);
        statement.setInt(4, event.slice());
        statement.setString(5, event.stream().type());
        statement.setString(6, event.type());
        statement.setString(7, event.revision());
        statement.setString(8, event.effectiveAt());
        statement.setString(9, event.recordedAt());
        statement.setString(10, event.actor());
        statement.setBytes(11, event.clear());
        statement.setBytes(12, event.chain().bytes());
        statement.setBytes(13, event.leaf().bytes());
        return 14;
    }
}
