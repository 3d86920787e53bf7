import com.amazonaws.auth.AWSCredentials;
import com.amazonaws.auth.DefaultAWSCredentialsProviderChain;

/** Prints which key the default chain of version 1 picks; STS is another module, so that it does not ask who that is. */
public final class Program {
    private Program() {}

    public static void main(String[] arguments) throws Exception {
        String key = "none";
        try {
            AWSCredentials found = new DefaultAWSCredentialsProviderChain().getCredentials();
            key = found.getAWSAccessKeyId();
        } catch (RuntimeException e) {
            key = "none";
        }
        System.out.println("key " + key);
        System.out.println("identity unasked");
        System.in.readAllBytes();
    }
}
