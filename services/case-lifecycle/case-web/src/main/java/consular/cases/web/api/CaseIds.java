package consular.cases.web.api;

import consular.cases.domain.people.CaseId;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Reads case ids as clients write them. */
final class CaseIds {
    private static final Pattern FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private CaseIds() {}

    /** The id; empty when the text can be no case's. */
    static Optional<CaseId> parse(String text) {
        return uuid(text).map(CaseId::new);
    }

    /** An id in its canonical form, whatever it is the id of; empty when the text is none. */
    static Optional<UUID> uuid(String text) {
        return FORM.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }
}
