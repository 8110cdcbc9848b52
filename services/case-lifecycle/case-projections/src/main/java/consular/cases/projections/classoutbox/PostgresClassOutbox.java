package consular.cases.projections.classoutbox;

import consular.cases.application.ClassOutbox;
import consular.cases.domain.people.CaseId;
import consular.cases.projections.Generations;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Hands out waiting cases by claiming them, as due deadlines are, in a transaction that is over before anything is sent. */
@Component
final class PostgresClassOutbox implements ClassOutbox {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresClassOutbox.class);

    private final Generations generations;
    private final JdbcClient jdbc;
    private final TransactionTemplate claiming;

    PostgresClassOutbox(Generations generations, JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.generations = generations;
        this.jdbc = jdbc;
        this.claiming = new TransactionTemplate(transactions);
        // Others have to see the claim before anything is sent, whatever the caller has begun.
        this.claiming.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public int takeUnsent(int limit, Consumer<CaseId> send) {
        var claimed = claim(limit);
        for (var caseId : claimed) {
            try {
                send.accept(caseId);
            } catch (RuntimeException failure) {
                // what the failure says may hold personal data, which has no place in the service's own log
                LOG.warn(
                        "Could not send what case {} has for CLASS ({}); it is tried again shortly",
                        caseId,
                        failure.getClass().getSimpleName());
            }
        }
        return claimed.size();
    }

    @Override
    public long countUnsent() {
        return jdbc.sql(generations.active().in("select count(*) from {schema}.class_outbox"))
                .query(Long.class)
                .single();
    }

    private List<CaseId> claim(int limit) {
        var claimed = claiming.execute(_ -> {
            forgetOldClaims();
            return claimInThisTransaction(limit);
        });
        return claimed == null ? List.of() : claimed;
    }

    private void forgetOldClaims() {
        jdbc.sql("""
            delete from class_claim
            where case_id in (
                select case_id
                from class_claim
                where until <= clock_timestamp()
                for update skip locked)
            """).update();
    }

    private List<CaseId> claimInThisTransaction(int limit) {
        return jdbc.sql(generations.active().in("""
            with waiting as (
                select outbox.case_id, outbox.refused_on
                from {schema}.class_outbox as outbox
                where not exists (
                      select
                      from class_claim as claim
                      join {schema}.progress as seen using (case_id)
                      where claim.case_id = outbox.case_id and claim.version >= seen.version)
                order by outbox.refused_on, outbox.case_id
                limit ?
                for update of outbox skip locked
            ),
            claimed as (
                insert into class_claim as claim (case_id, version, until)
                select case_id, seen.version, clock_timestamp() + interval '30 seconds'
                from waiting join {schema}.progress as seen using (case_id)
                order by case_id
                on conflict (case_id) do update set version = excluded.version, until = excluded.until
                where claim.version < excluded.version
                returning case_id
            )
            select case_id
            from claimed join waiting using (case_id)
            order by refused_on, case_id
            """))
                .param(limit)
                .query((row, _) -> new CaseId(row.getObject("case_id", UUID.class)))
                .list();
    }
}
