package consular.benchmarks.history;

import java.util.List;

/** A case of the file with all its snapshots, oldest first. */
record SourceCase(String number, List<Snapshot> snapshots) {
    /** Everyone who is ever counted. */
    int everyone() {
        return snapshots.stream()
                .mapToInt(snapshot -> snapshot.counts().persons())
                .max()
                .orElse(0);
    }

    Snapshot last() {
        return snapshots.getLast();
    }
}
