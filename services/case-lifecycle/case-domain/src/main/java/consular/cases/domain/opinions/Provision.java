package consular.cases.domain.opinions;

import consular.cases.domain.lists.Lists;
import consular.cases.domain.refusals.Finding;
import consular.cases.domain.refusals.RefusalId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an opinion speaks of.
 *
 * @param name a provision, or the beginning of several; {@link #WHATEVER_IS_FOUND} while an opinion that names none may mean
 *     any
 * @param foundIn the refusal that says so; null while it is said in the opinion's own words
 * @param answeredBy the later favourable opinions that speak of it, the oldest first
 * @param isReversed whether it was wrong that this is meant
 */
public record Provision(
        String name, @Nullable RefusalId foundIn, List<AdvisoryOpinionId> answeredBy, boolean isReversed) {
    /** The beginning of every provision, and so what an opinion that names none speaks of until something is found on it. */
    public static final String WHATEVER_IS_FOUND = "";

    public Provision {
        answeredBy = List.copyOf(answeredBy);
    }

    static Provision inOwnWords(String name) {
        return new Provision(name, null, List.of(), false);
    }

    /** Whether the ground of a finding is this or holds it: what becomes of the finding becomes of all that is meant. */
    public boolean isWithin(Finding finding) {
        return name.startsWith(finding.entered().ground());
    }

    /** Whether one of the two holds the other. */
    public boolean concerns(String ground) {
        return ground.startsWith(name) || name.startsWith(ground);
    }

    Provision found(String ground, RefusalId refusalId) {
        return new Provision(ground, refusalId, answeredBy, false);
    }

    Provision reversed(boolean wrong) {
        return new Provision(name, foundIn, answeredBy, wrong);
    }

    Provision alsoAnsweredBy(AdvisoryOpinionId later) {
        return new Provision(name, foundIn, Lists.and(answeredBy, later), isReversed);
    }
}
