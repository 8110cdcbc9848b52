package consular.benchmarks.verify;

import consular.benchmarks.target.TemporaryFolder;
import consular.ledger.core.export.ExportWriter;
import consular.ledger.verifier.LedgerVerifier;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.function.DoubleSupplier;

/** Writes an export and verifies it with the auditor's program, on one thread, in this process. */
public final class VerificationRate implements AutoCloseable {
    private static final int ROUNDS = 3;
    private static final int BUFFER = 1 << 16;

    private final TemporaryFolder folder = new TemporaryFolder();
    private final int events;
    private final PrintStream progress;

    /**
     * Events a second; the middle of all rounds.
     *
     * @param perProcessorSecond of the processor time that the thread took, whatever else the machine did
     * @param perSecond by the clock
     * @param hashedPerProcessorSecond the same file read and hashed once, and nothing else
     */
    public record Rate(double perProcessorSecond, double perSecond, double hashedPerProcessorSecond) {}

    /** @param events how many the export has */
    public VerificationRate(int events, PrintStream progress) {
        this.events = events;
        this.progress = progress;
    }

    /**
     * Makes the export and verifies it again and again; the first time only warms up.
     *
     * @throws IllegalStateException when the verifier does not find it sound
     */
    public Rate measure() {
        var export = folder.path().resolve("export.zip");
        var key = folder.path().resolve("log.key");
        write(export, key);
        var rates = new ArrayList<Rate>();
        for (var round = 0; round <= ROUNDS; round++) {
            var began = System.nanoTime();
            var processor = processorSeconds(() -> verify(export, key));
            var seconds = (System.nanoTime() - began) / 1e9;
            var hashing = processorSeconds(() -> hash(export));
            var rate = new Rate(events / processor, events / seconds, events / hashing);
            progress.printf(
                    "round %d: %,.0f events verified in a second of processor time, %,.0f by the clock%n",
                    round, rate.perProcessorSecond, rate.perSecond);
            if (round > 0) {
                rates.add(rate);
            }
        }
        return rates.stream()
                .sorted(Comparator.comparingDouble(Rate::perProcessorSecond))
                .toList()
                .get(rates.size() / 2);
    }

    private void write(Path export, Path key) {
        try (var target = new BufferedOutputStream(Files.newOutputStream(export), BUFFER)) {
            var log = new LargeLog(events);
            Files.writeString(key, log.keys().getLast() + "\n");
            ExportWriter.write(log, target);
        } catch (IOException failure) {
            throw new UncheckedIOException("the export could not be written", failure);
        }
        progress.printf("an export of %,d events, %,d MiB%n", events, size(export) >> 20);
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The work answers something of what it did, so that it is done. */
    private static double processorSeconds(DoubleSupplier work) {
        var threads = ManagementFactory.getThreadMXBean();
        var before = threads.getCurrentThreadCpuTime();
        if (work.getAsDouble() <= 0) {
            throw new IllegalStateException("nothing was done");
        }
        return (threads.getCurrentThreadCpuTime() - before) / 1e9;
    }

    private double verify(Path export, Path key) {
        var report = new ByteArrayOutputStream();
        try (var out = new PrintStream(report, false, StandardCharsets.UTF_8)) {
            var status = LedgerVerifier.run(
                    out, progress, "verify", export.toString(), "--key", key.toString(), "--threads", "1");
            out.flush();
            if (status != 0) {
                throw new IllegalStateException("the export does not verify:\n" + report);
            }
        }
        if (!report.toString(StandardCharsets.UTF_8).contains("signed       " + events + " events")) {
            throw new IllegalStateException("not all events were verified:\n" + report);
        }
        return events;
    }

    private static double hash(Path export) {
        try (var input = Files.newInputStream(export)) {
            var digest = MessageDigest.getInstance("SHA-256");
            var buffer = new byte[BUFFER];
            var all = 0.0;
            for (var read = input.read(buffer); read >= 0; read = input.read(buffer)) {
                digest.update(buffer, 0, read);
                all += read;
            }
            return digest.digest().length == 0 ? 0 : all;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() {
        folder.close();
    }
}
