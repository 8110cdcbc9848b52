package consular.cases.application;

/** The keys that the names and words in the record are under. */
public interface PersonKeys {
    /**
     * Wraps every key anew that an older version of the key-encryption key wraps. What was done stays done when it fails; giving it
     * again goes on with the rest.
     */
    Rotation rotate();

    /**
     * What came of it.
     *
     * @param version the version that wraps from now on
     * @param keys how many keys were wrapped anew
     * @param left how many an older version still wraps, of persons who came meanwhile; the older versions may be destroyed when there
     *     are none
     */
    record Rotation(String version, long keys, long left) {}
}
