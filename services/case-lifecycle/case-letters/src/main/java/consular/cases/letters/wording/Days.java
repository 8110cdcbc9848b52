package consular.cases.letters.wording;

import consular.cases.letters.document.Language;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** Days as a language writes them. */
final class Days {
    private final DateTimeFormatter format;

    Days(Language language, String pattern) {
        format = DateTimeFormatter.ofPattern(pattern, language.locale());
    }

    String of(LocalDate day) {
        return format.format(day);
    }
}
