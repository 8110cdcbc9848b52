package consular.cases.web.feed;

import java.util.Locale;

/** Why a stream ended. */
enum Ending {
    /** The follower went away. */
    LEFT,
    /** The follower did not take a page in time, and was cut off. */
    SLOW,
    /** It is time to sign in again. */
    TIME,
    /** The instance is stopping. */
    STOPPING,
    /** The log could not be read, or not be recorded who reads it. */
    FAILED;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
