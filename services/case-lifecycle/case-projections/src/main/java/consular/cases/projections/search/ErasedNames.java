package consular.cases.projections.search;

import consular.cases.application.PersonalDataPurge;
import consular.cases.domain.people.ApplicantId;
import consular.cases.domain.people.CaseId;
import consular.cases.projections.CaseRows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes the tokens of an erased name out of both generations. The one that serves would follow the log by itself, but the other keeps
 * what it had when it was built last.
 */
@Component
final class ErasedNames implements PersonalDataPurge {
    private static final String ERASE = """
        update {schema}.searched_applicants
        set names = '[]'
        where case_id = ? and applicant_id = ?
        """;

    private final JdbcClient jdbc;
    private final CaseRows rows;

    ErasedNames(JdbcClient jdbc, CaseRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    @Override
    public void purge(CaseId caseId, @Nullable ApplicantId applicantId) {
        if (applicantId != null) {
            rows.change(
                    caseId,
                    generation -> jdbc.sql(generation.in(ERASE))
                            .params(caseId.value(), applicantId.toString())
                            .update());
        }
    }
}
