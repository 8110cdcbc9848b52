package consular.benchmarks;

import consular.benchmarks.decide.DecisionRate;
import consular.benchmarks.history.HistoryReplay;
import consular.benchmarks.history.HistoryReport;
import consular.benchmarks.history.UnreadableFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Measures what it is told to; figures go to the standard output, progress to the standard error. */
public final class Benchmarks {
    private static final int BAD_USAGE = 2;
    private static final double DECISIONS_ASKED_FOR = 1_000_000;

    private static final String OPTIONS = """
          --json FILE     the figures as JSON, beside the lines on the standard output
          --input FILE    the status histories, CSV or CSV.gz
          --url URL       replay the histories on this running service, profile local, instead of in-process
          --service JAR   the packaged service (default: where the build puts it, seen from the root of the clone)
          --opponent JAR  another packaged service beside which commands-http-16 is measured, such as one of an earlier day
          --callers N     how many cases are replayed at once (default 16)
          --minutes N     how long each load of sustained goes on (default 10)
          --events N      how many events the log of rebuild has at the least (default 1,000,000, which take ten minutes or more to fill in)
        """;

    private Benchmarks() {}

    /** Exits with 0, with 1 when a measurement or its verification failed, with 2 when the command line is wrong. */
    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    static int run(String... arguments) {
        if (List.of(arguments).contains("--help")) {
            help();
            return 0;
        }
        try {
            return run(Options.of(arguments)) ? 0 : 1;
        } catch (BadUsage | UnreadableFile wrong) {
            System.err.println("benchmarks: " + wrong.getMessage());
            return BAD_USAGE;
        }
    }

    private static boolean run(Options options) {
        if (options.measurements().contains(Measurement.HISTORY)) {
            var report = replay(options);
            report.print(System.out);
            write(options.json(), report.json());
            return report.verified();
        }
        var figures = new ArrayList<Figure>();
        for (var measurement : options.measurements()) {
            var some = measure(measurement, options);
            some.forEach(figure -> System.out.println(figure.line()));
            figures.addAll(some);
            write(options.json(), figures);
        }
        return true;
    }

    private static HistoryReport replay(Options options) {
        var input = Objects.requireNonNull(options.input());
        var url = options.url();
        return url == null
                ? HistoryReplay.run(input, options.callers(), System.err)
                : HistoryReplay.runOn(url, input, options.callers(), System.err);
    }

    private static List<Figure> measure(Measurement measurement, Options options) {
        var jar = options.service();
        var service = new ServiceFigures(jar, System.err);
        var ledger = new LedgerFigures(System.err);
        return switch (measurement) {
            case HISTORY -> throw new IllegalArgumentException("history has a report of its own");
            case APPEND_1 -> new AppendFigures(System.err).of(1);
            case APPEND_16 -> new AppendFigures(System.err).of(16);
            case APPEND_64 -> new AppendFigures(System.err).of(64);
            case BULK_1000 -> new AppendFigures(System.err).bulk();
            case STOCK_16 -> ledger.stock();
            case SEQUENCER -> ledger.sequencer();
            case LAG_P99 -> ledger.lag();
            case LOAD_50 -> ledger.load(50);
            case LOAD_1000 -> ledger.load(1000);
            case VERIFY -> ledger.verify();
            case COMMANDS_HTTP_16 -> new CommandFigures(jar, options.opponent(), System.err).overHttp();
            case SUSTAINED -> new SustainedFigures(jar, options.time(), System.err).sustained();
            case IMPORT -> new ImportFigures(jar, System.err).rows();
            case DECIDE ->
                List.of(
                        Figure.of("decide", DecisionRate.ofBoth(), "1/s", "the bar", DECISIONS_ASKED_FOR),
                        Figure.of("decide-accepted", DecisionRate.ofAccepted(), "1/s", "the bar", DECISIONS_ASKED_FOR),
                        Figure.of("decide-rejected", DecisionRate.ofRejected(), "1/s", "the bar", DECISIONS_ASKED_FOR));
            case LETTERS -> new LetterFigures(jar, System.err).letters();
            case START -> service.starts();
            case MEMORY -> service.memory();
            case REPLAY -> service.replay();
            case REBUILD -> new RebuildFigures(jar, options.events(), System.err).rebuild();
            case REPLAY_DEFAULT -> ledger.replayDefault();
        };
    }

    private static void write(@Nullable Path path, Object json) {
        if (path == null) {
            return;
        }
        var text = JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(json);
        try {
            Files.writeString(path, text + System.lineSeparator());
        } catch (IOException failure) {
            throw new UncheckedIOException("the figures can't be written to " + path, failure);
        }
    }

    private static void help() {
        System.out.println("java -jar benchmarks.jar NAME... [OPTION VALUE]...");
        System.out.println();
        Arrays.stream(Measurement.values()).map(Measurement::line).forEach(System.out::println);
        System.out.println();
        System.out.print(OPTIONS);
    }
}
