package consular.benchmarks;

import consular.benchmarks.load.LetterLoad;
import consular.benchmarks.target.OverHttp;
import consular.benchmarks.target.PackagedService;
import consular.benchmarks.target.TemporaryFolder;
import consular.cases.application.posts.ReferencePosts;
import consular.cases.domain.posts.PostCode;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/** How long one client waits for the letter of a refusal as PDF, the packaged service being warm. */
final class LetterFigures {
    private static final double MILLIS_ASKED_FOR = 50;
    private static final int CASES = 20;
    private static final int LETTERS_FOR_WARMTH = 1000;
    private static final int LETTERS = 1000;
    private static final String LETTER = "R1";

    private final Path jar;
    private final PrintStream progress;

    LetterFigures(Path jar, PrintStream progress) {
        this.jar = jar.toAbsolutePath();
        this.progress = progress;
    }

    List<Figure> letters() {
        var post = ReferencePosts.load().find(new PostCode("MNL")).orElseThrow();
        try (var folder = new TemporaryFolder();
                var service = PackagedService.start(jar, folder.path().resolve("data"), List.of());
                var cases = new OverHttp(service.address())) {
            var refused = LetterLoad.refused(cases, post, CASES);
            progress.println("warming up");
            var _ = LetterLoad.read(caseId -> cases.pdf(caseId, LETTER), refused, LETTERS_FOR_WARMTH);
            progress.printf("reading %,d letters%n", LETTERS);
            var before = service.cpu();
            var load = LetterLoad.read(caseId -> cases.pdf(caseId, LETTER), refused, LETTERS);
            var cpu = service.cpu().minus(before).toNanos() / 1e6 / LETTERS;
            return List.of(
                    Figure.of("letters-p50", load.p50Millis(), "ms", "the bar for p95", MILLIS_ASKED_FOR),
                    Figure.of("letters-p95", load.p95Millis(), "ms", "the bar", MILLIS_ASKED_FOR),
                    Figure.of("letters-cpu", cpu, "ms", "p50 by the clock", load.p50Millis()));
        }
    }
}
