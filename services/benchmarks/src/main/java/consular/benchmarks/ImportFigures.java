package consular.benchmarks;

import consular.benchmarks.load.LivesFile;
import consular.benchmarks.load.Load;
import consular.benchmarks.target.OverHttp;
import consular.benchmarks.target.PackagedService;
import consular.benchmarks.target.TemporaryFolder;
import consular.cases.application.posts.ReferencePosts;
import consular.cases.domain.posts.Post;
import consular.cases.domain.posts.PostCode;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How fast whole lives of cases are imported, beside the same commands given one at a time to the same service. */
final class ImportFigures {
    private static final int CALLERS = 16;
    private static final int LIVES = 2_000;
    private static final int COMMANDS_FOR_WARMTH = 5_000;
    private static final int ROUNDS = 5;
    private static final Duration SETTLE = Duration.ofSeconds(1);
    private static final Duration COUNTED = Duration.ofSeconds(8);
    private static final String PER_SECOND = "1/s";

    private final Path jar;
    private final PrintStream progress;
    private final Post post = ReferencePosts.load().find(new PostCode("MNL")).orElseThrow();

    ImportFigures(Path jar, PrintStream progress) {
        this.jar = jar.toAbsolutePath();
        this.progress = progress;
    }

    /** @param cpuMillis processor time a row or command of service and database */
    private record Round(double perSecond, double cpuMillis) {}

    List<Figure> rows() {
        try (var folder = new TemporaryFolder();
                var service = PackagedService.start(jar, folder.path().resolve("data"), List.of());
                var overHttp = new OverHttp(service.address())) {
            progress.println("warming up");
            Load.commands(overHttp, post, CALLERS, COMMANDS_FOR_WARMTH);
            taken(service, overHttp, folder.path().resolve("warm.jsonl"));
            var imports = new ArrayList<Round>();
            var many = new ArrayList<Round>();
            var one = new ArrayList<Round>();
            for (var number = 1; number <= ROUNDS; number++) {
                imports.add(taken(service, overHttp, folder.path().resolve(number + ".jsonl")));
                many.add(given(service, overHttp, CALLERS));
                one.add(given(service, overHttp, 1));
                progress.printf(
                        "round %d: %.0f rows a second, %.0f commands a second by %d, %.0f by one%n",
                        number,
                        imports.getLast().perSecond,
                        many.getLast().perSecond,
                        CALLERS,
                        one.getLast().perSecond);
            }
            return figures(middle(imports), middle(many), middle(one));
        }
    }

    private static List<Figure> figures(Round imported, Round many, Round one) {
        var single = "single commands over HTTP, 16 clients";
        return List.of(
                Figure.of("import", imported.perSecond, PER_SECOND, single, many.perSecond),
                Figure.of(
                        "import-one-client",
                        imported.perSecond,
                        PER_SECOND,
                        "single commands over HTTP, one client",
                        one.perSecond),
                Figure.of("import-cpu", imported.cpuMillis, "ms", single, many.cpuMillis));
    }

    private Round taken(PackagedService service, OverHttp overHttp, Path file) {
        var rows = LivesFile.write(file, post, LIVES);
        var before = service.cpu();
        var began = System.nanoTime();
        var answer = overHttp.importFile(file);
        var seconds = (System.nanoTime() - began) / 1e9;
        if (answer.get("accepted").intValue() != rows) {
            throw new IllegalStateException("not every row was accepted: " + answer);
        }
        return new Round(rows / seconds, service.cpu().minus(before).toNanos() / 1e6 / rows);
    }

    private Round given(PackagedService service, OverHttp overHttp, int callers) {
        var before = service.cpu();
        var load = Load.during(overHttp, post, callers, SETTLE, COUNTED);
        return new Round(load.perSecond(), service.cpu().minus(before).toNanos() / 1e6 / load.commands());
    }

    private static Round middle(List<Round> rounds) {
        return rounds.stream()
                .sorted((one, other) -> Double.compare(one.perSecond, other.perSecond))
                .toList()
                .get(rounds.size() / 2);
    }
}
