package consular.cases.projections;

import static consular.cases.projections.Cases.APPLICANT;
import static consular.cases.projections.Cases.OFFICER;
import static consular.cases.projections.TestPosts.MANILA;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.CaseCommand.AddCaseNote;
import consular.cases.domain.people.CaseId;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Erasures are carried out in the order of the log, while the same cases are written in another. */
@Timeout(60)
class ErasedMeanwhileTest {
    private static ReadSide side;
    private static ReadModelWriter writer;
    private static TransactionTemplate batch;

    @BeforeAll
    static void start() {
        side = ReadSide.started();
        writer = side.bean(ReadModelWriter.class);
        batch = new TransactionTemplate(side.bean(PlatformTransactionManager.class));
    }

    @AfterAll
    static void stop() {
        side.close();
    }

    @Test
    void whoever_erases_and_whoever_writes_never_wait_for_each_other() throws Exception {
        var inOrder = Stream.generate(() -> side.cases.registered(MANILA))
                .limit(2)
                .sorted(Comparator.comparing(CaseId::toString))
                .toList();
        inOrder.forEach(ErasedMeanwhileTest::write);
        inOrder.forEach(caseId -> side.cases.give(caseId, OFFICER, new AddCaseNote("a note")));
        var first = inOrder.getFirst();
        var second = inOrder.getLast();
        var erased = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var writing = threads.submit(() -> {
                erased.await();
                write(first, second);
                return null;
            });
            batch.executeWithoutResult(_ -> {
                side.purge(second, APPLICANT);
                erased.countDown();
                awaitWaitingOrDone(writing);
                side.purge(first, APPLICANT);
            });
            writing.get(30, TimeUnit.SECONDS);
        }
        assertThat(writer.seen(first, Generation.GREEN)).isEqualTo(side.cases.version(first));
        assertThat(writer.seen(second, Generation.GREEN)).isEqualTo(side.cases.version(second));
    }

    /** Into the generation that nobody else fills. */
    private static void write(CaseId... caseIds) {
        var wanted = new HashMap<CaseId, Long>();
        for (var caseId : caseIds) {
            wanted.put(caseId, side.cases.version(caseId));
        }
        batch.executeWithoutResult(_ -> writer.write(wanted, Generation.GREEN));
    }

    /** Not in the transaction that is under way, nor for longer than it takes the database to see that two wait for each other. */
    private static void awaitWaitingOrDone(Future<?> writing) {
        while (!writing.isDone() && waiting() == 0) {
            Thread.onSpinWait();
        }
    }

    private static long waiting() {
        try (var connection = side.dataSource.getConnection();
                var statement = connection.createStatement();
                var found = statement.executeQuery(
                        "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query like"
                                + " '%green%'")) {
            found.next();
            return found.getLong(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
