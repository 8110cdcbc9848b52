package consular.cases.service.nodes;

import consular.cases.domain.people.CaseId;
import consular.cases.domain.privacy.ErasureLevel;
import consular.ledger.postgres.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A node in a process of its own that orders an erasure, carries it out if it can, and stays until it is killed. */
final class EraserProcess {
    /** By which its sessions are known. */
    static final String NAME = "eraser";

    private EraserProcess() {}

    static Process start(String url, String signingKey, WordyCase life, Path log) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EraserProcess.class.getName(),
                        url + "&ApplicationName=" + NAME,
                        signingKey,
                        life.caseId().toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    /** Takes the URL of the database, the file of the log's key and a case that was lived. */
    public static void main(String[] arguments) throws InterruptedException {
        var node = Node.on(TestDatabase.at(arguments[0]), "--consular.ledger.signing-key=" + arguments[1]);
        new WordyCase(CaseId.of(arguments[2])).erase(node, WordyCase.ANA, ErasureLevel.CONTENT);
        new CountDownLatch(1).await();
    }
}
