package consular.cases.domain.people;

import java.util.UUID;

/** The identity of a case, for ever; the case number is for people. */
public record CaseId(UUID value) {
    /**
     * Reads the canonical text form.
     *
     * @throws IllegalArgumentException when {@code text} is not a UUID
     */
    public static CaseId of(String text) {
        return new CaseId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
