package consular.cases.web.api;

import consular.cases.domain.people.CaseId;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads case ids as clients write them. */
final class CaseIds {
    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private CaseIds() {}

    /** The id; empty when the text can be no case's. */
    static Optional<CaseId> parse(String text) {
        return UUID.matcher(text).matches() ? Optional.of(CaseId.of(text)) : Optional.empty();
    }
}
