package consular.cases.application;

import consular.cases.application.audit.AuditTrail;
import consular.cases.application.audit.LedgerAuditTrail;
import consular.cases.application.posts.ReferencePosts;
import consular.cases.domain.law.Policy;
import consular.cases.domain.posts.Posts;
import consular.ledger.postgres.Attribution;
import consular.ledger.postgres.CommandKeys;
import consular.ledger.postgres.EventLog;
import consular.ledger.postgres.LogEvidence;
import consular.ledger.postgres.OperationKeys;
import consular.ledger.postgres.secrets.Erasures;
import consular.ledger.postgres.secrets.PersonalData;
import consular.ledger.postgres.secrets.Vault;
import consular.ledger.postgres.sequencing.LogHead;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.util.unit.DataSize;

/**
 * The application side of the service. It expects a {@code DataSource}, the ledger's beans, a
 * {@link DueDeadlines}, a {@link ClassOutbox}, a {@link LookoutOutbox}, {@link DeadLetters} and a {@link MeterRegistry}; it brings the clock.
 */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class CaseApplicationConfiguration {
    private static final int KEEPER_BATCH = 500;

    /** Shorter than the time for which a node that is gone keeps its claims. */
    private static final Duration LOOK_FOR_WORK_EVERY = Duration.ofSeconds(1);

    /** The wall clock; the profile {@code simulation} has one that can be set. */
    @Bean
    @Profile("!simulation")
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Posts posts(@Value("${consular.calendar.exceptions:}") String exceptions) {
        return exceptions.isBlank() ? ReferencePosts.load() : ReferencePosts.load(Path.of(exceptions));
    }

    @Bean
    @Qualifier("eventSerializer")
    Serializer eventSerializer() {
        return new CaseEventSerializer();
    }

    @Bean
    EventUpcaster eventUpcaster() {
        return new EventUpcasterChain(CaseRevisions.forAxon());
    }

    /** An event's stamp says who and why; Axon's own trace of messages would only swell the log. */
    @Bean
    CorrelationDataProvider correlationDataProvider() {
        return new SimpleCorrelationDataProvider();
    }

    @Bean
    CaseCache caseCache(@Value("${consular.case-cache.size:10000}") long size, Vault vault) {
        var cache = new CaseCache(size);
        vault.onErasure(cache::removeAll);
        return cache;
    }

    @Bean
    ConfigurerModule caseCacheKnowsOfCommands(CaseCache cache) {
        return configurer -> configurer.onInitialize(axon ->
                axon.onStart(() -> axon.commandBus().registerHandlerInterceptor((command, rest) -> {
                    cache.noteBegin(command);
                    return rest.proceed();
                })));
    }

    @Bean
    CommandTargetResolver caseTargetResolver() {
        return new CaseTargetResolver();
    }

    @Bean
    LoggedCases loggedCases(EventLog log) {
        return new LoggedCases(log);
    }

    @Bean
    NamelessFeed namelessFeed(LoggedCases cases) {
        return cases::namelessAfter;
    }

    @Bean
    LogNews logNews(LogHead head, Vault vault) {
        return new LoggedNews(head, vault);
    }

    @Bean
    CaseBudget caseBudget(
            @Value("${consular.case-budget.events:10000}") long events,
            @Value("${consular.case-budget.bytes:16MB}") DataSize bytes,
            @Qualifier("eventSerializer") Serializer eventSerializer) {
        return new CaseBudget(events, bytes, eventSerializer);
    }

    @Bean
    CaseDesk caseDesk(Clock clock, Posts posts, CaseNumbers numbers, EventLog log, Policy policy, CaseBudget budget) {
        return new CaseDesk(clock, posts, numbers, log, policy, budget);
    }

    /** What the log vouches for is what the stamp says. */
    @Bean
    Attribution.Source attributions() {
        return Stamps::attribution;
    }

    @Bean
    PersonalData personalData() {
        return new CasePersonalData();
    }

    @Bean
    AuditTrail auditTrail(LogEvidence evidence) {
        return new LedgerAuditTrail(evidence);
    }

    @Bean
    LookoutKeeper lookoutKeeper(LookoutOutbox outbox) {
        return new LookoutKeeper(outbox);
    }

    /** One that cannot be kept is set aside, with what follows on the same quasi-refusal. */
    @Bean
    ConfigurerModule lookoutProcessor(ObjectProvider<DeadLetters> letters) {
        return configurer -> lookouts(configurer, letters::getObject);
    }

    static void lookouts(Configurer configurer, Supplier<DeadLetters> letters) {
        keeper(LookoutKeeper.PROCESSOR).configureModule(configurer);
        configurer
                .eventProcessing()
                .registerDeadLetterQueue(
                        LookoutKeeper.PROCESSOR, _ -> letters.get().of(LookoutKeeper.PROCESSOR))
                .registerDeadLetterPolicy(
                        LookoutKeeper.PROCESSOR, _ -> letters.get().policy());
    }

    @Bean
    HeldLookouts heldLookouts(LookoutKeeper keeper, DeadLetters letters, TransactionManager transactions) {
        return new HeldLookouts(keeper, letters, transactions);
    }

    @Bean
    ErasureKeeper erasureKeeper(Erasures erasures, ObjectProvider<PersonalDataPurge> purges, MeterRegistry registry) {
        ErasureMeters.register(registry, erasures);
        return new ErasureKeeper(erasures, purges.orderedStream().toList());
    }

    @Bean
    ConfigurerModule erasureProcessor() {
        return keeper(ErasureKeeper.PROCESSOR);
    }

    /** One after the other, and never past one that could not be kept. */
    private static ConfigurerModule keeper(String processor) {
        return configurer -> configurer
                .eventProcessing()
                .registerPooledStreamingEventProcessor(
                        processor,
                        org.axonframework.config.Configuration::eventStore,
                        (_, settings) -> settings.initialToken(StreamableMessageSource::createTailToken)
                                .initialSegmentCount(1)
                                .tokenClaimInterval(LOOK_FOR_WORK_EVERY.toMillis())
                                .claimExtensionThreshold(LOOK_FOR_WORK_EVERY.toMillis())
                                .batchSize(KEEPER_BATCH))
                .registerListenerInvocationErrorHandler(processor, _ -> PropagatingErrorHandler.instance())
                .registerErrorHandler(processor, _ -> TriedAgain.errorHandler());
    }

    @Bean
    CaseCommands caseCommands(
            CommandGateway gateway,
            CaseDesk desk,
            CaseHistory history,
            CommandKeys keys,
            EventLog log,
            MeterRegistry registry) {
        return new AxonCaseCommands(
                gateway, desk, history, new CommandDelivery(keys), log, new CommandMetrics(registry));
    }

    @Bean
    QuasiRefusalDesk quasiRefusalDesk(Clock clock, Posts posts, CaseHistory cases) {
        return new QuasiRefusalDesk(clock, posts, cases);
    }

    @Bean
    QuasiRefusalCommands quasiRefusalCommands(
            CommandGateway gateway,
            QuasiRefusalDesk desk,
            QuasiRefusalHistory history,
            CommandKeys keys,
            EventLog log,
            MeterRegistry registry) {
        return new AxonQuasiRefusalCommands(
                gateway, desk, history, new CommandDelivery(keys), log, new CommandMetrics(registry));
    }

    @Bean
    KeyedOperations keyedOperations(OperationKeys keys) {
        return new LoggedOperations(keys);
    }

    @Bean
    DeadlineRunner deadlineRunner(
            DueDeadlines deadlines,
            CaseCommands commands,
            Clock clock,
            MeterRegistry registry,
            @Value("${consular.deadlines.pause:PT1S}") Duration pause) {
        return new DeadlineRunner(deadlines, commands, clock, registry, pause);
    }

    @Bean
    @Conditional(DropDirectoryGiven.class)
    ClassGateway classGateway(@Value("${" + DropDirectoryGiven.SETTING + "}") String folder) {
        return new FileDropClassGateway(Path.of(folder));
    }

    /** Any other way to CLASS is a bean as well. */
    @Bean
    ClassSender classSender(
            ObjectProvider<ClassGateway> gateway,
            ClassOutbox outbox,
            CaseHistory history,
            CaseCommands commands,
            MeterRegistry registry,
            @Value("${consular.class.pause:PT5S}") Duration pause) {
        return new ClassSender(gateway.getIfAvailable(), outbox, history, commands, registry, pause);
    }

    @Bean
    LookoutSender lookoutSender(
            ObjectProvider<ClassGateway> gateway,
            LookoutOutbox outbox,
            QuasiRefusalHistory history,
            QuasiRefusalCommands commands,
            MeterRegistry registry,
            @Value("${consular.class.pause:PT5S}") Duration pause) {
        return new LookoutSender(gateway.getIfAvailable(), outbox, history, commands, registry, pause);
    }

    @Bean
    KeyRetention keyRetention(CommandKeys keys, @Value("${consular.idempotency.retention:P7D}") Duration retention) {
        return new KeyRetention(keys, retention);
    }

    /** A clock that stands still until it is set. */
    @Configuration(proxyBeanMethods = false)
    @Profile("simulation")
    static class Simulation {
        /**
         * Begins at the last recorded instant, so that a service that is started again fires nothing that nobody set the
         * clock for; on an empty log, now.
         */
        @Bean
        SettableClock clock(EventFeed log) {
            var last = log.after(Math.max(0, log.head() - 1), 1);
            return new SettableClock(
                    last.isEmpty()
                            ? Instant.now().truncatedTo(ChronoUnit.MILLIS)
                            : last.getLast().stamp().recordedAt());
        }

        @Bean
        SimulationClock simulationClock(
                SettableClock clock, DeadlineRunner runner, ReadSide readSide, DueDeadlines deadlines) {
            return new ActingSimulationClock(clock, runner, readSide, deadlines);
        }
    }
}
