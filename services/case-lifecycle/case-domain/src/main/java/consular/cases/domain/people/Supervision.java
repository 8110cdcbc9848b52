package consular.cases.domain.people;

import java.util.Set;

/**
 * Whom a person supervises, directly or through others.
 *
 * @param everyone whether every officer; if not, {@code officers} only
 */
public record Supervision(boolean everyone, Set<OfficerId> officers) {
    public static final Supervision OF_NOBODY = new Supervision(false, Set.of());

    public Supervision {
        officers = Set.copyOf(officers);
    }

    public static Supervision of(Set<OfficerId> officers) {
        return new Supervision(false, officers);
    }

    public boolean includes(OfficerId officer) {
        return everyone || officers.contains(officer);
    }
}
