package consular.cases.domain.people;

import java.util.Locale;
import java.util.Set;

/** Which nationalities there are. */
public final class Nationalities {
    /** What is said of anything else. */
    public static final String FORM = "a nationality is an ISO 3166-1 alpha-2 code";

    private static final Set<String> CODES = Set.of(Locale.getISOCountries());

    private Nationalities() {}

    /** Whether the text is an ISO 3166-1 alpha-2 code. */
    public static boolean isCode(String text) {
        return CODES.contains(text);
    }
}
