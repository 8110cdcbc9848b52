package consular.cases.domain.privacy;

import consular.cases.domain.people.ApplicantId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What became of the personal data in a case.
 *
 * @param erased the applicants who were erased, and how far
 * @param ofTheCase how far the texts of the case itself were: its notes, its counsel; null if they stand
 * @param held the applicants under a legal hold
 */
public record PersonalRecords(
        Map<ApplicantId, ErasureLevel> erased, @Nullable ErasureLevel ofTheCase, Set<ApplicantId> held) {
    /** Everything is there, and nothing must stay. */
    public static final PersonalRecords UNTOUCHED = new PersonalRecords(Map.of(), null, Set.of());

    public PersonalRecords {
        erased = Map.copyOf(erased);
        held = Set.copyOf(held);
    }

    /** Whether anything was erased at all. */
    public boolean isAnythingErased() {
        return ofTheCase != null || !erased.isEmpty();
    }

    /** Whether an applicant's data was erased, to whichever level. */
    public boolean isErased(ApplicantId applicantId) {
        return erased.containsKey(applicantId);
    }

    /** Whether a legal hold is on the applicant; without one, on anybody: what is said of the case may be about any of them. */
    public boolean isHeld(@Nullable ApplicantId applicantId) {
        return applicantId == null ? !held.isEmpty() : held.contains(applicantId);
    }

    /** Whether an erasure to this level would destroy nothing more. */
    public boolean isDone(@Nullable ApplicantId applicantId, ErasureLevel level) {
        var done = applicantId == null ? ofTheCase : erased.get(applicantId);
        return done != null && !level.exceeds(done);
    }

    /** After an erasure; without an applicant, that of the texts of the case. */
    public PersonalRecords erase(@Nullable ApplicantId applicantId, ErasureLevel level) {
        if (applicantId == null) {
            return new PersonalRecords(erased, level, held);
        }
        var next = new HashMap<>(erased);
        next.put(applicantId, level);
        return new PersonalRecords(next, ofTheCase, held);
    }

    /** Under a hold. */
    public PersonalRecords hold(ApplicantId applicantId) {
        var next = new HashSet<>(held);
        next.add(applicantId);
        return new PersonalRecords(erased, ofTheCase, next);
    }

    /** Without the hold. */
    public PersonalRecords release(ApplicantId applicantId) {
        var next = new HashSet<>(held);
        next.remove(applicantId);
        return new PersonalRecords(erased, ofTheCase, next);
    }
}
