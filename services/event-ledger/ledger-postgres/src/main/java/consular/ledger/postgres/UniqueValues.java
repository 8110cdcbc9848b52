package consular.ledger.postgres;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Which values are taken, of those of which there may be one in the whole log; see {@link AppendConditions#claimValue}. */
public final class UniqueValues {

    private static final String IS_TAKEN = "select exists (select from taken_value where kind = ? and value = ?)";

    private final JdbcClient jdbc;

    UniqueValues(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether a stream has the value. It may be taken the moment after; the append will tell. */
    public boolean isTaken(String kind, String value) {
        return jdbc.sql(IS_TAKEN).params(kind, value).query(Boolean.class).single();
    }
}
