package consular.cases.application;

import consular.cases.domain.people.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which case numbers are taken: the one rule that spans cases. */
final class CaseNumbers {
    private final JdbcClient jdbc;

    CaseNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Takes a number in the transaction that registers the case, so that it is free again if the
     * registration is rejected; waits for another transaction that is about to take it.
     *
     * @return whether it was free
     */
    boolean take(String caseNumber, CaseId caseId) {
        return jdbc.sql("""
            insert into case_number (case_number, case_id) values (?, ?)
            on conflict (case_number) do nothing
            """).param(caseNumber).param(caseId.value()).update() == 1;
    }

    /** Whether a case has the number. */
    boolean isTaken(String caseNumber) {
        return jdbc.sql("select exists (select 1 from case_number where case_number = ?)")
                .param(caseNumber)
                .query(Boolean.class)
                .single();
    }
}
