package consular.cases.letters.document;

import java.util.Locale;

/** A language in which letters are written. */
public enum Language {
    ENGLISH(Locale.US),
    SPANISH(Locale.of("es"));

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    /** For the forms of dates. */
    public Locale locale() {
        return locale;
    }

    /** The BCP 47 tag: {@code en} or {@code es}. */
    public String tag() {
        return locale.getLanguage();
    }
}
