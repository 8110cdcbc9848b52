package consular.cases.application;

import java.util.List;

/** The keys that the names and words in the record are under. */
public interface PersonKeys {
    /**
     * Wraps every key anew that an older version of the key-encryption key wraps, and passes over those that do not open. What was done
     * stays done when it fails; giving it again goes on with the rest.
     */
    Rotation rotate();

    /**
     * What came of it.
     *
     * @param version the version that wraps from now on
     * @param keys how many keys were wrapped anew
     * @param damaged how many do not open, and were passed over
     * @param left how many an older version still wraps: those that do not open, and those of persons who came meanwhile
     * @param needed the older versions that wrap them; one that is not among them may be destroyed
     */
    record Rotation(String version, long keys, long damaged, long left, List<String> needed) {

        /** Keeps a copy. */
        public Rotation {
            needed = List.copyOf(needed);
        }
    }
}
