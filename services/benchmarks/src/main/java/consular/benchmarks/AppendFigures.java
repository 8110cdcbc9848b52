package consular.benchmarks;

import consular.benchmarks.ledger.AppendRates;
import consular.benchmarks.ledger.AppendRates.Rate;
import consular.benchmarks.ledger.AppendRates.Way;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Appends by one writer and by many, beside what the same database does without the ledger. */
final class AppendFigures {
    private static final List<Way> ALL = List.of(Way.LEDGER, Way.INSERT, Way.TRANSACTION, Way.CALL);
    private static final int VIRTUAL_WRITERS = 1024;

    private final PrintStream progress;

    AppendFigures(PrintStream progress) {
        this.progress = progress;
    }

    List<Figure> of(int writers) {
        try (var rates = new AppendRates(progress)) {
            var measured = rates.measure(writers, ALL);
            var name = "append-" + writers;
            var figures = new ArrayList<>(List.of(
                    beside(name, measured, Way.INSERT, "one insert for each commit"),
                    beside(name, measured, Way.TRANSACTION, "two inserts in a transaction"),
                    beside(name, measured, Way.CALL, "one call of a function"),
                    Figure.of(
                            name + "-p99",
                            of(measured, Way.LEDGER).p99Millis(),
                            "ms",
                            "one insert for each commit",
                            of(measured, Way.INSERT).p99Millis())));
            if (writers == 64) {
                var virtual = rates.measureVirtual(VIRTUAL_WRITERS, List.of(Way.LEDGER));
                figures.add(Figure.of(
                        "append-1024-virtual",
                        of(virtual, Way.LEDGER).perSecond(),
                        "1/s",
                        "one insert for each commit by 64",
                        of(measured, Way.INSERT).perSecond()));
            }
            return figures;
        }
    }

    List<Figure> bulk() {
        try (var rates = new AppendRates(progress)) {
            var measured = rates.bulk();
            return List.of(Figure.of(
                    "bulk-1000",
                    of(measured, Way.LEDGER_BULK).perSecond(),
                    "events/s",
                    "the same events by COPY",
                    of(measured, Way.COPY).perSecond()));
        }
    }

    private static Figure beside(String name, Map<Way, Rate> rates, Way opponent, String words) {
        return Figure.of(
                name,
                of(rates, Way.LEDGER).perSecond(),
                "1/s",
                words,
                of(rates, opponent).perSecond());
    }

    private static Rate of(Map<Way, Rate> rates, Way way) {
        var rate = rates.get(way);
        if (rate == null) {
            throw new IllegalArgumentException(way + " was not measured");
        }
        return rate;
    }
}
