package consular.benchmarks;

import consular.benchmarks.load.Load;
import consular.benchmarks.target.CaseDriver;
import consular.benchmarks.target.Ceiling;
import consular.benchmarks.target.InProcess;
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
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What 16 clients get done over HTTP, and 16 callers in one process with the same parts but the web; on demand beside another
 * packaged service. All are up all the time and take turns, so that a machine that others use is as busy for one as for the
 * other.
 */
final class CommandFigures {
    private static final int CALLERS = 16;

    /** Counted, not timed: on a busy machine time warms nothing. */
    private static final int COMMANDS_FOR_WARMTH = 15_000;

    private static final int ROUNDS = 5;
    private static final Duration SETTLE = Duration.ofSeconds(1);
    private static final Duration COUNTED = Duration.ofSeconds(8);
    private static final Duration CEILING = Duration.ofSeconds(5);
    private static final String MILLIS = "ms";
    private static final String PER_SECOND = "1/s";

    private final Path jar;
    private final @Nullable Path opponent;
    private final PrintStream progress;
    private final Post post = ReferencePosts.load().find(new PostCode("MNL")).orElseThrow();

    /** @param opponent another packaged service, or null for none */
    CommandFigures(Path jar, @Nullable Path opponent, PrintStream progress) {
        this.jar = jar.toAbsolutePath();
        this.opponent = opponent == null ? null : opponent.toAbsolutePath();
        this.progress = progress;
    }

    List<Figure> overHttp() {
        try (var folder = new TemporaryFolder();
                var service = PackagedService.start(jar, folder.path().resolve("data"), List.of());
                var overHttp = new OverHttp(service.address());
                var inProcess = InProcess.withReadModels(CALLERS)) {
            var http = new Contender("over HTTP", overHttp, service::cpu);
            var direct = new Contender("in-process", inProcess, inProcess::cpu);
            var figures = new ArrayList<Figure>();
            if (opponent == null) {
                takeTurns(List.of(http, direct));
            } else {
                figures.addAll(besideOpponent(opponent, folder.path(), http, direct));
            }
            var ceiling = Ceiling.commits(inProcess.postgres(), CALLERS, CEILING);
            figures.addAll(0, figures(http.middle(), direct.middle(), ceiling));
            return figures;
        }
    }

    private List<Figure> besideOpponent(Path other, Path folder, Contender http, Contender direct) {
        try (var service = PackagedService.start(other, folder.resolve("opponent"), List.of());
                var overHttp = new OverHttp(service.address())) {
            var reference = "the service of " + other.getFileName() + " over HTTP";
            var opposing = new Contender(reference, overHttp, service::cpu);
            takeTurns(List.of(http, opposing, direct));
            return besides("commands-http-16-stock", http.middle(), reference, opposing.middle());
        }
    }

    private void takeTurns(List<Contender> contenders) {
        progress.println("warming up");
        contenders.forEach(contender -> Load.commands(contender.cases, post, CALLERS, COMMANDS_FOR_WARMTH));
        for (var number = 1; number <= ROUNDS; number++) {
            for (var contender : contenders) {
                contender.rounds.add(round(contender));
                progress.printf(
                        "round %d: %.0f commands a second %s%n",
                        number, contender.rounds.getLast().load.perSecond(), contender.how);
            }
        }
    }

    private Round round(Contender contender) {
        var before = contender.cpu.get();
        var load = Load.during(contender.cases, post, CALLERS, SETTLE, COUNTED);
        return new Round(load, contender.cpu.get().minus(before).toNanos() / 1e6 / load.commands());
    }

    private static List<Figure> figures(Round http, Round direct, double ceiling) {
        var figures = new ArrayList<>(
                besides("commands-http-16", http, "in-process, 16 callers, read models included", direct));
        figures.add(Figure.of(
                "commands-in-process-16",
                direct.load.perSecond(),
                PER_SECOND,
                "bare single-row commits, 16 connections",
                ceiling));
        return figures;
    }

    private static List<Figure> besides(String name, Round one, String reference, Round other) {
        return List.of(
                Figure.of(name, one.load.perSecond(), PER_SECOND, reference, other.load.perSecond()),
                Figure.of(name + "-p50", one.load.p50Millis(), MILLIS, reference, other.load.p50Millis()),
                Figure.of(name + "-p99", one.load.p99Millis(), MILLIS, reference, other.load.p99Millis()),
                Figure.of(name + "-cpu", one.cpuMillis, MILLIS, reference, other.cpuMillis));
    }

    /** @param cpuMillis processor time a command of whatever decides and stores it, clients left out */
    private record Round(Load load, double cpuMillis) {}

    private static final class Contender {
        private final String how;
        private final CaseDriver cases;
        private final Supplier<Duration> cpu;
        private final List<Round> rounds = new ArrayList<>();

        Contender(String how, CaseDriver cases, Supplier<Duration> cpu) {
            this.how = how;
            this.cases = cases;
            this.cpu = cpu;
        }

        /** The round in the middle by throughput. */
        Round middle() {
            return rounds.stream()
                    .sorted(Comparator.comparingDouble((Round round) -> round.load.perSecond()))
                    .toList()
                    .get(rounds.size() / 2);
        }
    }
}
