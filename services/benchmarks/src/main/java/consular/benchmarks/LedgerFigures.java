package consular.benchmarks;

import consular.benchmarks.ledger.LagBetweenNodes;
import consular.benchmarks.ledger.ReplayRates;
import consular.benchmarks.ledger.SequencerRate;
import consular.benchmarks.ledger.StockComparison;
import consular.benchmarks.load.CaseLoad;
import consular.benchmarks.verify.VerificationRate;
import consular.cases.application.posts.ReferencePosts;
import consular.cases.domain.posts.PostCode;
import java.io.PrintStream;
import java.util.List;

/** The ledger's way from command to evidence, each step beside its bar or what else one would do. */
final class LedgerFigures {
    private static final String BAR = "the bar";
    private static final String PER_SECOND = "1/s";
    private static final String EVENTS_PER_SECOND = "events/s";
    private static final String MILLIS = "ms";

    private static final double SEQUENCER_BAR = 100_000;
    private static final double LAG_BAR_MILLIS = 50;
    private static final double REPLAY_BAR = 40_000;
    private static final double VERIFY_BAR = 1_000_000;
    private static final int EXPORTED = 1_000_000;

    private final PrintStream progress;

    LedgerFigures(PrintStream progress) {
        this.progress = progress;
    }

    List<Figure> stock() {
        try (var comparison = new StockComparison(progress)) {
            var result = comparison.measure();
            var ours = result.ledger();
            var theirs = result.stock();
            var reference = "Axon's engine for JDBC, %d connections".formatted(result.pool());
            return List.of(
                    Figure.of("stock-16", ours.perSecond(), PER_SECOND, reference, theirs.perSecond()),
                    Figure.of("stock-16-p99", ours.p99Millis(), MILLIS, reference, theirs.p99Millis()),
                    Figure.of("stock-16-cpu", ours.cpuMillis(), MILLIS, reference, theirs.cpuMillis()));
        }
    }

    List<Figure> sequencer() {
        try (var sequencer = new SequencerRate(progress)) {
            var rate = sequencer.measure();
            return List.of(
                    Figure.of("sequencer", rate.perSecond(), EVENTS_PER_SECOND, BAR, SEQUENCER_BAR),
                    Figure.of(
                            "sequencer",
                            rate.perSecond(),
                            EVENTS_PER_SECOND,
                            "the same rows copied by one statement",
                            rate.copiedPerSecond()));
        }
    }

    List<Figure> lag() {
        try (var nodes = new LagBetweenNodes(progress)) {
            var lag = nodes.measure();
            return List.of(
                    Figure.of("lag-p50", lag.p50Millis(), MILLIS, BAR, LAG_BAR_MILLIS),
                    Figure.of("lag-p99", lag.p99Millis(), MILLIS, BAR, LAG_BAR_MILLIS),
                    Figure.of(
                            "lag-load", lag.perSecond(), PER_SECOND, "what both nodes append at most", lag.ceiling()));
        }
    }

    List<Figure> replayDefault() {
        try (var replays = new ReplayRates(progress)) {
            var rates = replays.measure();
            return List.of(
                    Figure.of(
                            "replay-default",
                            rates.asConfigured(),
                            EVENTS_PER_SECOND,
                            "a processor with Axon's defaults",
                            rates.withDefaults()),
                    Figure.of("replay-default", rates.asConfigured(), EVENTS_PER_SECOND, BAR, REPLAY_BAR));
        }
    }

    List<Figure> verify() {
        try (var verification = new VerificationRate(EXPORTED, progress)) {
            var rate = verification.measure();
            return List.of(
                    Figure.of("verify", rate.perProcessorSecond(), EVENTS_PER_SECOND, BAR, VERIFY_BAR),
                    Figure.of(
                            "verify",
                            rate.perProcessorSecond(),
                            EVENTS_PER_SECOND,
                            "the same file read and hashed once",
                            rate.hashedPerProcessorSecond()),
                    Figure.of("verify-clock", rate.perSecond(), EVENTS_PER_SECOND, BAR, VERIFY_BAR));
        }
    }

    List<Figure> load(int events) {
        var post = ReferencePosts.load().find(new PostCode("MNL")).orElseThrow();
        try (var loads = new CaseLoad(post, progress)) {
            var millis = loads.measure(events);
            var name = "load-" + events;
            return List.of(
                    Figure.of(name, millis.cold(), MILLIS, "its bare rows", millis.rows()),
                    Figure.of(
                            name, millis.cold(), MILLIS, "the same while the case is remembered", millis.remembered()),
                    Figure.of(
                            name + "-snapshot",
                            millis.snapshot(),
                            MILLIS,
                            "a file of as many events without one",
                            millis.file()));
        }
    }
}
