package consular.cases.projections;

import consular.cases.domain.people.CaseId;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Changes rows of one case where they are, beside those who write whole cases anew. It claims the case as they do, by its row in
 * {@code progress}, before it touches any other; and it does so in a transaction of its own for each generation, whatever transaction the
 * caller is in. So whoever changes one case after the other never keeps a case while it waits for the next, which would be an order of its
 * own beside that of the writers.
 */
@Component
public final class CaseRows {
    private final JdbcClient jdbc;
    private final TransactionTemplate alone;

    CaseRows(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.alone = new TransactionTemplate(transactions);
        this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Changes the rows of a case in both generations.
     *
     * @param change does so in the tables of one; it may be done again after a failure
     */
    public void change(CaseId caseId, Consumer<Generation> change) {
        for (var generation : Generation.values()) {
            alone.executeWithoutResult(_ -> {
                claim(caseId, generation);
                change.accept(generation);
            });
        }
    }

    private void claim(CaseId caseId, Generation generation) {
        var _ = jdbc.sql(generation.in("select version from {schema}.progress where case_id = ? for update"))
                .param(caseId.value())
                .query(Long.class)
                .optional();
    }
}
