package consular.cases.domain.quasirefusals;

import java.util.UUID;

/** The identity of an inquiry that ended in a quasi-refusal, for ever. */
public record QuasiRefusalId(UUID value) {
    /**
     * Reads the canonical text form.
     *
     * @throws IllegalArgumentException when {@code text} is not a UUID
     */
    public static QuasiRefusalId of(String text) {
        return new QuasiRefusalId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
