package consular.ledger.postgres;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which values are taken, of those of which there may be one in the whole log; see {@link AppendConditions#claimValue}. */
public final class UniqueValues {

    private static final String IS_TAKEN = "select exists (select from taken_value where kind = ? and value = ?)";

    private static final String STREAMS =
            "select value, stream_id::text as stream from taken_value where kind = ? and value = any (?)";

    private final JdbcClient jdbc;

    UniqueValues(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether a stream has the value. It may be taken the moment after; the append will tell. */
    public boolean isTaken(String kind, String value) {
        return jdbc.sql(IS_TAKEN).params(kind, value).query(Boolean.class).single();
    }

    /** The streams that have these values, by value; a value that none has is left out. */
    public Map<String, String> streams(String kind, Collection<String> values) {
        if (values.isEmpty()) {
            return Map.of();
        }
        var streams = new HashMap<String, String>();
        jdbc.sql(STREAMS).params(kind, values.toArray(String[]::new)).query(row -> {
            streams.put(row.getString("value"), row.getString("stream"));
        });
        return Map.copyOf(streams);
    }
}
