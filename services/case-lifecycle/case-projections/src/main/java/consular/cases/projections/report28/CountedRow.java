package consular.cases.projections.report28;

import consular.cases.domain.Applicant;
import consular.cases.domain.ApplicationState;
import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.law.FiscalYear;
import consular.cases.domain.posts.PostCode;
import consular.cases.domain.refusals.Finding;
import consular.cases.domain.refusals.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * One thing that is counted, as it is stored: findings and not persons (R-RPT-02).
 *
 * @param post where it was done, which need not be where the case is now
 * @param ground empty for a visa
 */
record CountedRow(String caseId, int ordinal, String post, int fiscalYear, String ground, Counted counted) {
    private static final String NO_GROUND = "";

    /** Immigrant cases only: the report is on immigrant visas (9 FAM 504.3-2). */
    static List<CountedRow> of(CaseFile file) {
        return switch (file.category()) {
            case IMMIGRANT -> new Count(file).rows;
            case NONIMMIGRANT -> List.of();
        };
    }

    private static final class Count {
        private final CaseFile file;
        private final List<CountedRow> rows = new ArrayList<>();

        private Count(CaseFile file) {
            this.file = file;
            file.applicants().forEach(this::add);
        }

        private void add(Applicant applicant) {
            applicant
                    .refusals()
                    .forEach(refusal -> refusal.findings().forEach(finding -> add(applicant, refusal, finding)));
            var decision = applicant.decision();
            var decidedOn = decision == null ? null : decision.countedOn();
            var decidedAt = decision == null ? null : decision.decidedAt();
            if (applicant.state() == ApplicationState.ISSUED && decidedOn != null && decidedAt != null) {
                add(Counted.ISSUED, decidedAt, decidedOn, NO_GROUND);
            }
        }

        /**
         * Never netted: a finding stays found in its year whatever becomes of it in another. What was refused anew while it
         * stood is one finding still, of the day on which it was made first.
         */
        private void add(Applicant applicant, Refusal refusal, Finding finding) {
            var ground = finding.entered().ground();
            if (!applicant.isFoundAnew(finding)) {
                add(Counted.FOUND, refusal.post(), finding.refusedOn(), ground);
            }
            var closing = finding.closing();
            if (closing != null) {
                Counted.closing(finding.status())
                        .ifPresent(counted -> add(counted, closing.post(), closing.countedOn(), ground));
            }
        }

        private void add(Counted counted, PostCode post, LocalDate on, String ground) {
            rows.add(new CountedRow(
                    file.caseId().toString(), rows.size(), post.value(), FiscalYear.of(on), ground, counted));
        }
    }
}
