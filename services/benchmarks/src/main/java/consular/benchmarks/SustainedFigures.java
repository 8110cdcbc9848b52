package consular.benchmarks;

import consular.benchmarks.load.Load;
import consular.benchmarks.load.SteadyLoad;
import consular.benchmarks.target.Memory;
import consular.benchmarks.target.OverHttp;
import consular.benchmarks.target.PackagedService;
import consular.benchmarks.target.TemporaryFolder;
import consular.cases.application.posts.ReferencePosts;
import consular.cases.domain.posts.Post;
import consular.cases.domain.posts.PostCode;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Whether the packaged service bears a load for long: at several times the rate at which the whole world's visas are decided, and at
 * four fifths of what it can do on this machine.
 */
final class SustainedFigures {
    /** The posts of the world decide about two applications a second. */
    private static final double COMMANDS_OF_THE_WORLD = 10;

    private static final double SHARE = 0.8;
    private static final double LONGEST_LAG_MILLIS = 1000;
    private static final int CALLERS = 16;
    private static final int COMMANDS_FOR_WARMTH = 15_000;
    private static final Duration CEILING = Duration.ofMinutes(1);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);
    private static final String MILLIS = "ms";
    private static final String PER_SECOND = "1/s";

    private final Path jar;
    private final Duration time;
    private final PrintStream progress;
    private final Post post = ReferencePosts.load().find(new PostCode("MNL")).orElseThrow();

    /** @param time how long each load goes on */
    SustainedFigures(Path jar, Duration time, PrintStream progress) {
        this.jar = jar.toAbsolutePath();
        this.time = time;
        this.progress = progress;
    }

    List<Figure> sustained() {
        try (var folder = new TemporaryFolder();
                var service = PackagedService.start(jar, folder.path().resolve("data"), List.of());
                var overHttp = new OverHttp(service.address())) {
            progress.println("warming up");
            Load.commands(overHttp, post, CALLERS, COMMANDS_FOR_WARMTH);
            var ofTheWorld = figures("sustained-10", service, overHttp, COMMANDS_OF_THE_WORLD);
            var ceiling = SteadyLoad.ceiling(overHttp, post, CEILING);
            progress.printf("%.0f commands a second by %d callers, with three reads each%n", ceiling, CALLERS);
            var ofOurs = figures("sustained-80", service, overHttp, SHARE * ceiling);
            return Stream.concat(ofTheWorld.stream(), ofOurs.stream()).toList();
        }
    }

    private List<Figure> figures(String name, PackagedService service, OverHttp overHttp, double perSecond) {
        progress.printf("%s: %.0f commands a second for %d s%n", name, perSecond, time.toSeconds());
        var memory = new CopyOnWriteArrayList<MemoryUse>();
        SteadyLoad load;
        try (var clock = Executors.newSingleThreadScheduledExecutor()) {
            var looking = clock.scheduleAtFixedRate(
                    () -> memory.add(MemoryUse.of(service)), 0, LOOK_EVERY.toSeconds(), TimeUnit.SECONDS);
            load = SteadyLoad.of(overHttp, post, perSecond, time, progress::println);
            looking.cancel(false);
        }
        return List.of(
                Figure.of(name, load.perSecond(), PER_SECOND, "asked for", perSecond),
                Figure.of(name + "-p99", load.p99Millis(), MILLIS, "the median", load.p50Millis()),
                Figure.of(name + "-reads-p99", load.readsP99Millis(), MILLIS, "commands", load.p99Millis()),
                Figure.of(name + "-lag-p99", load.lagP99Millis(), MILLIS, "the bar", LONGEST_LAG_MILLIS),
                Figure.of(name + "-errors", (double) load.errors(), "lives"),
                grown(name + "-memory", memory, it -> it.jvm + it.database),
                grown(name + "-memory-jvm", memory, MemoryUse::jvm),
                grown(name + "-memory-database", memory, MemoryUse::database));
    }

    /** In MiB; of the database's the pages of its cache that were touched so far, which are as many as it may have at some time. */
    private record MemoryUse(double jvm, double database) {
        static MemoryUse of(PackagedService service) {
            return new MemoryUse(Memory.resident(List.of(service.process())), Memory.proportional(service.database()));
        }
    }

    private static Figure grown(String name, List<MemoryUse> memory, ToDoubleFunction<MemoryUse> part) {
        var quarter = memory.size() / 4;
        return Figure.of(
                name,
                middle(memory.subList(memory.size() - quarter, memory.size()), part),
                "MiB",
                "in the second quarter",
                middle(memory.subList(quarter, 2 * quarter), part));
    }

    private static double middle(List<MemoryUse> values, ToDoubleFunction<MemoryUse> part) {
        var sorted = values.stream().mapToDouble(part).sorted().toArray();
        return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
    }
}
