package consular.ledger.postgres.append;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * Stores many appends in one call of the function {@code append_events} and one round trip, without those that stand against what
 * is stored. A known conflict costs no rollback. Whoever writes to the same stream at the same moment makes it fail as a whole,
 * with SQLSTATE 23505.
 */
final class AppendStatement {

    private static final String CALL = "select append, reason, what, expected, last from append_events(%s)"
            .formatted(String.join(", ", Collections.nCopies(AppendColumns.COUNT, "?")));

    /** What became of the appends: the batch of those that are stored, 0 if none is, and why the others are not. */
    record Outcome(long batch, Map<Integer, Refusal> refusals) {}

    private AppendStatement() {}

    /**
     * Stores what may be stored, and answers by its index in the list what may not.
     *
     * @throws UnsendableAppend if there is something in one of them that cannot be sent; nothing was
     */
    static Outcome execute(Connection connection, List<Append> appends) throws SQLException {
        try (var statement = connection.prepareStatement(CALL)) {
            bind(new AppendColumns(connection, statement), appends);
            try (var rows = statement.executeQuery()) {
                return outcome(rows, appends);
            }
        }
    }

    private static void bind(AppendColumns columns, List<Append> appends) throws SQLException {
        try {
            columns.events(appends);
            columns.parts(appends);
            columns.newKeys(appends);
            columns.values(appends);
            columns.requests(appends);
        } catch (RuntimeException failure) {
            throw new UnsendableAppend(failure);
        }
    }

    /** Of several refusals of an append the last counts. */
    private static Outcome outcome(ResultSet rows, List<Append> appends) throws SQLException {
        var refusals = new HashMap<Integer, Refusal>();
        var batch = 0L;
        while (rows.next()) {
            var reason = rows.getString("reason");
            if (reason.equals("batch")) {
                batch = rows.getLong("expected");
            } else {
                var append = rows.getInt("append");
                refusals.put(append, refusal(reason, rows, appends.get(append)));
            }
        }
        return new Outcome(batch, refusals);
    }

    private static Refusal refusal(String reason, ResultSet row, Append append) throws SQLException {
        return switch (reason) {
            case "stream" ->
                new Refusal.Conflict(
                        UUID.fromString(row.getString("what")), row.getLong("expected"), row.getLong("last"));
            case "key" -> {
                var key = Objects.requireNonNull(append.key());
                yield new Refusal.KeyTaken(key.caller(), key.key());
            }
            case "person" -> new Refusal.PersonHasKey(UUID.fromString(row.getString("what")));
            case "value" -> {
                var what = row.getString("what").split(" ", 2);
                yield new Refusal.ValueTaken(what[0], what[1]);
            }
            default -> throw new IllegalStateException("append_events refuses for a reason unknown here: " + reason);
        };
    }
}
