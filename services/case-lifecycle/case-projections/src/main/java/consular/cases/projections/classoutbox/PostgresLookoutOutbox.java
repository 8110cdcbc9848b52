package consular.cases.projections.classoutbox;

import consular.cases.application.LookoutOutbox;
import consular.cases.domain.quasirefusals.QuasiRefusalId;
import java.time.LocalDate;
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
 * The lookouts that wait, in a table that is no read model: quasi-refusals are not folded into any, and no rebuilding
 * touches it.
 */
@Component
final class PostgresLookoutOutbox implements LookoutOutbox {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresLookoutOutbox.class);

    private final JdbcClient jdbc;
    private final TransactionTemplate claiming;

    PostgresLookoutOutbox(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.claiming = new TransactionTemplate(transactions);
        // Others have to see the claim before anything is sent, whatever the caller has begun.
        this.claiming.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public void add(QuasiRefusalId quasiRefusalId, LocalDate enteredOn) {
        jdbc.sql("insert into waiting_lookout (quasi_refusal_id, entered_on) values (?, ?) on conflict do nothing")
                .param(quasiRefusalId.value())
                .param(enteredOn)
                .update();
    }

    @Override
    public void remove(QuasiRefusalId quasiRefusalId) {
        jdbc.sql("delete from waiting_lookout where quasi_refusal_id = ?")
                .param(quasiRefusalId.value())
                .update();
    }

    @Override
    public int takeUnsent(int limit, Consumer<QuasiRefusalId> send) {
        var claimed = claim(limit);
        for (var id : claimed) {
            try {
                send.accept(id);
            } catch (RuntimeException failure) {
                // what the failure says may hold personal data, which has no place in the service's own log
                LOG.warn(
                        "Could not send the lookout of quasi-refusal {} to CLASS ({}); it is tried again shortly",
                        id,
                        failure.getClass().getSimpleName());
            }
        }
        return claimed.size();
    }

    @Override
    public long countUnsent() {
        return jdbc.sql("select count(*) from waiting_lookout")
                .query(Long.class)
                .single();
    }

    private List<QuasiRefusalId> claim(int limit) {
        var claimed = claiming.execute(_ -> jdbc.sql("""
            with free as (
                select quasi_refusal_id
                from waiting_lookout
                where claimed_until <= clock_timestamp()
                order by entered_on, quasi_refusal_id
                limit ?
                for update skip locked
            ),
            claimed as (
                update waiting_lookout
                set claimed_until = clock_timestamp() + interval '30 seconds'
                where quasi_refusal_id in (select quasi_refusal_id from free)
                returning quasi_refusal_id, entered_on
            )
            select quasi_refusal_id
            from claimed
            order by entered_on, quasi_refusal_id
            """)
                .param(limit)
                .query((row, _) -> new QuasiRefusalId(row.getObject("quasi_refusal_id", UUID.class)))
                .list());
        return claimed == null ? List.of() : claimed;
    }
}
