package consular.cases.domain.privacy;

import org.jspecify.annotations.Nullable;

/** What stands where words about somebody are required and none may be kept, since that person's data was erased. */
public final class ErasedText {
    /** The sentence that may be said of anybody. It says nothing of the person, so it is no personal data. */
    public static final String STAND_IN = "not kept: the data was erased";

    /** What stands as the reason for a late entry where an import gives none: a fixed word of the service's own. */
    public static final String IMPORTED = "imported";

    private ErasedText() {}

    /** Whether a text is somebody's own words. */
    public static boolean isInOwnWords(@Nullable String text) {
        return text != null && !text.isBlank() && !text.equals(STAND_IN);
    }

    /** Whether the reason for a late entry is somebody's own words. */
    public static boolean isReasonInOwnWords(@Nullable String reason) {
        return isInOwnWords(reason) && !IMPORTED.equals(reason);
    }

    /** The text; where there is none, what stands in its place. */
    public static String orStandIn(@Nullable String text) {
        return text == null || text.isBlank() ? STAND_IN : text;
    }
}
