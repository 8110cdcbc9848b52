package consular.cases.application;

import java.util.Map;

/** What is kept under the key-encryption key beside the keys of persons. Beans of it are wrapped anew with those. */
public interface SealedValues {
    /** Wraps anew what an older version of the key wraps, and passes over what does not open. Doing it twice does no harm. */
    Rewrapped wrapAnew();

    /** How much each older version still wraps, by the name of the version. */
    Map<String, Long> left();

    /**
     * What came of it.
     *
     * @param values how many were wrapped anew
     * @param damaged how many do not open
     */
    record Rewrapped(long values, long damaged) {}
}
