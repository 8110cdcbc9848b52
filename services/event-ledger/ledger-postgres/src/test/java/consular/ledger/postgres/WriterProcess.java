package consular.ledger.postgres;

import consular.ledger.postgres.append.Append;
import java.util.List;
import java.util.Random;

/** A node of its own that appends until it is killed, and tells of every event once it is stored. */
final class WriterProcess {

    private static final int WRITERS = 8;

    private WriterProcess() {}

    /** Takes the URL of the database and a seed. */
    public static void main(String[] arguments) throws InterruptedException {
        // without a writer it would be silent for ever
        Thread.setDefaultUncaughtExceptionHandler((_, failure) -> {
            failure.printStackTrace();
            Runtime.getRuntime().halt(1);
        });
        var ledger = new TestLedger(TestDatabase.at(arguments[0]));
        for (var number = 0; number < WRITERS; number++) {
            var random = new Random(Long.parseLong(arguments[1]) + number);
            Thread.startVirtualThread(() -> write(ledger, random));
        }
        Thread.currentThread().join();
    }

    private static void write(TestLedger ledger, Random random) {
        var stream = new TestStream();
        while (true) {
            var events = stream.peek(1 + random.nextInt(3));
            ledger.commits().append(new Append(events, null, List.of()));
            stream.stored(events);
            synchronized (System.out) {
                events.forEach(event -> System.out.println(event.eventId()));
                System.out.flush();
            }
        }
    }
}
