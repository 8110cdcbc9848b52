package consular.cases.web.limits;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

/** A real container that answers before a body has come in, or when it has seen the first bytes of it, and clients that go on sending. */
@Timeout(60)
class RestOfBodyTest {
    private static final int MEGABYTE = 1 << 20;
    private static final String POST = "POST /api/v1/cases HTTP/1.1\r\nHost: x\r\n";

    @TempDir
    private static Path folder;

    private static Tomcat tomcat;

    @BeforeAll
    static void start() throws Exception {
        tomcat = new Tomcat();
        tomcat.setBaseDir(folder.toString());
        tomcat.setPort(0);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        tomcat.getConnector().setProperty("maxSwallowSize", "0");
        tomcat.getEngine()
                .getPipeline()
                .addValve(new RestOfBody(new AdmissionSettings(
                        2, 2, Duration.ofSeconds(1), Duration.ofSeconds(1), DataSize.ofKilobytes(32))));
        var context = tomcat.addContext("", folder.toString());
        Tomcat.addServlet(context, "refusing", new Refusing());
        context.addServletMappingDecoded("/*", "refusing");
        tomcat.start();
    }

    @AfterAll
    static void stop() throws Exception {
        tomcat.stop();
        tomcat.destroy();
    }

    private static final class Refusing extends HttpServlet {
        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            if (request.getHeader("Stranger") == null) {
                request.getInputStream().readNBytes(10);
                response.setStatus(413);
            } else {
                response.setStatus(401);
            }
            response.getOutputStream().print("no");
        }
    }

    private static Socket send(String head) throws IOException {
        var socket = new Socket(
                InetAddress.getLoopbackAddress(), tomcat.getConnector().getLocalPort());
        socket.setSoTimeout(30_000);
        socket.getOutputStream().write((POST + head + "\r\n").getBytes(ISO_8859_1));
        return socket;
    }

    private static String rest(Socket socket) throws IOException {
        var text = new StringBuilder();
        try {
            var in = socket.getInputStream();
            for (var next = in.read(); next >= 0; next = in.read()) {
                text.append((char) next);
            }
        } catch (SocketException reset) {
            text.append("\nreset");
        }
        return text.toString();
    }

    /** Until the connection is closed; how many bytes went. */
    private static long sendOn(Socket socket, int atOnce, long pauseMillis, long most) throws InterruptedException {
        var part = new byte[atOnce];
        for (var sent = 0L; sent < most; sent += atOnce) {
            try {
                socket.getOutputStream().write(part);
            } catch (IOException closed) {
                return sent;
            }
            TimeUnit.MILLISECONDS.sleep(pauseMillis);
        }
        return most;
    }

    @Test
    void who_sends_all_of_it_before_reading_hears_the_answer() throws Exception {
        try (var socket = send("Stranger: yes\r\nContent-Length: " + 12 * MEGABYTE + "\r\n")) {
            assertThat(sendOn(socket, MEGABYTE, 0, 12 * MEGABYTE)).isEqualTo(12 * MEGABYTE);
            assertThat(rest(socket)).startsWith("HTTP/1.1 401").endsWith("no");
        }
    }

    @Test
    void who_drips_is_answered_and_hung_up_on() throws Exception {
        for (var length : new String[] {"Content-Length: 1000000", "Transfer-Encoding: chunked"}) {
            try (var socket = send(length + "\r\n");
                    var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                socket.getOutputStream().write("F4240\r\n0123456789".getBytes(UTF_8));
                var answer = threads.submit(() -> rest(socket));
                assertThat(sendOn(socket, 1, 100, 200))
                        .as("a byte each tenth of a second, %s", length)
                        .isLessThan(100);
                assertThat(answer.get()).startsWith("HTTP/1.1 413").contains("\r\n\r\nno");
            }
        }
    }

    @Test
    void who_sends_without_an_end_is_hung_up_on_however_fast() throws Exception {
        try (var socket = send("Content-Length: " + 256L * MEGABYTE + "\r\n")) {
            assertThat(sendOn(socket, MEGABYTE, 0, 256L * MEGABYTE)).isLessThan(128L * MEGABYTE);
        }
    }

    /** The client sends nothing, and waits for the end. */
    @Test
    void who_was_not_told_to_go_on_is_not_waited_for() throws Exception {
        try (var socket = send("Stranger: yes\r\nExpect: 100-continue\r\nContent-Length: " + MEGABYTE + "\r\n")) {
            socket.setSoTimeout(15_000);
            assertThat(rest(socket)).contains("HTTP/1.1 401", "\r\n\r\nno").doesNotContain("reset");
        }
    }

    @Test
    void who_was_told_to_go_on_hears_the_answer_too() throws Exception {
        try (var socket = send("Expect: 100-continue\r\nContent-Length: " + 12 * MEGABYTE + "\r\n")) {
            assertThat(socket.getInputStream().readNBytes(12)).asString().isEqualTo("HTTP/1.1 100");
            sendOn(socket, MEGABYTE, 0, 12 * MEGABYTE);
            assertThat(rest(socket)).contains("HTTP/1.1 413", "\r\n\r\nno").doesNotContain("reset");
        }
    }
}
