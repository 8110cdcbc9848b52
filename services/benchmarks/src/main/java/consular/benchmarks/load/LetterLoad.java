package consular.benchmarks.load;

import consular.benchmarks.target.CaseDriver;
import consular.cases.domain.people.CaseId;
import consular.cases.domain.posts.Post;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** How long one reader waited for letters, one after another. */
public record LetterLoad(double p50Millis, double p95Millis) {
    private static final double NANOS_PER_MILLI = 1e6;
    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);

    /** Makes cases that stand refused for a document, so that each has a letter. */
    public static List<CaseId> refused(CaseDriver cases, Post post, int number) {
        var life = new LifeCycle(cases, post, _ -> {});
        return Stream.generate(life::refuse).limit(number).toList();
    }

    /**
     * Reads so many letters, of the cases in turn.
     *
     * @param letter the letter of a case as PDF
     * @throws IllegalStateException when what comes is no PDF
     */
    public static LetterLoad read(Function<CaseId, byte[]> letter, List<CaseId> cases, int letters) {
        var nanos = new long[letters];
        for (var i = 0; i < letters; i++) {
            var began = System.nanoTime();
            var file = letter.apply(cases.get(i % cases.size()));
            nanos[i] = System.nanoTime() - began;
            if (!isPdf(file)) {
                throw new IllegalStateException("what came is no PDF");
            }
        }
        Arrays.sort(nanos);
        return new LetterLoad(millis(nanos, 0.5), millis(nanos, 0.95));
    }

    private static boolean isPdf(byte[] file) {
        return Arrays.equals(PDF, 0, PDF.length, file, 0, Math.min(PDF.length, file.length));
    }

    private static double millis(long[] sorted, double share) {
        return Load.percentile(sorted, share) / NANOS_PER_MILLI;
    }
}
