import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Checks or applies the one Java style of this repository: {@code FormatSources check|apply ROOT…}.
 *
 * <p>A formatter parses with the compiler of the JVM it runs in. Maven may run on Java 17, which cannot parse
 * our Java 25, so the build starts this file on the JDK 25 that the toolchain found.
 */
final class FormatSources {

    private static final Formatter FORMATTER = Formatter.createFormatter(JavaFormatterOptions.builder()
            .style(JavaFormatterOptions.Style.PALANTIR)
            .build());

    private FormatSources() {}

    public static void main(String[] args) throws IOException {
        var apply = args[0].equals("apply");
        if (!apply && !args[0].equals("check")) {
            throw new IllegalArgumentException("check or apply, not " + args[0]);
        }
        var wrong = 0;
        for (var root : List.of(args).subList(1, args.length)) {
            for (var source : sourcesUnder(Path.of(root))) {
                if (!isFormatted(source, apply)) {
                    wrong++;
                }
            }
        }
        if (wrong > 0) {
            System.err.println(wrong + " file(s) not in the style of this repository; to format them: mvn -N validate -Pformat");
            System.exit(1);
        }
    }

    private static List<Path> sourcesUnder(Path root) throws IOException {
        try (var files = Files.walk(root)) {
            return files.filter(FormatSources::isSource).sorted().toList();
        }
    }

    private static boolean isSource(Path file) {
        return file.toString().endsWith(".java")
                && file.toString().contains("src")
                && !file.toString().contains("/target/");
    }

    /** True when the file was in style, or has just been brought into it. */
    private static boolean isFormatted(Path file, boolean apply) throws IOException {
        var source = Files.readString(file);
        String formatted;
        try {
            formatted = FORMATTER.formatSourceAndFixImports(source);
        } catch (FormatterException unparsable) {
            System.err.println(file + ": " + unparsable.getMessage());
            return false;
        }
        if (formatted.equals(source)) {
            return true;
        }
        if (apply) {
            Files.writeString(file, formatted);
            System.out.println("formatted " + file);
            return true;
        }
        System.err.println("not formatted: " + file);
        return false;
    }
}
