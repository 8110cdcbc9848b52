package consular.cases.client;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A command, alone or among many. It has a key from the beginning, so giving the same object again never has a second effect.
 *
 * @param name as in the reference, such as {@code Refuse221g}
 * @param caseId which case; null for a registration, and where the number says it
 * @param caseNumber which case, in {@link CaseClient#giveAll} only; null otherwise
 * @param body anything that becomes the JSON object of the reference: a map, a record, a tree
 * @param key the {@code Idempotency-Key}; take one of your own, such as the line of a file, to be able to ask again after a crash
 * @param expectedVersion the version that the case must have ({@code If-Match}); null for any
 */
public record Command(
        String name,
        @Nullable String caseId,
        @Nullable String caseNumber,
        Object body,
        String key,
        @Nullable Long expectedVersion) {

    private static final String REGISTER = "RegisterCase";

    /** A command on a case, with a key of its own. */
    public static Command on(String caseId, String name, Object body) {
        return new Command(name, caseId, null, body, UUID.randomUUID().toString(), null);
    }

    /** A command on a case that is known by its number; for {@link CaseClient#giveAll} only. */
    public static Command onNumber(String caseNumber, String name, Object body) {
        return new Command(name, null, caseNumber, body, UUID.randomUUID().toString(), null);
    }

    /** The registration of a case. */
    public static Command register(Object body) {
        return new Command(REGISTER, null, null, body, UUID.randomUUID().toString(), null);
    }

    /** The same under another key. */
    public Command withKey(String other) {
        return new Command(name, caseId, caseNumber, body, other, expectedVersion);
    }

    /** The same, only if the case still has this version; else the answer is 412 {@code VERSION_MISMATCH}. */
    public Command ifVersion(long version) {
        return new Command(name, caseId, caseNumber, body, key, version);
    }

    boolean isRegistration() {
        return name.equals(REGISTER);
    }

    String path() {
        if (isRegistration()) {
            return "/cases";
        }
        if (caseId == null) {
            throw new IllegalArgumentException("only commands given together may name their case by its number");
        }
        return "/cases/" + caseId + "/commands/" + name;
    }
}
