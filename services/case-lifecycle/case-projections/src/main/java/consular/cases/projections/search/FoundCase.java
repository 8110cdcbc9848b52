package consular.cases.projections.search;

import consular.cases.domain.ApplicationState;
import consular.cases.domain.people.FamilyRole;
import consular.cases.domain.visas.VisaCategory;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A case that a search found. It names nobody. Dates are post-local.
 *
 * @param post the code of the post where the case is now
 * @param applicants those whom the search is about, as the case has them in order; not the whole family, if only some were meant
 */
public record FoundCase(
        UUID caseId,
        String caseNumber,
        String post,
        VisaCategory category,
        String visaClass,
        List<FoundApplicant> applicants) {
    public FoundCase {
        applicants = List.copyOf(applicants);
    }

    /**
     * An applicant of it.
     *
     * @param executedOn the day of the application; null before it
     * @param refusedOn the day of the latest refusal; null if there was none
     * @param issuedOn the day of the visa; null while none is issued
     * @param officers who refused or issued
     */
    public record FoundApplicant(
            String applicantId,
            FamilyRole role,
            ApplicationState state,
            @Nullable LocalDate executedOn,
            @Nullable LocalDate refusedOn,
            @Nullable LocalDate issuedOn,
            List<String> officers) {
        public FoundApplicant {
            officers = List.copyOf(officers);
        }
    }
}
