package consular.benchmarks;

import consular.benchmarks.load.LivesFile;
import consular.benchmarks.load.Load;
import consular.benchmarks.load.SteadyLoad;
import consular.benchmarks.target.OverHttp;
import consular.benchmarks.target.PackagedService;
import consular.benchmarks.target.TemporaryFolder;
import consular.cases.application.posts.ReferencePosts;
import consular.cases.domain.posts.Post;
import consular.cases.domain.posts.PostCode;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;

/** How long all read models of a large log take to be built anew, and how the packaged service answers meanwhile. */
final class RebuildFigures {
    private static final double COMMANDS_PER_SECOND = 10;
    private static final int CALLERS = 16;
    private static final int LIVES_OF_A_FILE = 2_000;
    private static final int COMMANDS_FOR_WARMTH = 15_000;
    private static final Duration SLICE = Duration.ofSeconds(10);
    private static final String MILLIS = "ms";

    private final Path jar;
    private final long events;
    private final PrintStream progress;
    private final Post post = ReferencePosts.load().find(new PostCode("MNL")).orElseThrow();

    /** @param events how many the log has at the least */
    RebuildFigures(Path jar, long events, PrintStream progress) {
        this.jar = jar.toAbsolutePath();
        this.events = events;
        this.progress = progress;
    }

    List<Figure> rebuild() {
        try (var folder = new TemporaryFolder();
                var service = PackagedService.start(jar, folder.path().resolve("data"), List.of());
                var overHttp = new OverHttp(service.address())) {
            progress.println("warming up");
            Load.commands(overHttp, post, CALLERS, COMMANDS_FOR_WARMTH);
            fill(overHttp, folder.path());
            var before = slice(overHttp);
            var size = overHttp.signedEvents();
            progress.printf("%,d events; building the read models anew%n", size);
            var meanwhile = new ArrayList<SteadyLoad>();
            JsonNode report;
            try (var thread = Executors.newVirtualThreadPerTaskExecutor()) {
                var rebuild = CompletableFuture.supplyAsync(overHttp::rebuild, thread);
                while (!rebuild.isDone()) {
                    meanwhile.add(slice(overHttp));
                }
                report = rebuild.join();
            }
            if (!report.get("switched").booleanValue()) {
                throw new IllegalStateException("the new read models do not serve: " + report);
            }
            return figures(size, report, before, meanwhile);
        }
    }

    private void fill(OverHttp overHttp, Path folder) {
        progress.printf("filling a log with %,d events%n", events);
        for (var file = 1; overHttp.signedEvents() < events; file++) {
            var lives = folder.resolve(file + ".jsonl");
            LivesFile.write(lives, post, LIVES_OF_A_FILE);
            overHttp.importFile(lives);
            delete(lives);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private SteadyLoad slice(OverHttp overHttp) {
        return SteadyLoad.of(overHttp, post, COMMANDS_PER_SECOND, SLICE, progress::println);
    }

    private static List<Figure> figures(long size, JsonNode report, SteadyLoad before, List<SteadyLoad> meanwhile) {
        var seconds = report.get("seconds").doubleValue();
        var worst = meanwhile.stream()
                .max(Comparator.comparingDouble(SteadyLoad::p99Millis))
                .orElseThrow();
        var worstReads =
                meanwhile.stream().mapToDouble(SteadyLoad::readsP99Millis).max().orElseThrow();
        var errors = meanwhile.stream().mapToLong(SteadyLoad::errors).sum();
        return List.of(
                Figure.of("rebuild", seconds, "s"),
                Figure.of("rebuild-events", size / seconds, "events/s"),
                Figure.of("rebuild-cases", report.get("cases").doubleValue(), "cases"),
                Figure.of("rebuild-p99", worst.p99Millis(), MILLIS, "before it", before.p99Millis()),
                Figure.of("rebuild-reads-p99", worstReads, MILLIS, "before it", before.readsP99Millis()),
                Figure.of("rebuild-errors", (double) errors, "lives"));
    }
}
