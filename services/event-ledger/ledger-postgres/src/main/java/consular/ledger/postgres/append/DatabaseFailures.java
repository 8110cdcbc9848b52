package consular.ledger.postgres.append;

import java.sql.SQLException;
import org.postgresql.util.PSQLException;

/** What a failed statement means for what was to be stored, by the codes of appendix A of PostgreSQL's manual. */
final class DatabaseFailures {

    private DatabaseFailures() {}

    /** Somebody wrote the same at the same moment, or a deadlock was broken up. */
    static boolean isRace(SQLException failure) {
        var state = stateOf(failure);
        return state.equals("23505") || state.startsWith("40");
    }

    /**
     * The server rolled the statement back for want of something: room or memory (class 53), a lock or time that somebody limited
     * (55P03, 57014), the right to write, as on a standby (25006), a disk that works (class 58).
     */
    static boolean isPassing(SQLException failure) {
        var state = stateOf(failure);
        return isOfTheServer(failure)
                && (state.startsWith("53")
                        || state.startsWith("58")
                        || state.equals("55P03")
                        || state.equals("57014")
                        || state.equals("25006"));
    }

    /**
     * Nobody can tell whether it was stored: the connection is lost (class 08), the server goes down (57P), or the driver could not
     * take in the answer, for which it has codes of the server.
     */
    static boolean isLost(SQLException failure) {
        var state = stateOf(failure);
        return state.startsWith("08") || state.startsWith("57P") || (state.startsWith("53") && !isOfTheServer(failure));
    }

    private static boolean isOfTheServer(SQLException failure) {
        return failure instanceof PSQLException said && said.getServerErrorMessage() != null;
    }

    private static String stateOf(SQLException failure) {
        var state = failure.getSQLState();
        return state == null ? "" : state;
    }
}
