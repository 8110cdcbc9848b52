package consular.benchmarks;

import consular.benchmarks.load.Load;
import consular.benchmarks.load.LogFold;
import consular.benchmarks.target.Ceiling;
import consular.benchmarks.target.InProcess;
import consular.benchmarks.target.Memory;
import consular.benchmarks.target.OverHttp;
import consular.benchmarks.target.PackagedService;
import consular.benchmarks.target.TemporaryFolder;
import consular.cases.application.posts.ReferencePosts;
import consular.cases.domain.posts.Post;
import consular.cases.domain.posts.PostCode;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** The measurements of the packaged service, each beside its reference. */
final class ServiceFigures {
    private static final int CALLERS = 16;
    private static final int STARTS = 3;
    private static final int COMMANDS_FOR_MEMORY = 1000;
    private static final int COMMANDS_FOR_REPLAY = 30_000;

    /** Events a second that one processor should read and decode. */
    private static final double DECODED_BAR = 100_000;

    private static final String MILLIS = "ms";
    private static final String MEBIBYTES = "MiB";

    private final Path jar;
    private final PrintStream progress;
    private final Post post = ReferencePosts.load().find(new PostCode("MNL")).orElseThrow();

    ServiceFigures(Path jar, PrintStream progress) {
        this.jar = jar.toAbsolutePath();
        this.progress = progress;
    }

    /** How long the service takes to be ready: the median of three, and what of it is the database's. */
    List<Figure> starts() {
        var bareJvm = median(() -> bareJvmMillis());
        var figures = new ArrayList<Figure>();
        var empty = new ArrayList<Start>();
        for (var i = 0; i < STARTS; i++) {
            try (var folder = new TemporaryFolder()) {
                empty.add(start(jar, folder.path(), List.of(), "on an empty folder"));
            }
        }
        figures.addAll(startFigures("start-empty", empty, bareJvm));
        try (var folder = new TemporaryFolder()) {
            var _ = start(jar, folder.path(), List.of(), "to fill a folder");
            figures.addAll(startFigures("start", existing(jar, folder, List.of(), "on an existing folder"), bareJvm));
            var app = measured("training an ahead-of-time cache", () -> PackagedService.extract(jar, folder.path()));
            var options = List.of("-XX:AOTCache=" + PackagedService.cacheOf(app));
            figures.addAll(startFigures("start-aot", existing(app, folder, options, "with the cache"), bareJvm));
        }
        return figures;
    }

    private record Start(double millis, double cpuMillis, double databaseMillis) {}

    private List<Start> existing(Path app, TemporaryFolder folder, List<String> options, String how) {
        var starts = new ArrayList<Start>();
        for (var i = 0; i < STARTS; i++) {
            starts.add(start(app, folder.path(), options, how));
        }
        return starts;
    }

    private Start start(Path app, Path folder, List<String> options, String how) {
        try (var service = PackagedService.start(app, folder.resolve("data"), options)) {
            var start = new Start(
                    service.startTime().toNanos() / 1e6,
                    service.cpuWhenReady().toNanos() / 1e6,
                    service.databaseMillis().orElse(0));
            progress.printf(
                    "start %s: %.0f ms, processor time of the JVM %.0f, the database %.0f%n",
                    how, start.millis, start.cpuMillis, start.databaseMillis);
            return start;
        }
    }

    private static List<Figure> startFigures(String name, List<Start> starts, double bareJvm) {
        var millis = median(starts, Start::millis);
        return List.of(
                Figure.of(name, millis, MILLIS, "a JVM that says its version", bareJvm),
                Figure.of(name + "-cpu", median(starts, Start::cpuMillis), MILLIS, "the whole start", millis),
                Figure.of(
                        name + "-postgres", median(starts, Start::databaseMillis), MILLIS, "the whole start", millis));
    }

    private static double median(List<Start> starts, ToDoubleFunction<Start> part) {
        return median(starts.stream().mapToDouble(part).toArray());
    }

    private static double bareJvmMillis() {
        var began = System.nanoTime();
        try {
            new ProcessBuilder(PackagedService.java(), "-version")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
        return (System.nanoTime() - began) / 1e6;
    }

    private static double median(Supplier<Double> measurement) {
        var values = new double[STARTS];
        Arrays.setAll(values, _ -> measurement.get());
        return median(values);
    }

    private static double median(double... values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    /** What the service holds when it is ready, and after a thousand commands. */
    List<Figure> memory() {
        try (var folder = new TemporaryFolder();
                var service = PackagedService.start(jar, folder.path().resolve("data"), List.of());
                var cases = new OverHttp(service.address())) {
            var jvm = Memory.resident(List.of(service.process()));
            var database = Memory.proportional(service.database());
            var databaseResident = Memory.resident(service.database());
            progress.println("a thousand commands");
            Load.commands(cases, post, CALLERS, COMMANDS_FOR_MEMORY);
            var jvmThen = Memory.resident(List.of(service.process()));
            var databaseThen = Memory.proportional(service.database());
            var both = jvm + database;
            return List.of(
                    Figure.of("memory", jvmThen + databaseThen, MEBIBYTES, "when ready", both),
                    Figure.of("memory-jvm-ready", jvm, MEBIBYTES, "JVM and PostgreSQL", both),
                    Figure.of(
                            "memory-postgres-ready",
                            database,
                            MEBIBYTES,
                            "resident, shared pages once for each process",
                            databaseResident),
                    Figure.of("memory-jvm-1000", jvmThen, MEBIBYTES, "when ready", jvm),
                    Figure.of("memory-postgres-1000", databaseThen, MEBIBYTES, "when ready", database));
        }
    }

    /** Reading and folding the whole log, and building the read models from it. */
    List<Figure> replay() {
        try (var cases = InProcess.withReadModels(CALLERS)) {
            progress.printf("filling a log with %,d commands%n", COMMANDS_FOR_REPLAY);
            Load.commands(cases, post, CALLERS, COMMANDS_FOR_REPLAY);
            cases.awaitReadModels();
            var events = cases.log().head();
            var rows = measured("reading bare rows", () -> best(() -> Ceiling.rowsRead(cases.postgres())));
            var folded = measured("reading and folding", () -> best(() -> LogFold.eventsPerSecond(cases.log())));
            var decoded = measured("reading and decoding", () -> best(() -> LogFold.decodedPerSecond(cases.log())));
            var rebuild = measured(
                    "building the read models anew", () -> cases.readModels().rebuild());
            progress.printf(
                    "%,d events, read models of %,d cases in %.1f s%n", events, rebuild.cases(), rebuild.seconds());
            var reference = "bare rows of the log, read in order";
            return List.of(
                    Figure.of("replay", folded, "events/s", reference, rows),
                    Figure.of("replay-decode", decoded, "events/s", "the bar", DECODED_BAR),
                    Figure.of(
                            "replay-read-models",
                            events / rebuild.seconds(),
                            "events/s",
                            "reading and folding",
                            folded));
        }
    }

    /** The best of three: what is left is the least disturbed. */
    private static double best(Supplier<Double> measurement) {
        var best = 0.0;
        for (var i = 0; i < STARTS; i++) {
            best = Math.max(best, measurement.get());
        }
        return best;
    }

    private <T> T measured(String what, Supplier<T> measurement) {
        progress.println(what);
        return measurement.get();
    }
}
