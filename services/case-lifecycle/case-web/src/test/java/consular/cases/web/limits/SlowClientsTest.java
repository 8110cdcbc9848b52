package consular.cases.web.limits;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.web.json.JsonBody;
import consular.cases.web.problem.ApiException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.util.unit.DataSize;

/** Two places and persons who send and take a few bytes now and then, in a real container. */
@Timeout(120)
class SlowClientsTest {
    private static final int LARGE = 16 << 20;

    @TempDir
    private static Path folder;

    private static Tomcat tomcat;

    @BeforeAll
    static void start() throws Exception {
        tomcat = new Tomcat();
        tomcat.setBaseDir(folder.toString());
        tomcat.setPort(0);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        // or all would be in the system's hands at once
        tomcat.getConnector().setProperty("socket.txBufSize", "8192");
        var context = tomcat.addContext("", folder.toString());
        Tomcat.addServlet(context, "work", new Work());
        context.addServletMappingDecoded("/*", "work");
        context.addServletContainerInitializer(
                (_, about) -> {
                    filter(about, "who", SlowClientsTest::signIn);
                    filter(
                            about,
                            "admission",
                            new AdmissionFilter(
                                    new AdmissionSettings(
                                            2,
                                            2,
                                            Duration.ofSeconds(1),
                                            Duration.ofSeconds(3),
                                            DataSize.ofKilobytes(32)),
                                    new SimpleMeterRegistry()));
                },
                null);
        tomcat.start();
    }

    private static void filter(ServletContext context, String name, Filter filter) {
        var added = context.addFilter(name, filter);
        added.setAsyncSupported(true);
        added.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), true, "/*");
    }

    private static void signIn(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var person = ((HttpServletRequest) request).getHeader("Person");
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(person, ""));
        try {
            chain.doFilter(request, response);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    /** Says how many members a body has, or gives more than any buffer holds. */
    private static final class Work extends HttpServlet {
        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            try {
                response.getOutputStream()
                        .print("members: " + JsonBody.read(request).size());
            } catch (ApiException refused) {
                response.setStatus(refused.code().status().value());
                response.getOutputStream().print(refused.faults().getFirst().detail());
            }
        }

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            if (request.getRequestURI().endsWith("/large")) {
                response.setContentLength(LARGE);
                response.getOutputStream().write(new byte[LARGE]);
            }
        }
    }

    @AfterAll
    static void stop() throws Exception {
        tomcat.stop();
        tomcat.destroy();
    }

    private static Socket send(String person, String request) throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(4 << 10);
        socket.setSoTimeout(30_000);
        socket.connect(new InetSocketAddress(
                InetAddress.getLoopbackAddress(), tomcat.getConnector().getLocalPort()));
        socket.getOutputStream()
                .write((request + "Host: x\r\nConnection: close\r\nPerson: " + person + "\r\n\r\n")
                        .getBytes(ISO_8859_1));
        return socket;
    }

    private static String answer(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }

    /** What comes until the connection is closed, in whatever way. */
    private static String lines(Socket socket) throws IOException {
        var lines = new StringBuilder();
        try {
            var in = socket.getInputStream();
            for (var next = in.read(); next >= 0; next = in.read()) {
                lines.append((char) next);
            }
        } catch (SocketException reset) {
            lines.append("\nreset");
        }
        return lines.toString();
    }

    private static void isServed(String person) throws IOException {
        try (var socket = send(person, "GET /api/v1/posts HTTP/1.1\r\n")) {
            assertThat(answer(socket)).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void a_body_that_comes_at_once_is_read() throws Exception {
        try (var socket = send("intake", "POST /api/v1/cases HTTP/1.1\r\nContent-Length: 16\r\n")) {
            socket.getOutputStream().write("{\"a\": 1, \"b\": 2}".getBytes(UTF_8));
            assertThat(answer(socket)).startsWith("HTTP/1.1 200").endsWith("members: 2");
        }
        try (var socket = send("intake", "POST /api/v1/cases HTTP/1.1\r\nTransfer-Encoding: chunked\r\n")) {
            socket.getOutputStream().write("8\r\n{\"a\": 1}\r\n0\r\n\r\n".getBytes(UTF_8));
            assertThat(answer(socket)).startsWith("HTTP/1.1 200").endsWith("members: 1");
        }
    }

    @Test
    void bodies_that_drip_take_no_place_from_anybody_and_are_given_up() throws Exception {
        var dripping = new ArrayList<Socket>();
        for (var i = 0; i < 2; i++) {
            dripping.add(send("dripping", "POST /api/v1/cases HTTP/1.1\r\nContent-Length: 1000000\r\n"));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = dripping.stream()
                    .map(socket -> threads.submit(() -> lines(socket)))
                    .toList();
            hasNoMorePlaces("dripping");
            isServed("another");
            while (!answers.stream().allMatch(Future::isDone)) {
                for (var socket : dripping) {
                    drip(socket);
                }
                TimeUnit.MILLISECONDS.sleep(100);
            }
            for (var answer : answers) {
                assertThat(answer.get()).startsWith("HTTP/1.1 400");
            }
        } finally {
            for (var socket : dripping) {
                socket.close();
            }
        }
        isServed("dripping");
    }

    /** Once those before have theirs. */
    private static void hasNoMorePlaces(String person) throws Exception {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        for (var answer = ""; !answer.startsWith("HTTP/1.1 429"); ) {
            assertThat(System.nanoTime()).as(answer).isLessThan(end);
            try (var one = send(person, "GET /api/v1/posts HTTP/1.1\r\n")) {
                answer = answer(one);
            }
        }
    }

    private static void drip(Socket socket) {
        try {
            socket.getOutputStream().write(' ');
        } catch (IOException _) {
            // was answered
        }
    }

    @Test
    void an_answer_that_is_taken_too_slowly_is_broken_off() throws Exception {
        try (var slow = send("slow", "GET /large HTTP/1.1\r\n")) {
            var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
            var taken = 0L;
            for (var part = take(slow); part > 0; part = take(slow)) {
                taken += part;
                assertThat(System.nanoTime()).as("when it ends").isLessThan(end);
                TimeUnit.MILLISECONDS.sleep(50);
            }
            assertThat(taken).isBetween(1L, 1L << 20);
        }
        isServed("slow");
    }

    private static int take(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read(new byte[512]);
        } catch (SocketException reset) {
            return -1;
        }
    }

    @Test
    void an_answer_that_is_taken_quickly_is_whole() throws Exception {
        try (var quick = send("quick", "GET /large HTTP/1.1\r\n")) {
            assertThat(quick.getInputStream().readAllBytes()).hasSizeGreaterThan(LARGE);
        }
    }
}
