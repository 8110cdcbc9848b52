package consular.benchmarks.target;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/** What processes hold in memory, in MiB. */
public final class Memory {
    private static final double KIB_PER_MIB = 1024;

    private Memory() {}

    /** The sum of the resident sets; pages that processes share count once for each. */
    public static double resident(Collection<ProcessHandle> processes) {
        return processes.stream().mapToLong(Memory::residentKib).sum() / KIB_PER_MIB;
    }

    /**
     * The sum of the proportional sets: a page that n processes share counts 1/n for each. Where the system does not
     * tell, the resident sets.
     */
    public static double proportional(Collection<ProcessHandle> processes) {
        return processes.stream().mapToLong(Memory::proportionalKib).sum() / KIB_PER_MIB;
    }

    private static long residentKib(ProcessHandle process) {
        try {
            var ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(process.pid())).start();
            var text = new String(ps.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
            return text.isEmpty() ? 0 : Long.parseLong(text);
        } catch (IOException failure) {
            throw new UncheckedIOException("ps is needed to measure memory", failure);
        }
    }

    private static long proportionalKib(ProcessHandle process) {
        var file = Path.of("/proc", Long.toString(process.pid()), "smaps_rollup");
        try {
            return kib(Files.readAllLines(file), "Pss:");
        } catch (IOException notTold) {
            return residentKib(process);
        }
    }

    private static long kib(List<String> lines, String name) throws IOException {
        for (var line : lines) {
            if (line.startsWith(name)) {
                return Long.parseLong(line.replaceAll("\\D", ""));
            }
        }
        throw new IOException("no " + name);
    }
}
