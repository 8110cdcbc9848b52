package consular.cases.application.webhooks;

import java.time.Duration;

/** What came of sending one event. */
public sealed interface Answer {
    /** The receiver has it. */
    record Accepted() implements Answer {}

    /**
     * The receiver answered, and has not taken it.
     *
     * @param patience how long it asks to be left alone; zero when it does not
     */
    record Refused(int status, Duration patience) implements Answer {}

    /** The receiver wants nothing any more: 410. */
    record Gone() implements Answer {}

    /** No answer came. */
    record Unreachable(Kind kind) implements Answer {}

    /** Why no answer came. */
    enum Kind {
        /** The address is none that events may be sent to, by now. */
        ADDRESS_REFUSED,
        /** The name has no address. */
        UNKNOWN_HOST,
        /** Nobody took the connection, or it broke. */
        NO_CONNECTION,
        /** The receiver does not show a certificate that is trusted for its name. */
        NOT_TRUSTED,
        /** It took too long. */
        TIMEOUT
    }
}
