package consular.benchmarks.history;

import java.io.PrintStream;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What came of a replay, for people and as JSON.
 *
 * @param cpuSeconds processor time of this process and its database meanwhile: says more than the clock on a machine
 *     that others use; empty when the service runs elsewhere
 * @param ceiling bare durable single-row transactions a second by as many connections, measured after the replay on
 *     the same server; empty when the service runs elsewhere
 */
public record HistoryReport(
        int cases,
        int callers,
        double seconds,
        OptionalDouble cpuSeconds,
        Journal journal,
        Comparison comparison,
        LogCheck.Result check,
        OptionalDouble ceiling) {

    /** Whether the log holds what was acknowledged, and folds to it. */
    public boolean verified() {
        return check.verified();
    }

    private double commandsPerSecond() {
        return journal.commands() / seconds;
    }

    private double cpuMillisPerCommand(double cpu) {
        return 1000 * cpu / journal.commands();
    }

    /** The members that the contract names, then more. */
    public Map<String, Object> json() {
        var json = new LinkedHashMap<String, Object>();
        json.put("cases", cases);
        json.put("accepted", journal.accepted());
        json.put("rejected", journal.rejected());
        json.put("unknownTransitions", Journal.sum(journal.unknown()));
        json.put("casesEqual", comparison.equal());
        json.put("commandsPerSecond", Math.round(commandsPerSecond()));
        json.put("verified", check.verified());
        json.put("unknownTransitionsByKind", journal.unknown());
        json.put("casesDecided", comparison.decided());
        json.put("casesDecidedEqual", comparison.decidedEqual());
        json.put("casesEqualAtAnotherPost", comparison.equalElsewhere());
        json.put("casesUnequalByKind", comparison.differences());
        json.put("choices", journal.choices());
        json.put("eventsAcknowledged", journal.events());
        json.put("eventsInLog", check.events());
        json.put("problems", check.problems());
        json.put("callers", callers);
        json.put("seconds", Math.round(seconds * 10) / 10.0);
        cpuSeconds.ifPresent(
                cpu -> json.put("cpuMillisPerCommand", Math.round(cpuMillisPerCommand(cpu) * 1000) / 1000.0));
        ceiling.ifPresent(commits -> {
            json.put("reference", "bare single-row commits a second, " + callers + " connections");
            json.put("referenceValue", Math.round(commits));
            json.put("ratio", Math.round(commandsPerSecond() / commits * 100) / 100.0);
        });
        return json;
    }

    /** The same in words. */
    public void print(PrintStream out) {
        out.printf(
                "%,d cases, %,d commands in %.1f s by %d callers: %,.0f a second%n",
                cases, journal.commands(), seconds, callers, commandsPerSecond());
        ceiling.ifPresent(commits -> out.printf(
                "bare single-row commits by as many connections  %,.0f a second, ratio %.2f%n",
                commits, commandsPerSecond() / commits));
        cpuSeconds.ifPresent(cpu -> out.printf(
                "processor time a command  %.2f ms, database included, on %d processors%n",
                cpuMillisPerCommand(cpu), Runtime.getRuntime().availableProcessors()));
        out.printf("accepted  %,d%n", journal.accepted());
        list(out, "rejected", journal.rejected());
        list(out, "changes that no act of law explains", journal.unknown());
        out.printf(
                "cases that end as the last snapshot has them  %,d (%.2f %%); of those ever decided  %,d of %,d (%.2f"
                        + " %%)%n",
                comparison.equal(),
                percent(comparison.equal(), cases),
                comparison.decidedEqual(),
                comparison.decided(),
                percent(comparison.decidedEqual(), comparison.decided()));
        if (comparison.equalElsewhere() > 0) {
            out.printf("  equal, though the source shows them at another post  %,d%n", comparison.equalElsewhere());
        }
        list(out, "cases that do not, by what is different", comparison.differences());
        list(out, "what the source leaves open", journal.choices());
        out.printf(
                "log  %,d events acknowledged, %,d in the log, %s%n",
                journal.events(), check.events(), check.verified() ? "verified" : "NOT verified");
        check.problems().forEach(problem -> out.println("  " + problem));
    }

    private static double percent(long part, long whole) {
        return whole == 0 ? 100 : 100.0 * part / whole;
    }

    private static void list(PrintStream out, String title, Map<String, Long> totals) {
        out.printf("%s  %,d%n", title, Journal.sum(totals));
        totals.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
                .forEach(line -> out.printf("  %,9d  %s%n", line.getValue(), line.getKey()));
    }
}
