package consular.cases.application;

import consular.cases.domain.law.Rejection;

/** A command that appended nothing, and why. */
public abstract sealed class CommandFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private CommandFailure(String message) {
        super(message);
    }

    /** The law or the record stands in the way. */
    public static final class Rejected extends CommandFailure {
        private static final long serialVersionUID = 1L;
        private final transient Rejection rejection;
        private final boolean replayed;

        public Rejected(Rejection rejection, boolean replayed) {
            super(rejection.code() + ": " + rejection.detail());
            this.rejection = rejection;
            this.replayed = replayed;
        }

        public Rejection rejection() {
            return rejection;
        }

        /** Whether this is the answer given earlier to the same idempotency key. */
        public boolean isReplayed() {
            return replayed;
        }
    }

    /** The command makes no sense for this case. */
    public static final class Malformed extends CommandFailure {
        private static final long serialVersionUID = 1L;
        private final String pointer;

        public Malformed(String pointer, String detail) {
            super(detail);
            this.pointer = pointer;
        }

        /** The offending member as a JSON Pointer. */
        public String pointer() {
            return pointer;
        }
    }

    /** The sender last saw another version. */
    public static final class VersionMismatch extends CommandFailure {
        private static final long serialVersionUID = 1L;
        private final long actual;

        public VersionMismatch(long expected, long actual) {
            super("the case is at version " + actual + ", not " + expected + "; read it again");
            this.actual = actual;
        }

        /** The version that the case has. */
        public long actual() {
            return actual;
        }
    }

    /** There is no case with that id. */
    public static final class NoSuchCase extends CommandFailure {
        private static final long serialVersionUID = 1L;

        public NoSuchCase() {
            super("there is no such case");
        }
    }

    /** Others kept writing to the case first, for as long as was tried. */
    public static final class ConcurrentModification extends CommandFailure {
        private static final long serialVersionUID = 1L;

        public ConcurrentModification() {
            super("the case kept changing; try again");
        }
    }

    /** The case has as much in it as a case may have. */
    public static final class CaseFull extends CommandFailure {
        private static final long serialVersionUID = 1L;

        public CaseFull() {
            super("the case has as many events, or as much in them, as this command may add to; who runs the service"
                    + " can allow for more");
        }
    }

    /** The idempotency key was used for another request. */
    public static final class KeyReused extends CommandFailure {
        private static final long serialVersionUID = 1L;

        public KeyReused() {
            super("the idempotency key was used for another request; take a new one");
        }
    }
}
