package io.rolemeter.faults;

import java.util.Locale;

/** What the agent asks, and what is wrong with it in turn. */
enum Target {
    IMDS,
    STS,
    S3,
    AWS,
    HTTP;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A refusal in the words of this service. */
    String refusal(int status, String code) {
        return switch (this) {
            case STS ->
                response(
                        status,
                        "Content-Type: text/xml\r\n",
                        "<ErrorResponse><Error><Type>Sender</Type><Code>" + code
                                + "</Code><Message>No.</Message></Error>" + "<RequestId>r</RequestId></ErrorResponse>");
            case S3 ->
                response(
                        status,
                        "Content-Type: application/xml\r\nx-amz-request-id: R\r\n",
                        "<Error><Code>" + code + "</Code><Message>No.</Message><RequestId>R</RequestId></Error>");
            case AWS ->
                response(
                        status,
                        "Content-Type: application/json\r\nx-amzn-ErrorType: " + code + "\r\n",
                        "{\"message\":\"No.\"}");
            case HTTP -> response(status, "Content-Type: application/json\r\n", "{\"ok\":false}");
            case IMDS -> response(status, "Content-Type: text/plain\r\n", "No.");
        };
    }

    /** A whole answer. */
    static String response(int status, String headers, String body) {
        return head(status, headers + "Content-Length: " + body.length() + "\r\n") + body;
    }

    /** The token's header is what the client of the metadata service asks of the first answer. */
    static String head(int status, String headers) {
        return "HTTP/1.1 " + status + " X\r\nConnection: close\r\nX-Aws-Ec2-Metadata-Token-Ttl-Seconds: 21600\r\n"
                + headers + "\r\n";
    }
}
