package consular.ledger.postgres.append;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Stores many appends in one statement and one round trip, without those that stand against what is stored. A known conflict
 * costs no rollback. Whoever writes to the same stream at the same moment makes it fail as a whole, with SQLSTATE 23505.
 */
final class AppendStatement {

    /** What became of the appends: the batch of those that are stored, 0 if none is, and why the others are not. */
    record Outcome(long batch, Map<Integer, Refusal> refusals) {}

    private AppendStatement() {}

    /**
     * Stores what may be stored, and answers by its index in the list what may not.
     *
     * @throws UnsendableAppend if there is something in one of them that cannot be sent; nothing was
     */
    static Outcome execute(Connection connection, List<Append> appends) throws SQLException {
        var values = appends.stream().anyMatch(append -> !append.values().isEmpty());
        var secrets = appends.stream().anyMatch(Append::isAboutAPerson);
        try (var statement = connection.prepareStatement(AppendSql.of(values, secrets))) {
            bind(new AppendColumns(connection, statement), appends, values, secrets);
            try (var rows = statement.executeQuery()) {
                return outcome(rows, appends);
            }
        }
    }

    private static void bind(AppendColumns columns, List<Append> appends, boolean values, boolean secrets)
            throws SQLException {
        try {
            columns.events(appends);
            columns.requests(appends);
            if (values) {
                columns.values(appends);
            }
            if (secrets) {
                columns.newKeys(appends);
                columns.parts(appends);
            }
        } catch (RuntimeException failure) {
            throw new UnsendableAppend(failure);
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
}
