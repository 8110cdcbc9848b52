package consular.benchmarks;

import java.util.Arrays;

/** What can be measured. */
enum Measurement {
    HISTORY("history", false, "replay a file of real status histories as commands (needs --input)"),
    APPEND_1("append-1", false, "appends a second by one writer, beside the same without group commit"),
    APPEND_16("append-16", false, "the same by 16 writers"),
    APPEND_64("append-64", false, "the same by 64 writers, and by 1,024 virtual ones"),
    BULK_1000("bulk-1000", false, "events a second in appends of a thousand, beside COPY"),
    STOCK_16(
            "stock-16",
            false,
            "whole commands a second by 16 callers on a small aggregate, beside the same on the engine that comes with"
                    + " Axon"),
    SEQUENCER("sequencer", false, "events a second given their places in the log, with tiles and checkpoints"),
    LAG_P99("lag-p99", false, "milliseconds until one node sees what another has appended, at half of what both can"),
    LOAD_50("load-50", false, "milliseconds of a command on a case of 50 events that is not remembered"),
    LOAD_1000("load-1000", false, "the same on a case of 1,000 events"),
    VERIFY("verify", false, "events a second of verifying an export of a million on one thread, beside the bar"),
    COMMANDS_HTTP_16(
            "commands-http-16", true, "whole commands a second over HTTP by 16 clients, beside the same in-process"),
    SUSTAINED(
            "sustained",
            true,
            "ten commands a second with reads for --minutes, then four fifths of what it can do: latency, lag, memory"),
    IMPORT("import", true, "rows a second of importing whole lives of cases, beside single commands over HTTP"),
    DECIDE("decide", false, "decisions a second by one thread, folded, on a case of 30 events, beside the bar"),
    LETTERS("letters", true, "milliseconds until one client has the PDF of a refusal's letter, beside the bar"),
    START(
            "start",
            true,
            "milliseconds from the process's start to readiness: empty folder, existing folder, with AOT cache"),
    MEMORY("memory", true, "MiB of the service's JVM and of its PostgreSQL, when ready and after 1,000 commands"),
    REPLAY("replay", false, "events a second of reading and folding the whole log, beside reading its bare rows"),
    REBUILD(
            "rebuild",
            true,
            "seconds until all read models of --events are built anew, and how the service answers meanwhile"),
    REPLAY_DEFAULT(
            "replay-default",
            false,
            "events a second of building a projection anew, beside a processor with Axon's defaults");

    private final String title;
    private final boolean ofPackagedService;
    private final String meaning;

    Measurement(String title, boolean ofPackagedService, String meaning) {
        this.title = title;
        this.ofPackagedService = ofPackagedService;
        this.meaning = meaning;
    }

    static Measurement named(String title) {
        return Arrays.stream(values())
                .filter(measurement -> measurement.title.equals(title))
                .findFirst()
                .orElseThrow(() -> new BadUsage("there is no measurement " + title + "; --help lists the names"));
    }

    /** Whether it starts the packaged service, which must have been built. */
    boolean isOfPackagedService() {
        return ofPackagedService;
    }

    String line() {
        return "  %-18s %s".formatted(title, meaning);
    }
}
