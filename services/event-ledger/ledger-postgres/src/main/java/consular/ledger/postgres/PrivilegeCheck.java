package consular.ledger.postgres;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Refuses to work as a role that could change the log: then neither the triggers nor the privileges would hold back anyone. */
final class PrivilegeCheck implements InitializingBean {

    /**
     * Who owns a table or its schema, or may act for its owner, may give itself what it lacks, or drop it; who owns a function that
     * a trigger calls, or that appends, may put another in its place. An update of one column is a change as well, and a trigger may
     * swallow what is added. Keys and what is under them are updated by erasures.
     */
    private static final String WHAT_IS_WRONG = """
        select case
            when (select bool_or(pg_has_role(oid, 'member')) from pg_roles where rolsuper)
                then 'is a superuser, or may become one'
            when bool_or(pg_has_role(relowner, 'member') or pg_has_role(nspowner, 'member'))
                    or (select bool_or(pg_has_role(proowner, 'member'))
                        from pg_proc
                        where pronamespace = (select relnamespace from pg_class where oid = 'event'::regclass))
                then 'owns the log'
            when bool_or(has_table_privilege(pg_class.oid, 'delete, truncate, trigger')) then 'may change the log'
            when bool_or(has_any_column_privilege(pg_class.oid, 'update'))
                filter (where relname in ('event', 'log_batch', 'checkpoint', 'taken_value')) then 'may change the log'
            else 'is all right' end
        from pg_class join pg_namespace on pg_namespace.oid = relnamespace
        where pg_class.oid in ('event'::regclass, 'log_batch'::regclass, 'checkpoint'::regclass, 'taken_value'::regclass,
                               'tile'::regclass, 'secret_part'::regclass, 'data_key'::regclass)
        """;

    private final JdbcClient jdbc;
    private final boolean required;

    PrivilegeCheck(JdbcClient jdbc, boolean required) {
        this.jdbc = jdbc;
        this.required = required;
    }

    @Override
    public void afterPropertiesSet() {
        if (required) {
            var judgement = jdbc.sql(WHAT_IS_WRONG).query(String.class).single();
            if (!judgement.equals("is all right")) {
                throw new TooPowerful(judgement);
            }
        }
    }

    static final class TooPowerful extends RuntimeException {

        private static final long serialVersionUID = 1L;

        TooPowerful(String judgement) {
            super("The role by which the service works with the database " + judgement);
        }
    }

    /** Says it without a page of text. */
    static final class Analyzer extends AbstractFailureAnalyzer<TooPowerful> {

        @Override
        protected FailureAnalysis analyze(Throwable rootFailure, TooPowerful cause) {
            return new FailureAnalysis(
                    cause.getMessage() + ".",
                    "Let one role own the tables (spring.flyway.user) and another work with them"
                        + " (spring.datasource.username), or start with consular.ledger.require-least-privilege=false"
                        + " if the log need not be evidence against the service itself.",
                    cause);
        }
    }
}
