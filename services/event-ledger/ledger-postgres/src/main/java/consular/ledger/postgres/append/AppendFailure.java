package consular.ledger.postgres.append;

import org.jspecify.annotations.Nullable;

/** An append of which the log does not say that it is stored. */
public abstract sealed class AppendFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private AppendFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** It stands against what is stored already; nothing of it was. */
    public static final class Refused extends AppendFailure {

        private static final long serialVersionUID = 1L;
        private final transient Refusal refusal;

        Refused(Refusal refusal) {
            super(refusal.toString(), null);
            this.refusal = refusal;
        }

        /** Why. */
        public Refusal refusal() {
            return refusal;
        }
    }

    /** The database cannot store it, now or ever; nothing of it was. */
    public static final class Broken extends AppendFailure {

        private static final long serialVersionUID = 1L;

        Broken(Throwable cause) {
            super("the database refuses to store the events", cause);
        }
    }

    /**
     * It is not stored: too many wait, it waited too long, the log is being shut down, or the database can store nothing at the
     * moment. Try again.
     */
    public static final class NotSent extends AppendFailure {

        private static final long serialVersionUID = 1L;

        NotSent(String why) {
            this(why, null);
        }

        NotSent(String why, @Nullable Throwable cause) {
            super(why, cause);
        }
    }

    /**
     * The database did not answer, and may or may not have stored it. Whoever sends the command again under the same key
     * gets the one answer.
     */
    public static final class OutcomeUnknown extends AppendFailure {

        private static final long serialVersionUID = 1L;

        OutcomeUnknown(Throwable cause) {
            super("the database did not say whether the events are stored", cause);
        }
    }
}
