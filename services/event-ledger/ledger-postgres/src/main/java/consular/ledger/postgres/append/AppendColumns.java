package consular.ledger.postgres.append;

import consular.ledger.postgres.secrets.NewKey;
import consular.ledger.postgres.secrets.StoredPart;
import java.lang.reflect.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** The parameters of the function {@code append_events}: an array for each column, in its order, or null if it has no rows. */
final class AppendColumns {

    static final int COUNT = 44;

    private final PGConnection connection;
    private final PreparedStatement statement;
    private int next = 1;

    AppendColumns(Connection connection, PreparedStatement statement) throws SQLException {
        this.connection = connection.unwrap(PGConnection.class);
        this.statement = statement;
    }

    void events(List<Append> appends) throws SQLException {
        var owners = new ArrayList<Integer>(appends.size());
        var events = new ArrayList<NewEvent>(appends.size());
        for (var owner = 0; owner < appends.size(); owner++) {
            for (var event : appends.get(owner).events()) {
                owners.add(owner);
                events.add(event);
            }
        }
        ints(owners, Integer::intValue);
        set("bytea", previousOfFirsts(appends, events.size()));
        uuids(events, event -> event.stream().id());
        longs(events, NewEvent::sequence);
        uuids(events, NewEvent::eventId);
        shorts(events, NewEvent::slice);
        texts(events, event -> event.stream().type());
        texts(events, event -> event.stream().name());
        texts(events, NewEvent::eventName);
        texts(events, NewEvent::type);
        texts(events, NewEvent::revision);
        times(events, NewEvent::effectiveAt);
        times(events, NewEvent::recordedAt);
        texts(events, NewEvent::actor);
        bytes(events, NewEvent::clear);
        bytes(events, event -> event.chain().bytes());
        bytes(events, event -> event.leaf().bytes());
        shorts(events, event -> event.secrets().size());
    }

    /** Null for an event that follows another of the same append. */
    private static byte[][] previousOfFirsts(List<Append> appends, int count) {
        var previous = new byte[count][];
        var row = 0;
        for (var append : appends) {
            var streams = new HashSet<UUID>();
            for (var event : append.events()) {
                if (streams.add(event.stream().id())) {
                    previous[row] = event.previous().bytes();
                }
                row++;
            }
        }
        return previous;
    }

    void parts(List<Append> appends) throws SQLException {
        record Part(int append, NewEvent event, int number, StoredPart.Sealed secret) {}
        var parts = new ArrayList<Part>();
        for (var append = 0; append < appends.size(); append++) {
            for (var event : appends.get(append).events()) {
                var number = 0;
                for (var secret : event.secrets()) {
                    parts.add(new Part(append, event, number++, secret));
                }
            }
        }
        ints(parts, Part::append);
        uuids(parts, part -> part.event().stream().id());
        longs(parts, part -> part.event().sequence());
        shorts(parts, Part::number);
        uuids(parts, part -> part.secret().person());
        bytes(parts, part -> part.secret().ciphertext());
        bytes(parts, part -> part.secret().salt());
        bytes(parts, part -> part.secret().keyCommitment());
        bytes(parts, part -> part.secret().commitment().bytes());
    }

    void newKeys(List<Append> appends) throws SQLException {
        record Made(int append, NewKey key) {}
        var made = new ArrayList<Made>();
        for (var append = 0; append < appends.size(); append++) {
            for (var key : appends.get(append).newKeys()) {
                made.add(new Made(append, key));
            }
        }
        ints(made, Made::append);
        uuids(made, each -> each.key().person());
        bytes(made, each -> each.key().wrapped());
        texts(made, each -> each.key().version());
    }

    void values(List<Append> appends) throws SQLException {
        record Taken(int append, Append.UniqueValue value) {}
        var taken = new ArrayList<Taken>();
        for (var append = 0; append < appends.size(); append++) {
            for (var value : appends.get(append).values()) {
                taken.add(new Taken(append, value));
            }
        }
        ints(taken, Taken::append);
        texts(taken, each -> each.value().kind());
        texts(taken, each -> each.value().value());
        uuids(taken, each -> each.value().stream());
    }

    void requests(List<Append> appends) throws SQLException {
        record Sent(int append, Append.RequestKey key) {}
        var sent = new ArrayList<Sent>(appends.size());
        for (var append = 0; append < appends.size(); append++) {
            var key = appends.get(append).key();
            if (key != null) {
                sent.add(new Sent(append, key));
            }
        }
        ints(sent, Sent::append);
        texts(sent, request -> request.key().caller());
        texts(sent, request -> request.key().key());
        texts(sent, request -> request.key().requestHash());
        texts(sent, request -> request.key().stream());
        longs(sent, request -> request.key().firstSequence());
        longs(sent, request -> request.key().lastSequence());
        shorts(sent, request -> request.key().status());
        texts(sent, request -> request.key().answer());
    }

    private <R> void ints(List<R> rows, ToIntFunction<R> column) throws SQLException {
        var values = new int[rows.size()];
        for (var row = 0; row < values.length; row++) {
            values[row] = column.applyAsInt(rows.get(row));
        }
        set("int4", values);
    }

    private <R> void shorts(List<R> rows, ToIntFunction<R> column) throws SQLException {
        var values = new short[rows.size()];
        for (var row = 0; row < values.length; row++) {
            values[row] = (short) column.applyAsInt(rows.get(row));
        }
        set("int2", values);
    }

    private <R> void longs(List<R> rows, ToLongFunction<R> column) throws SQLException {
        var values = new long[rows.size()];
        for (var row = 0; row < values.length; row++) {
            values[row] = column.applyAsLong(rows.get(row));
        }
        set("int8", values);
    }

    private <R> void uuids(List<R> rows, Function<R, UUID> column) throws SQLException {
        objects("uuid", rows, column, UUID[]::new);
    }

    private <R> void texts(List<R> rows, Function<R, @Nullable String> column) throws SQLException {
        objects("text", rows, column, String[]::new);
    }

    private <R> void times(List<R> rows, Function<R, String> column) throws SQLException {
        objects("timestamptz", rows, column, String[]::new);
    }

    private <R> void bytes(List<R> rows, Function<R, byte[]> column) throws SQLException {
        objects("bytea", rows, column, byte[][]::new);
    }

    private <R> void objects(
            String type, List<R> rows, Function<R, ? extends @Nullable Object> column, IntFunction<Object[]> array)
            throws SQLException {
        var values = array.apply(rows.size());
        for (var row = 0; row < values.length; row++) {
            values[row] = column.apply(rows.get(row));
        }
        set(type, values);
    }

    /** {@link Connection#createArrayOf} has no arrays of primitives, the driver's own has. A null with its type is prepared alike. */
    private void set(String type, Object values) throws SQLException {
        if (Array.getLength(values) == 0) {
            statement.setNull(next++, Types.ARRAY, "_" + type);
        } else {
            statement.setArray(next++, connection.createArrayOf(type, values));
        }
    }
}
