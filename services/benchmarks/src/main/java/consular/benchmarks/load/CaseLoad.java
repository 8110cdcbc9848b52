package consular.benchmarks.load;

import consular.benchmarks.notes.Notes;
import consular.benchmarks.target.CaseDriver;
import consular.benchmarks.target.Ceiling;
import consular.benchmarks.target.DurablePostgres;
import consular.benchmarks.target.InProcess;
import consular.benchmarks.target.Order;
import consular.benchmarks.target.Outcome;
import consular.benchmarks.target.TemporaryFolder;
import consular.cases.domain.CaseCommand;
import consular.cases.domain.CaseCommand.AddCaseNote;
import consular.cases.domain.CaseCommand.IssueVisa;
import consular.cases.domain.people.ApplicantId;
import consular.cases.domain.people.CaseId;
import consular.cases.domain.posts.Post;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.UUID;

/**
 * How long a command takes on a case that is not remembered, so that its events are read and folded first. The command is
 * turned down, or finds nothing to do: what it takes is loading and deciding. The service keeps no snapshots; what one would
 * bring is shown on a file of as many events.
 */
public final class CaseLoad implements AutoCloseable {
    private static final IssueVisa TOO_EARLY = new IssueVisa(new ApplicantId("a1"), null);
    private static final int POOL = 8;

    /** What is left of 30 and of 980 events when they are counted by it stays below it with the tail. */
    private static final int SNAPSHOT_EVERY = 28;

    /** So many events are behind the snapshot. */
    private static final int TAIL = 20;

    private static final int WARM_UP = 200;
    private static final int COUNTED = 200;
    private static final double NANOS_PER_MILLI = 1e6;

    private final TemporaryFolder folder = new TemporaryFolder();
    private final InProcess cases = InProcess.commandsOnly(2);
    private final DurablePostgres postgres = new DurablePostgres();
    private final Notes withoutSnapshots = Notes.onLedger(postgres, POOL, folder.path(), 0);
    private final Notes withSnapshots = Notes.onLedger(postgres, POOL, folder.path(), SNAPSHOT_EVERY);
    private final Post post;
    private final PrintStream progress;

    /**
     * Milliseconds, each the middle of all tries.
     *
     * @param remembered the same command on the case while it is remembered
     * @param rows the bare rows of the case
     * @param file a file of as many events, from its first on
     * @param snapshot the same from a snapshot on, with twenty events behind it
     */
    public record Millis(double cold, double remembered, double rows, double file, double snapshot) {}

    /** Starts the service's parts without the web, and two nodes of the small application. */
    public CaseLoad(Post post, PrintStream progress) {
        this.post = post;
        this.progress = progress;
    }

    /** Makes a case and two files of so many events, and takes turns with them. */
    public Millis measure(int events) {
        var caseId = caseOf(events);
        var file = file(withoutSnapshots, events);
        var kept = file(withSnapshots, events);
        requireSnapshot();
        progress.printf("a case and two files of %,d events%n", events);
        var nanos = new long[5][COUNTED];
        try (var rows = new Ceiling.StreamReader(cases.postgres(), caseId.toString())) {
            if (rows.read() != events) {
                throw new IllegalStateException("the case does not have " + events + " events");
            }
            for (var round = -WARM_UP; round < COUNTED; round++) {
                cases.forgetCases();
                withoutSnapshots.forget();
                withSnapshots.forget();
                var each = new long[] {
                    nanos(() -> turnDown(caseId)),
                    nanos(() -> turnDown(caseId)),
                    nanos(rows::read),
                    nanos(() -> addNothing(withoutSnapshots, file, events)),
                    nanos(() -> addNothing(withSnapshots, kept, events))
                };
                for (var what = 0; what < each.length && round >= 0; what++) {
                    nanos[what][round] = each[what];
                }
            }
        }
        return new Millis(middle(nanos[0]), middle(nanos[1]), middle(nanos[2]), middle(nanos[3]), middle(nanos[4]));
    }

    /** Refused, with as many notes as it takes. */
    private CaseId caseOf(int events) {
        var caseId = new LifeCycle(cases, post, _ -> {}).refuse();
        for (var number = 1; ; number++) {
            switch (give(caseId, new AddCaseNote("called the applicant, try " + number))) {
                case Outcome.Accepted accepted -> {
                    if (accepted.version() >= events) {
                        return caseId;
                    }
                }
                case Outcome.Rejected(var code) -> throw new IllegalStateException("a note was rejected: " + code);
            }
        }
    }

    private Outcome give(CaseId caseId, CaseCommand.ByPerson command) {
        return cases.give(new Order(caseId, command, CaseDriver.OFFICER, null, null, null));
    }

    private void turnDown(CaseId caseId) {
        if (give(caseId, TOO_EARLY) instanceof Outcome.Accepted) {
            throw new IllegalStateException("a visa was issued to someone who stands refused");
        }
    }

    /** The first command brings it over the threshold, those behind it do not. */
    private static String file(Notes notes, int events) {
        var file = UUID.randomUUID().toString();
        notes.open(file);
        notes.add(file, Notes.text(0), events - TAIL - 1);
        for (var number = 1; number <= TAIL; number++) {
            notes.add(file, Notes.text(number), 1);
        }
        return file;
    }

    private void requireSnapshot() {
        try (var connection = postgres.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from snapshot")) {
            if (!row.next() || row.getInt(1) != 1) {
                throw new IllegalStateException("there is not one snapshot");
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The note is there already. */
    private static void addNothing(Notes notes, String file, int events) {
        var there = notes.add(file, Notes.text(TAIL), 1);
        if (there != events - 1) {
            throw new IllegalStateException("the file has " + there + " notes");
        }
    }

    private static long nanos(Runnable work) {
        var began = System.nanoTime();
        work.run();
        return System.nanoTime() - began;
    }

    private static double middle(long[] nanos) {
        Arrays.sort(nanos);
        return nanos[nanos.length / 2] / NANOS_PER_MILLI;
    }

    @Override
    public void close() {
        withSnapshots.close();
        withoutSnapshots.close();
        postgres.close();
        cases.close();
        folder.close();
    }
}
