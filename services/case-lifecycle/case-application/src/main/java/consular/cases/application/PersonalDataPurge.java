package consular.cases.application;

import consular.cases.domain.people.ApplicantId;
import consular.cases.domain.people.CaseId;
import consular.cases.domain.quasirefusals.QuasiRefusalId;
import org.jspecify.annotations.Nullable;

/**
 * Whoever keeps copies of what events say, other than folds of the log, forgets what was erased. Every bean of this is called after the
 * keys are gone, at least once; what it throws, is tried again until it throws no more.
 */
@FunctionalInterface
public interface PersonalDataPurge {
    /**
     * Forgets what is kept of an applicant.
     *
     * @param applicantId null for the texts of the case itself
     */
    void purge(CaseId caseId, @Nullable ApplicantId applicantId);

    /** Forgets what is kept of whoever only asked; whoever keeps nothing of them has nothing to forget. */
    default void purge(QuasiRefusalId quasiRefusalId) {}
}
