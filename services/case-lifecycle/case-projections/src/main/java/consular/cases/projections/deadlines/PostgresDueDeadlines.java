package consular.cases.projections.deadlines;

import consular.cases.application.DueDeadlines;
import consular.cases.application.PlainCause;
import consular.cases.domain.people.CaseId;
import consular.cases.projections.Generations;
import java.time.Instant;
import java.time.ZoneOffset;
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

/**
 * Hands out due cases by claiming them in a table of their own, in a transaction that is over before anybody acts. Were
 * the deadlines themselves kept locked meanwhile, the read side could not take in what the acting brought about.
 */
@Component
final class PostgresDueDeadlines implements DueDeadlines {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresDueDeadlines.class);

    private final Generations generations;
    private final JdbcClient jdbc;
    private final TransactionTemplate claiming;

    PostgresDueDeadlines(Generations generations, JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.generations = generations;
        this.jdbc = jdbc;
        this.claiming = new TransactionTemplate(transactions);
        // Others have to see the claim before anything is done about it, whatever the caller has begun.
        this.claiming.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public int takeDue(Instant now, int limit, Consumer<CaseId> act) {
        var claimed = claim(now, limit);
        for (var caseId : claimed) {
            try {
                act.accept(caseId);
            } catch (RuntimeException failure) {
                LOG.warn(
                        "Could not act on the deadlines of case {}; they are due again shortly",
                        caseId,
                        PlainCause.wordless(failure));
            }
        }
        return claimed.size();
    }

    @Override
    public long countDue(Instant now) {
        return jdbc.sql(generations.active().in("""
            select count(distinct case_id)
            from {schema}.deadlines
            where state = 'RUNNING' and fires_at <= ?
            """))
                .param(now.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    private List<CaseId> claim(Instant now, int limit) {
        var claimed = claiming.execute(_ -> {
            forgetOldClaims();
            return claimInThisTransaction(now, limit);
        });
        return claimed == null ? List.of() : claimed;
    }

    /** A claim counts for half a minute by the database's clock, whatever day {@code now} pretends it is. */
    private void forgetOldClaims() {
        jdbc.sql("""
            delete from deadline_claim
            where case_id in (
                select case_id
                from deadline_claim
                where until <= clock_timestamp()
                for update skip locked)
            """).update();
    }

    /**
     * Locked rows are being claimed by somebody else; what stays contested is settled by the claim's key, taken in the
     * order of the cases so that nobody waits in a circle.
     */
    private List<CaseId> claimInThisTransaction(Instant now, int limit) {
        return jdbc.sql(generations.active().in("""
            with due as (
                select deadline.case_id, deadline.fires_at
                from {schema}.deadlines as deadline
                where deadline.state = 'RUNNING' and deadline.fires_at <= ?
                  and not exists (
                      select
                      from deadline_claim as claim
                      join {schema}.progress as seen using (case_id)
                      where claim.case_id = deadline.case_id and claim.version >= seen.version)
                  -- one row stands for its case, so that the limit counts cases
                  and not exists (
                      select
                      from {schema}.deadlines as sooner
                      where sooner.case_id = deadline.case_id and sooner.state = 'RUNNING'
                        and (sooner.fires_at, sooner.ordinal) < (deadline.fires_at, deadline.ordinal))
                order by deadline.fires_at, deadline.case_id
                limit ?
                for update of deadline skip locked
            ),
            claimed as (
                insert into deadline_claim as claim (case_id, version, until)
                select case_id, seen.version, clock_timestamp() + interval '30 seconds'
                from due join {schema}.progress as seen using (case_id)
                order by case_id
                on conflict (case_id) do update set version = excluded.version, until = excluded.until
                where claim.version < excluded.version
                returning case_id
            )
            select case_id
            from claimed join due using (case_id)
            order by fires_at, case_id
            """))
                .param(now.atOffset(ZoneOffset.UTC))
                .param(limit)
                .query((row, _) -> new CaseId(row.getObject("case_id", UUID.class)))
                .list();
    }
}
