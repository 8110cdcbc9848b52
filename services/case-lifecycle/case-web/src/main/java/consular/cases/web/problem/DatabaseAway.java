package consular.cases.web.problem;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Tells a database that can't be reached from one that objects. */
final class DatabaseAway {
    private static final Set<String> PASSING_CLASSES = Set.of("08", "53", "57P0", "58");
    private static final Set<String> PASSING = Set.of("25006", "55P03", "57014");

    /** As Hikari counts its connections: some, and all of them at work. */
    private static final String ALL_AT_WORK = ".*total=([1-9]\\d*), active=\\1, .*";

    /** Causes may form a ring. */
    private static final int DEEPEST = 20;

    private DatabaseAway() {}

    static boolean isCauseOf(Throwable failure) {
        return causes(failure).anyMatch(DatabaseAway::isAway);
    }

    /**
     * Whether somebody waited in vain for a connection while others worked with all of them. The pool says nothing of why where it
     * could open every one; where it could not, it tells that as the cause.
     */
    static boolean isNoneFree(Throwable failure) {
        return causes(failure)
                .anyMatch(cause -> cause instanceof SQLTransientConnectionException none
                        && none.getCause() == null
                        && none.getSQLState() == null
                        && String.valueOf(none.getMessage()).matches(ALL_AT_WORK));
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(DEEPEST);
    }

    private static boolean isAway(Throwable cause) {
        return switch (cause) {
            case DataAccessResourceFailureException _,
                    CannotCreateTransactionException _,
                    SQLTransientConnectionException _,
                    SQLNonTransientConnectionException _ -> true;
            case SQLException refused -> isAway(refused.getSQLState());
            default -> false;
        };
    }

    /**
     * Connection exceptions, a server that shuts down or starts, and one that lacks room, memory, connections, a disk, the time or
     * lock that somebody limited, or the right to write (PostgreSQL, appendix A). All of it passes, and nothing was stored.
     */
    private static boolean isAway(@Nullable String state) {
        return state != null
                && (PASSING.contains(state) || PASSING_CLASSES.stream().anyMatch(state::startsWith));
    }
}
