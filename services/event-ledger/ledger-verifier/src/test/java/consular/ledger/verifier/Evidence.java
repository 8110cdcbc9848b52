package consular.ledger.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import consular.ledger.core.export.SampleLog;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** An export as it reaches the auditor, taken apart so that a test can spoil it. */
final class Evidence {

    final SampleLog log;
    final Map<String, byte[]> files;
    final List<String> entries;
    final List<String> contents;
    final List<String> checkpoints;

    private Evidence(SampleLog log, Map<String, byte[]> files) {
        this.log = log;
        this.files = files;
        this.entries = lines("entries.jsonl");
        this.contents = lines("contents.jsonl");
        this.checkpoints = lines("checkpoints.jsonl");
    }

    static Evidence of(SampleLog log) {
        return new Evidence(log, members(log.export()));
    }

    /** The same, to be spoilt apart from this one. */
    Evidence copy() {
        join();
        Map<String, byte[]> copies = new LinkedHashMap<>();
        files.forEach((name, content) -> copies.put(name, content.clone()));
        return new Evidence(log, copies);
    }

    static Map<String, byte[]> members(byte[] archive) {
        Map<String, byte[]> members = new LinkedHashMap<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                members.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return members;
    }

    private List<String> lines(String file) {
        return new ArrayList<>(
                new String(files.getOrDefault(file, new byte[0]), UTF_8).lines().toList());
    }

    private void join() {
        files.put("entries.jsonl", join(entries));
        files.put("contents.jsonl", join(contents));
        files.put("checkpoints.jsonl", join(checkpoints));
    }

    private static byte[] join(List<String> lines) {
        var text = new StringBuilder();
        lines.forEach(line -> text.append(line).append('\n'));
        return text.toString().getBytes(UTF_8);
    }

    /** The lines are joined again, then all files are written as a compressed archive, as common tools make them. */
    Path archive(Path file) throws IOException {
        join();
        return archiveOfFiles(file);
    }

    Path archiveOfFiles(Path file) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var member : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(member.getKey()));
                zip.write(member.getValue());
                zip.closeEntry();
            }
        }
        return file;
    }

    Path folder(Path folder) throws IOException {
        join();
        for (var member : files.entrySet()) {
            var file = folder.resolve(member.getKey());
            Files.createDirectories(file.getParent());
            Files.write(file, member.getValue());
        }
        return folder;
    }

    Path key(Path file) throws IOException {
        return Files.writeString(file, log.signer.verifier() + "\n");
    }
}
