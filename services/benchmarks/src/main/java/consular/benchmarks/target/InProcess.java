package consular.benchmarks.target;

import consular.cases.application.CaseCommands;
import consular.cases.application.CommandAnswer;
import consular.cases.application.CommandFailure;
import consular.cases.application.CommandKey;
import consular.cases.application.EventFeed;
import consular.cases.application.ReadSide;
import consular.cases.application.StoredEvent;
import consular.cases.application.Submission;
import consular.cases.application.audit.AuditTrail;
import consular.cases.domain.CaseEvent.VisaRefused;
import consular.cases.domain.RecordedEvent;
import consular.cases.domain.people.CaseId;
import consular.cases.domain.posts.Posts;
import consular.cases.domain.refusals.FindingKind;
import consular.cases.domain.refusals.NewFinding;
import consular.cases.projections.ReadModelOperations;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.axonframework.common.caching.Cache;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The application side of the service in this process, on a durable PostgreSQL of its own, without the web. */
public final class InProcess implements CaseDriver, AutoCloseable {
    /** For the read models; with sixteen callers it makes the packaged service's pool. */
    private static final int SPARE_CONNECTIONS = 8;

    private static final String ANY_REQUEST = "00".repeat(32);

    private final DurablePostgres postgres;
    private final ConfigurableApplicationContext context;
    private final CaseCommands commands;

    private InProcess(int callers, String... profiles) {
        postgres = new DurablePostgres();
        try {
            context = start(callers, profiles);
        } catch (RuntimeException failure) {
            postgres.close();
            throw failure;
        }
        commands = context.getBean(CaseCommands.class);
    }

    /** Commands and the log, and nothing that reads it, for that many callers at once. */
    public static InProcess commandsOnly(int callers) {
        return new InProcess(callers);
    }

    /** The whole service but the web. */
    public static InProcess withReadModels(int callers) {
        return new InProcess(callers, InProcessApplication.READ_MODELS);
    }

    private ConfigurableApplicationContext start(int callers, String... profiles) {
        return new SpringApplicationBuilder(InProcessApplication.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .profiles(profiles)
                .properties(Map.of("spring.datasource.url", postgres.jdbcUrl()))
                .properties(Map.of(
                        "consular.ledger.key-encryption-key",
                        postgres.keyFile(),
                        "consular.ledger.create-key-encryption-key",
                        true))
                .properties(Map.of(
                        "consular.ledger.signing-key",
                        postgres.signingKeyFile(),
                        "consular.ledger.create-signing-key",
                        true))
                .properties(Map.of("spring.datasource.hikari.maximum-pool-size", callers + SPARE_CONNECTIONS))
                .run();
    }

    @Override
    public Outcome give(Order order) {
        var caseId = order.caseId();
        var key = order.key();
        try {
            return accepted(commands.submit(new Submission(
                    order.command(),
                    caseId == null ? new CaseId(UUID.randomUUID()) : caseId,
                    order.actor(),
                    order.effectiveAt(),
                    order.lateEntryReason(),
                    null,
                    key == null
                            ? null
                            : new CommandKey(order.actor().officer().value(), key, ANY_REQUEST))));
        } catch (CommandFailure.Rejected rejected) {
            return new Outcome.Rejected(rejected.rejection().code().name());
        } catch (CommandFailure.Malformed malformed) {
            return new Outcome.Rejected("malformed " + malformed.pointer());
        }
    }

    private static Outcome accepted(CommandAnswer answer) {
        return new Outcome.Accepted(
                answer.caseId(),
                answer.version(),
                answer.events().size(),
                answer.events().stream()
                        .map(StoredEvent::event)
                        .filter(VisaRefused.class::isInstance)
                        .flatMap(event -> ((VisaRefused) event).findings().stream())
                        .filter(finding -> finding.kind() != FindingKind.FOLLOWS_FAMILY)
                        .map(NewFinding::findingId)
                        .toList(),
                answer.events().stream()
                        .map(event -> new RecordedEvent(event.event(), event.stamp()))
                        .toList());
    }

    /** Forgets the cases that were worked on, so that the next command on each reads its events. */
    public void forgetCases() {
        context.getBean(Cache.class).removeAll();
    }

    /** The log that the commands went to. */
    public EventFeed log() {
        return context.getBean(EventFeed.class);
    }

    /** The evidence behind the log, signed each second. */
    public AuditTrail evidence() {
        return context.getBean(AuditTrail.class);
    }

    /** Only {@link #withReadModels}. */
    public ReadModelOperations readModels() {
        return context.getBean(ReadModelOperations.class);
    }

    /** Waits until the read models have seen the whole log; only {@link #withReadModels}. */
    public void awaitReadModels() {
        context.getBean(ReadSide.class).awaitCaughtUp();
    }

    public Posts posts() {
        return context.getBean(Posts.class);
    }

    /** The processor time that this process and its database have taken so far. */
    public Duration cpu() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .orElse(Duration.ZERO)
                .plus(postgres.cpu());
    }

    /** The server that the log is on, for measuring what it could do at best. */
    public DurablePostgres postgres() {
        return postgres;
    }

    @Override
    public void close() {
        try {
            context.close();
        } finally {
            postgres.close();
        }
    }
}
