package consular.benchmarks;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The command line, understood. */
record Options(
        List<Measurement> measurements,
        @Nullable Path input,
        @Nullable Path json,
        @Nullable URI url,
        Path service,
        @Nullable Path opponent,
        int callers,
        Duration time,
        int events) {
    private static final Path SERVICE = Path.of("services/case-lifecycle/case-service/target/case-service.jar");
    private static final int MOST_CALLERS = 48;
    private static final int MOST_MINUTES = 24 * 60;
    private static final int MOST_EVENTS = 100_000_000;

    Options {
        measurements = List.copyOf(measurements);
    }

    /**
     * Reads the arguments.
     *
     * @throws BadUsage when they make no sense
     */
    static Options of(String... arguments) {
        var names = new ArrayList<Measurement>();
        Path input = null;
        Path json = null;
        URI url = null;
        var service = SERVICE;
        Path opponent = null;
        var callers = 16;
        var minutes = 10;
        var events = 1_000_000;
        for (var i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--input" -> input = existing(value(arguments, ++i));
                case "--json" -> json = Path.of(value(arguments, ++i));
                case "--url" -> url = url(value(arguments, ++i));
                case "--service" -> service = existing(value(arguments, ++i));
                case "--opponent" -> opponent = existing(value(arguments, ++i));
                case "--callers" -> callers = number("--callers", MOST_CALLERS, value(arguments, ++i));
                case "--minutes" -> minutes = number("--minutes", MOST_MINUTES, value(arguments, ++i));
                case "--events" -> events = number("--events", MOST_EVENTS, value(arguments, ++i));
                default -> names.add(Measurement.named(arguments[i]));
            }
        }
        if (names.isEmpty()) {
            throw new BadUsage("name what to measure; --help lists the names");
        }
        if (names.contains(Measurement.HISTORY) && names.size() > 1) {
            throw new BadUsage("history is run on its own: its JSON has another form");
        }
        if (names.contains(Measurement.HISTORY) && input == null) {
            throw new BadUsage("history needs --input FILE");
        }
        if (opponent != null && !names.contains(Measurement.COMMANDS_HTTP_16)) {
            throw new BadUsage("--opponent goes with commands-http-16");
        }
        if (names.stream().anyMatch(Measurement::isOfPackagedService) && !Files.isReadable(service)) {
            throw new BadUsage(
                    "there is no service at " + service + "; build it, or say where it is with --service JAR");
        }
        return new Options(names, input, json, url, service, opponent, callers, Duration.ofMinutes(minutes), events);
    }

    private static String value(String[] arguments, int at) {
        if (at >= arguments.length) {
            throw new BadUsage(arguments[at - 1] + " needs a value");
        }
        return arguments[at];
    }

    private static Path existing(String name) {
        var path = Path.of(name);
        if (!Files.isReadable(path)) {
            throw new BadUsage("there is no file " + name);
        }
        return path;
    }

    private static URI url(String text) {
        try {
            var url = URI.create(text);
            if (url.getHost() != null && List.of("http", "https").contains(url.getScheme())) {
                return url;
            }
        } catch (IllegalArgumentException notOne) {
            // said below
        }
        throw new BadUsage("--url is the address of a running service, such as http://127.0.0.1:8080, not " + text);
    }

    private static int number(String option, int most, String text) {
        try {
            var number = Integer.parseInt(text);
            if (number >= 1 && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // said below
        }
        throw new BadUsage(option + " is a number from 1 to " + most + ", not " + text);
    }
}
