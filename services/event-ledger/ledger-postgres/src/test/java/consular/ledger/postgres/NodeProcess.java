package consular.ledger.postgres;

import consular.ledger.postgres.append.Append;
import consular.ledger.postgres.notary.CheckpointFolder;
import consular.ledger.postgres.notary.Notary;
import consular.ledger.postgres.secrets.Erasures;
import consular.ledger.postgres.secrets.Erasures.Level;
import consular.ledger.postgres.secrets.KeyWrappingFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A node of its own that works until it is killed: it appends, orders and signs while it leads, keeps secrets of guests and erases some.
 * It tells of each event once it is stored, and of each erasure before and after.
 */
final class NodeProcess {

    /** By which its sessions are known. */
    static final String NAME = "victim";

    static final String LEADS = "leads";
    static final String STORED = "stored ";
    static final String ERASING = "erasing ";
    static final String ERASED = "erased ";

    private static final int WRITERS = 8;

    /** So few that not all of the work is about guests. */
    private static final int GUESTS_AT_ONCE = 16;

    private NodeProcess() {}

    /** Takes the URL of the database, a seed, and the folder of keys and checkpoints. */
    public static void main(String[] arguments) throws Exception {
        // without a writer it would be silent for ever
        Thread.setDefaultUncaughtExceptionHandler((_, failure) -> {
            failure.printStackTrace();
            Runtime.getRuntime().halt(1);
        });
        var database = TestDatabase.at(arguments[0] + "&ApplicationName=" + NAME);
        var folder = Path.of(arguments[2]);
        var ledger = ledger(database, folder);
        var seed = Long.parseLong(arguments[1]);
        for (var number = 0; number < WRITERS; number++) {
            var random = new Random(seed + number);
            Thread.startVirtualThread(() -> write(ledger, random));
        }
        var guests = new ArrayBlockingQueue<String>(GUESTS_AT_ONCE);
        Thread.startVirtualThread(() -> receive(ledger, guests));
        Thread.startVirtualThread(() -> erase(ledger, guests, new Random(seed)));
        while (!ledger.isLeading()) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        tell(LEADS);
        Thread.currentThread().join();
    }

    /** As the one that lives has it: the same keys, and the same place for checkpoints. */
    static TestLedger ledger(TestDatabase database, Path folder) {
        var signer = TestKeys.signer(folder.resolve("log.key"));
        var places = new CheckpointFolder(folder.resolve("checkpoints"));
        return new TestLedger(
                database,
                new Notary(database.dataSource(), TestKeys.ORIGIN, signer, List.of(), List.of(places)),
                new Guests(),
                KeyWrappingFile.read(folder.resolve("persons.key"), true),
                Duration.ofSeconds(2));
    }

    private static void write(TestLedger ledger, Random random) {
        var stream = new TestStream();
        while (true) {
            var events = stream.peek(1 + random.nextInt(3));
            ledger.commits().append(new Append(events, null, List.of()));
            stream.stored(events);
            events.forEach(event -> tell(STORED + event.eventId()));
        }
    }

    private static void receive(TestLedger ledger, BlockingQueue<String> guests) {
        while (true) {
            var stay = UUID.randomUUID().toString();
            for (var night = 0; night < 3; night++) {
                var event = Guests.event(stay, night, stay);
                ledger.engine().appendEvents(event);
                tell(STORED + event.getIdentifier());
            }
            put(guests, stay);
        }
    }

    private static void erase(TestLedger ledger, BlockingQueue<String> guests, Random random) {
        while (true) {
            var guest = take(guests);
            var level = random.nextBoolean() ? Level.KEY : Level.CIPHERTEXT;
            tell(ERASING + guest);
            erase(ledger, guest, level);
            tell(ERASED + guest);
        }
    }

    /** Under some event that is there; which one it is does not matter here. */
    static void erase(TestLedger ledger, String guest, Level level) {
        var transaction = new TransactionTemplate(new DataSourceTransactionManager(ledger.dataSource()));
        new Erasures(ledger.jdbc(), transaction, ledger.vault()).erase(Guests.person(guest), level, 1);
    }

    private static void put(BlockingQueue<String> guests, String guest) {
        try {
            guests.put(guest);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private static String take(BlockingQueue<String> guests) {
        try {
            return guests.take();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private static synchronized void tell(String what) {
        System.out.println(what);
        System.out.flush();
    }
}
