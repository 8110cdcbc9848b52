package consular.cases.application;

import consular.cases.domain.people.CaseId;
import java.util.Locale;
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
            """).param(capitals(caseNumber)).param(caseId.value()).update() == 1;
    }

    /** Whether a case has the number. */
    boolean isTaken(String caseNumber) {
        return jdbc.sql("select exists (select 1 from case_number where case_number = ?)")
                .param(capitals(caseNumber))
                .query(Boolean.class)
                .single();
    }

    /** The same letters in capitals or not are the same number to whoever reads it aloud or types it. */
    private static String capitals(String caseNumber) {
        return caseNumber.toUpperCase(Locale.ROOT);
    }
}
