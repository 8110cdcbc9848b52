package consular.benchmarks.history;

import consular.benchmarks.target.CaseDriver;
import consular.benchmarks.target.Ceiling;
import consular.benchmarks.target.InProcess;
import consular.benchmarks.target.OverHttp;
import consular.cases.application.posts.ReferencePosts;
import consular.cases.domain.posts.Posts;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Replays a whole file of status histories, then verifies the log and compares every case with its last snapshot. */
public final class HistoryReplay {
    private static final long PROGRESS_SECONDS = 5;
    private static final Duration CEILING = Duration.ofSeconds(3);

    private HistoryReplay() {}

    /**
     * Replays the file in this process, on a durable PostgreSQL of its own.
     *
     * @param callers how many cases are replayed at once; the acts of one case follow each other
     * @throws UnreadableFile when the file is missing or not such a file
     */
    public static HistoryReport run(Path input, int callers, PrintStream progress) {
        var sources = StatusFile.read(input);
        progress.printf("%,d cases read from %s%n", sources.size(), input.getFileName());
        try (var cases = InProcess.commandsOnly(callers)) {
            var journal = new Journal();
            var posts = cases.posts();
            var cpu = cases.cpu();
            var began = System.nanoTime();
            var replayed = replay(cases, sources, posts, journal, callers, progress);
            var seconds = (System.nanoTime() - began) / 1e9;
            var cpuSeconds = cases.cpu().minus(cpu).toNanos() / 1e9;

            progress.println("verifying the log");
            var comparison = new Comparison();
            var check = LogCheck.of(
                            cases.log(),
                            replayed,
                            journal.events(),
                            (one, file) -> comparison.add(one, Standings.of(file)))
                    .with(VerifiedExport.problems(cases.evidence(), cases.log().head()));
            replayed.stream().filter(it -> it.caseId() == null).forEach(comparison::addUnregistered);

            var ceiling = Ceiling.commits(cases.postgres(), callers, CEILING);
            return new HistoryReport(
                    sources.size(),
                    callers,
                    seconds,
                    OptionalDouble.of(cpuSeconds),
                    journal,
                    comparison,
                    check,
                    OptionalDouble.of(ceiling));
        }
    }

    /**
     * Replays the file on a running service, by its REST interface and as its demo users.
     *
     * @throws UnreadableFile when the file is missing or not such a file
     */
    public static HistoryReport runOn(URI service, Path input, int callers, PrintStream progress) {
        var sources = StatusFile.read(input);
        progress.printf("%,d cases read from %s%n", sources.size(), input.getFileName());
        try (var cases = new OverHttp(service)) {
            var journal = new Journal();
            var began = System.nanoTime();
            var replayed = replay(cases, sources, ReferencePosts.load(), journal, callers, progress);
            var seconds = (System.nanoTime() - began) / 1e9;

            progress.println("verifying the log");
            var check = ServedCheck.of(cases, replayed, journal.events());
            var comparison = new Comparison();
            for (var one : replayed) {
                if (one.caseId() == null) {
                    comparison.addUnregistered(one);
                } else {
                    comparison.add(one, Standings.of(cases.read("/api/v1/cases/" + one.caseId())));
                }
            }
            return new HistoryReport(
                    sources.size(),
                    callers,
                    seconds,
                    OptionalDouble.empty(),
                    journal,
                    comparison,
                    check,
                    OptionalDouble.empty());
        }
    }

    private static List<ReplayedCase> replay(
            CaseDriver cases,
            List<SourceCase> sources,
            Posts posts,
            Journal journal,
            int callers,
            PrintStream progress) {
        var next = new AtomicInteger();
        var tasks = new ArrayList<Callable<List<ReplayedCase>>>();
        for (var i = 0; i < callers; i++) {
            tasks.add(() -> {
                var done = new ArrayList<ReplayedCase>();
                for (var at = next.getAndIncrement(); at < sources.size(); at = next.getAndIncrement()) {
                    done.add(CaseReplay.replay(cases, sources.get(at), posts, journal));
                    journal.caseDone();
                }
                return done;
            });
        }
        var reporter = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("progress").daemon(true).factory());
        try (var threads = Executors.newFixedThreadPool(callers)) {
            // never fails, so the future never ends by itself
            var _ = reporter.scheduleAtFixedRate(
                    new Progress(journal, sources.size(), progress),
                    PROGRESS_SECONDS,
                    PROGRESS_SECONDS,
                    TimeUnit.SECONDS);
            var all = new ArrayList<ReplayedCase>(sources.size());
            for (var task : threads.invokeAll(tasks)) {
                all.addAll(task.get());
            }
            return all;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (ExecutionException failure) {
            throw new IllegalStateException("the replay broke off", failure.getCause());
        } finally {
            reporter.shutdownNow();
        }
    }

    /** A line now and then. */
    private static final class Progress implements Runnable {
        private final Journal journal;
        private final int cases;
        private final PrintStream out;
        private long commandsBefore;

        Progress(Journal journal, int cases, PrintStream out) {
            this.journal = journal;
            this.cases = cases;
            this.out = out;
        }

        @Override
        public void run() {
            var commands = journal.commands();
            out.printf(
                    "%,d of %,d cases, %,d commands, %,d a second%n",
                    journal.cases(), cases, commands, (commands - commandsBefore) / PROGRESS_SECONDS);
            commandsBefore = commands;
        }
    }
}
