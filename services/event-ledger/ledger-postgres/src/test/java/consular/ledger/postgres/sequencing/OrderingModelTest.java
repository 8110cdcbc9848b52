package consular.ledger.postgres.sequencing;

import static org.assertj.core.api.Assertions.assertThat;

import consular.ledger.postgres.sequencing.SimulatedDatabase.Transaction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Writers, foreign transactions and leaders in every mixture that a seed gives, against a list. */
class OrderingModelTest {

    /** As many as that, from the seed {@code -Dledger.model.from} on. */
    private static final int HISTORIES = Integer.getInteger("ledger.model.histories", 2_000);

    private static final long FROM = Long.getLong("ledger.model.from", 1);
    private static final int ACTIONS = 120;
    private static final int STREAMS = 6;

    @Test
    void every_committed_batch_has_one_place_whatever_the_order_of_things() {
        for (var seed = FROM; seed < FROM + HISTORIES; seed++) {
            var history = new History(seed, true);
            history.run();
            history.verify();
        }
    }

    /** So that the model is known to notice: this is the one thing that the database's function must see to. */
    @Test
    void a_batch_whose_number_was_drawn_before_the_transaction_had_its_own_would_be_lost() {
        var lost = LongStream.range(FROM, FROM + HISTORIES)
                .filter(seed -> {
                    var history = new History(seed, false);
                    history.run();
                    return history.database.log.size()
                            < history.database.committed().size();
                })
                .count();

        assertThat(lost).isPositive();
    }

    private static final class History {

        private final long seed;
        private final Random random;
        private final boolean numbered;
        private final SimulatedDatabase database = new SimulatedDatabase();
        private final List<Transaction> open = new ArrayList<>();
        private long epoch = database.newEpoch();
        private Ordering ordering = database.takeOver();

        History(long seed, boolean numbered) {
            this.seed = seed;
            this.random = new Random(seed);
            this.numbered = numbered;
        }

        void run() {
            for (var action = 0; action < ACTIONS; action++) {
                switch (random.nextInt(12)) {
                    case 0, 1, 2 -> act();
                    case 3 -> open.add(begin());
                    case 4, 5, 6 -> end(random.nextInt(4) > 0);
                    case 7 -> takeOver();
                    default -> lead(random.nextInt(4));
                }
            }
            while (!open.isEmpty()) {
                end(random.nextBoolean());
            }
            for (var look = 0; look <= ACTIONS; look++) {
                lead(0);
            }
        }

        private Transaction begin() {
            return numbered ? database.begin() : database.beginWithoutNumber();
        }

        /** A transaction that runs already may draw its number late, and others have theirs meanwhile. */
        private void act() {
            if (open.isEmpty() || random.nextBoolean()) {
                open.add(begin());
            }
            var transaction = open.get(random.nextInt(open.size()));
            if (!transaction.hasBatch()) {
                database.write(transaction, random.nextInt(STREAMS), 1 + random.nextInt(3));
            }
        }

        private void end(boolean commits) {
            if (open.isEmpty()) {
                return;
            }
            var transaction = open.remove(random.nextInt(open.size()));
            if (!numbered) {
                database.giveNumber(transaction);
            }
            if (commits) {
                database.commit(transaction);
            } else {
                database.rollBack(transaction);
            }
        }

        /** Between the look and its record, anything may happen. */
        private void lead(int meanwhile) {
            var step = ordering.step(database.look(ordering, 1 + random.nextInt(5)));
            for (var action = 0; action < meanwhile; action++) {
                act();
                end(random.nextInt(4) > 0);
            }
            if (step.placed().isEmpty()) {
                ordering = step.next();
                return;
            }
            var transaction = database.record(epoch, ordering, step);
            assertThat(transaction).as("seed %d", seed).isPresent();
            if (random.nextInt(10) == 0) {
                // it died before it heard
                takeOver();
            } else {
                ordering = step.next().recordedBy(transaction.getAsLong());
            }
            if (numbered) {
                assertThat(database.live()).as("seed %d", seed).allMatch(database::mayStillCome);
            }
        }

        /** The one before may be about to record. */
        private void takeOver() {
            var oldStep = ordering.step(database.look(ordering, 5));
            var oldEpoch = epoch;
            var oldOrdering = ordering;
            epoch = database.newEpoch();
            ordering = database.takeOver();
            assertThat(database.record(oldEpoch, oldOrdering, oldStep))
                    .as("seed %d", seed)
                    .isEmpty();
        }

        void verify() {
            var numbers =
                    database.log.stream().map(placed -> placed.batch().number()).toList();
            assertThat(numbers)
                    .as("seed %d", seed)
                    .doesNotHaveDuplicates()
                    .containsExactlyInAnyOrderElementsOf(database.committed());
            var end = 0L;
            var ends = new HashMap<Integer, Long>();
            for (var placed : database.log) {
                assertThat(placed.firstIndex()).as("seed %d", seed).isEqualTo(end);
                end += placed.batch().length();
                var written = database.written(placed.batch().number());
                assertThat(written.sequence())
                        .as("seed %d: stream %d", seed, written.stream())
                        .isEqualTo(ends.getOrDefault(written.stream(), -1L) + 1);
                ends.put(written.stream(), written.sequence());
            }
        }
    }
}
